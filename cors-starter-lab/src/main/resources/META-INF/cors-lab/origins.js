import { server } from "./config.js";

// Origins that say something about a policy. *.localhost and 127.0.0.1 are this very server by other names, of which
// the browser can have pages; what a sandbox keeps from its origin calls itself "null".

export const OPAQUE = "null";

const own = new URL(server);
const port = own.port ? `:${own.port}` : "";

export const STRANGER = local("stranger") ?? "https://stranger.example";

function local(name) {
  return own.protocol === "http:" ? `http://${name}.localhost${port}` : null;
}

/** Whether the browser can have a page of an origin from this server. */
export function isHere(origin) {
  if (origin === OPAQUE || origin === server) {
    return true;
  }
  const url = URL.parse(origin);
  const loopback = url?.hostname === "127.0.0.1" || url?.hostname === "localhost" || url?.hostname.endsWith(".localhost");
  return Boolean(loopback) && own.hostname === "localhost" && url.origin === origin
    && url.protocol === "http:" && own.protocol === "http:" && url.port === own.port;
}

/** An origin in short: what it does not share with the server. */
export function short(origin) {
  const url = URL.parse(origin);
  return isHere(origin) && origin !== OPAQUE && url ? url.hostname : origin;
}

/** Whether a text is an origin as browsers send it. */
export function isOrigin(text) {
  const url = URL.parse(text);
  return text === OPAQUE || url !== null && url.host !== "" && text === `${url.protocol}//${url.host}`;
}

/** The origins to ask a policy about: at most two that it lists, one near to these, a stranger, and null. */
export function columns(policy) {
  const patterns = policy?.allowedOrigins ?? [];
  const listed = patterns.filter((pattern) => pattern !== "*" && pattern !== OPAQUE).map(example);
  const here = listed.filter(isHere).slice(0, 1);
  const others = listed.filter((origin) => !isHere(origin)).slice(0, here.length > 0 ? 1 : 2);
  const known = [...here, ...others];
  const near = nearMiss(known[0], patterns, listed);
  return [
    ...known.map((origin) => ({ origin, role: "listed" })),
    ...near ? [near] : [],
    { origin: STRANGER, role: patterns.includes("*") ? "anyone" : "stranger" },
    { origin: OPAQUE, role: "sandbox" },
  ];
}

/** An origin that an entry of a policy matches. */
export function example(pattern) {
  const host = (text) => text.replace("//*.", "//app.").replaceAll("*", "1");
  if (!pattern.endsWith(":*")) {
    return host(pattern);
  }
  const base = host(pattern.slice(0, -2));
  const here = base + port;
  if (isHere(here) && here !== server) {
    return here;
  }
  return `${base}:${own.port === "3000" ? "5173" : "3000"}`;
}

// What people mean and do not write: the other scheme, the bare domain, a name that begins or ends alike.
function nearMiss(origin, patterns, listed) {
  const url = origin ? URL.parse(origin) : null;
  if (url === null || url.host === "") {
    return null;
  }
  const name = url.hostname;
  const candidates = isHere(origin)
    ? [[`http://${name}.evil.localhost${port}`, "near miss: other domain"], [`http://evil-${name}${port}`, "near miss: ends alike"]]
    : [[bare(patterns, url), "near miss: bare domain"],
      [`${url.protocol === "https:" ? "http:" : "https:"}//${url.host}`, "near miss: other scheme"],
      [`${url.protocol}//${url.host}.evil.example`, "near miss: begins alike"]];
  const near = candidates.find(([candidate]) => candidate !== null && !listed.includes(candidate) && !patterns.includes(candidate));
  return near ? { origin: near[0], role: near[1] } : null;
}

function bare(patterns, url) {
  const wild = patterns.find((pattern) => pattern.includes("//*."));
  return wild && !wild.endsWith(":*") && url.hostname.startsWith("app.") ? wild.replace("//*.", "//") : null;
}
