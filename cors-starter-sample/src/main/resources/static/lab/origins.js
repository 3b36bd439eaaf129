// The origins that the lab speaks for. *.localhost and 127.0.0.1 are this very server by
// other names; what a sandbox keeps from its origin calls itself "null".

const port = location.port ? `:${location.port}` : "";

export const OPAQUE = "null";

export const server = location.origin;

export const origins = [
  { origin: `http://localhost${port}`, name: "localhost", role: "same origin" },
  { origin: `http://shop.localhost${port}`, name: "shop.localhost", role: "the shop" },
  { origin: `http://admin.localhost${port}`, name: "admin.localhost", role: "the admins" },
  { origin: `http://evil.localhost${port}`, name: "evil.localhost", role: "a stranger" },
  { origin: `http://127.0.0.1${port}`, name: "127.0.0.1", role: "a stranger" },
  { origin: OPAQUE, name: "null", role: "a sandbox" },
];

/** Whether pages of an origin come from this server, so that the lab can have one. */
export function isHere(origin) {
  if (origin === OPAQUE) {
    return true;
  }
  const url = URL.parse(origin);
  const here = url?.hostname === "127.0.0.1" || url?.hostname === "localhost" || url?.hostname.endsWith(".localhost");
  return Boolean(here) && url.origin === origin && url.protocol === location.protocol && url.port === location.port;
}
