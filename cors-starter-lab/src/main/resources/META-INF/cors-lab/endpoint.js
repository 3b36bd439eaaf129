import { endpointPath } from "./config.js";

// What the lab asks the endpoint, with the rights of whoever looks at it.

/** Why the endpoint did not answer: "absent", "sign-in", "forbidden" or "failed". */
export class EndpointError extends Error {
  constructor(kind, message) {
    super(message);
    this.kind = kind;
  }
}

/** Policies, findings and refusals. */
export function report() {
  return read({});
}

/** What the application maps. */
export async function application() {
  return ask("application", "");
}

/** Where a policy has its values from. */
export async function properties(policy) {
  return (await ask("properties", policy)).properties;
}

/** What a start would say about an application.yml. */
export async function check(yaml) {
  return (await ask("draft", yaml)).findings;
}

/** The application's own CORS configuration as policies. */
export async function suggest() {
  return (await read({ suggest: "true" })).suggestion;
}

/** What of an experiment reached the server. */
export async function arrivals(id) {
  return (await ask("arrivals", id)).arrivals[0];
}

/** The policies, said to a target, or all targets where none is named. */
export function edge(target) {
  return ask("edge", target);
}

/** What a target would be told after a start with an application.yml. */
export async function draftedEdge(target, yaml) {
  requireRoom(yaml, "it is too long for the address that asks about it; paste the part below cors alone");
  return ask("edge", `${target}\n${yaml}`);
}

/** What a browser's console said, and where that is enough, the explanation of the request. */
export async function readConsole(text, added) {
  requireRoom(text, "it is too long for the address that asks about it; paste the lines about one request");
  const { console: told, explanation } = await read({ console: text, ...added });
  return { told, explanation };
}

// Servers read lines of 4,096 characters or more.
const MAX_INPUT = 2_400;

function requireRoom(text, message) {
  if (encodeURIComponent(text).length > MAX_INPUT) {
    throw new Error(message);
  }
}

/** The dry run of each request from each origin: a list for each request. */
export async function dryRuns(requests, origins) {
  const rows = [];
  for (const part of parts(requests.map(line), origins)) {
    const answer = await ask("dry-runs", [...origins, ...part].join("\n"));
    rows.push(...answer.dryRuns);
  }
  return rows.map((row) => row.map(({ explanation, problem }) => explanation ?? { failure: problem }));
}

/** The dry run of one request. */
export async function explain(request) {
  const [[explanation]] = await dryRuns([request], [request.origin]);
  return explanation;
}

// Of these headers the value tells whether a preflight is needed; of others the name does. The endpoint takes commas
// for what separates headers: to the rules for safelisted values a space is the same.
const DECIDED_BY_VALUE = new Set(["accept", "accept-language", "content-language", "content-type", "range"]);

function line({ method, url, headers, credentials }) {
  const asked = Object.entries(headers)
    .map(([name, value]) => DECIDED_BY_VALUE.has(name.toLowerCase()) ? `${name}:${value.replaceAll(",", " ")}` : name);
  return [method, url, credentials ? "include" : "omit", asked.join(",")].join(" ").trim();
}

function parts(lines, origins) {
  const all = [[]];
  const start = encodeURIComponent(origins.join("\n")).length;
  let length = start;
  for (const each of lines) {
    length += encodeURIComponent(each).length + 3;
    if (length > MAX_INPUT && all.at(-1).length > 0) {
      all.push([]);
      length = start + encodeURIComponent(each).length + 3;
    }
    all.at(-1).push(each);
  }
  return all;
}

function ask(lab, input) {
  return read({ lab, input });
}

async function read(parameters) {
  if (!endpointPath) {
    throw new EndpointError("absent", "the endpoint is not exposed");
  }
  const query = new URLSearchParams(parameters).toString();
  const response = await fetch(query ? `${endpointPath}?${query}` : endpointPath, {
    // Spring Security answers a script with 401, and does not come back to this URL behind its login page.
    headers: { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" },
  });
  const json = (response.headers.get("Content-Type") ?? "").includes("json");
  if (response.status === 401 || response.redirected && !json) {
    throw new EndpointError("sign-in", "it wants to know who you are");
  }
  if (response.status === 403) {
    throw new EndpointError("forbidden", "you have no right to read it");
  }
  if (response.status === 404) {
    throw new EndpointError("absent", "it is not there");
  }
  const answer = json ? await response.json() : {};
  if (!response.ok) {
    throw new EndpointError("failed", answer.message ?? `it answered ${response.status}`);
  }
  return answer;
}
