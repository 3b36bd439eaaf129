import { send } from "./frames.js";
import { isHere, server } from "./origins.js";
import { arrivals, explain } from "./server.js";

// An experiment: a request that is really sent, what of it arrived, and what the dry run
// says about it.

/**
 * @param request origin, method, path, headers (an object), credentials, body
 * @param id marks the request at the server; the same id, the same URL for the browser
 */
export async function run(request, id = crypto.randomUUID()) {
  const url = new URL(request.path, server).href;
  const [observed, explanation] = await Promise.all([
    isHere(request.origin) ? observe(request, url, id) : null,
    explain({ ...request, url }).catch((error) => ({ failure: error.message })),
  ]);
  return { request, ...observed, explanation, agrees: agreement(observed, explanation) };
}

async function observe(request, url, id) {
  const { method, headers, credentials, body } = request;
  const marked = `${url}${url.includes("?") ? "&" : "?"}lab=${id}`;
  const sent = await send(request.origin, { url: marked, method, headers, credentials, body });
  return { sent, arrived: await arrivals(id) };
}

/** Whether dry run and browser agree, or null where one of them said nothing. */
function agreement(observed, explanation) {
  if (observed === null || explanation.failure || observed.sent.invalid) {
    return null;
  }
  return observed.sent.readable === (explanation.browser === "accepts")
    && (observed.arrived.preflights > 0) === explanation.preflight.required;
}

/** Runs some at a time, so that the page stays quick. */
export async function runAll(requests, done = () => {}, width = 6) {
  const waiting = requests.entries();
  const results = [];
  await Promise.all(Array.from({ length: width }, async () => {
    for (const [index, request] of waiting) {
      results[index] = await run(request).catch((error) => ({ request, failure: error.message, agrees: null }));
      done(results[index], index);
    }
  }));
  return results;
}
