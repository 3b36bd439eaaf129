// What the lab asks its own server.

export async function report() {
  return json("/actuator/cors");
}

// Of these headers the value tells whether a preflight is needed; of others the name does.
const DECIDED_BY_VALUE = new Set(["accept", "accept-language", "content-language", "content-type", "range"]);

/** The dry run of a request. */
export async function explain({ origin, url, method, headers, credentials }) {
  const query = new URLSearchParams({ path: url, origin, method, credentials: String(credentials) });
  for (const [name, value] of Object.entries(headers)) {
    query.append("headers", DECIDED_BY_VALUE.has(name.toLowerCase()) ? `${name}:${value}` : name);
  }
  const answer = await json(`/actuator/cors?${query}`);
  if (!answer.explanation) {
    throw new Error("the endpoint has no dry run");
  }
  return answer.explanation;
}

/** What of an experiment reached the server. */
export async function arrivals(id) {
  return json(`/lab/arrivals/${encodeURIComponent(id)}`);
}

/** What the rules say about a policy that is only drafted. */
export async function check(draft) {
  return json("/lab/check", {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(draft),
  });
}

async function json(url, options) {
  const response = await fetch(url, options);
  if (!response.ok) {
    throw new Error(`${new URL(url, location.href).pathname} answered ${response.status}`);
  }
  return response.json();
}
