import { urlOf } from "./config.js";
import { arrivals, explain } from "./endpoint.js";
import { send } from "./frames.js";
import { isHere } from "./origins.js";

// An experiment: a request that is really sent, what of it arrived, and what the dry run says about it.

/**
 * @param request origin, method, path, headers (an object), credentials, body
 * @param id marks the request at the server; the same id, the same URL for the browser
 */
export async function run(request, id = crypto.randomUUID()) {
  const explained = explain({ ...request, url: urlOf(request.path) }).catch((error) => ({ failure: error.message }));
  const observed = isHere(request.origin) ? await observe(request, id) : null;
  return combine(request, observed, await explained);
}

/** Only what the dry run says. */
export async function foretell(request) {
  return combine(request, null, await explain({ ...request, url: urlOf(request.path) }));
}

/** A request that is sent, beside a dry run that is there. */
export async function confirm(request, explanation) {
  return combine(request, await observe(request, crypto.randomUUID()), explanation);
}

export function combine(request, observed, explanation) {
  return { request, ...observed, explanation, agrees: agreement(observed, explanation) };
}

async function observe({ origin, path, method, headers, credentials, body }, id) {
  const url = new URL(urlOf(path));
  url.search += `${url.search ? "&" : "?"}cors-lab=${id}`;
  const sent = await send(origin, { url: url.href, method, headers, credentials, body });
  return { sent, arrived: await arrived(id) };
}

// What the server notes of a response may come a moment later than the response.
async function arrived(id, tries = 5) {
  const exchanges = await arrivals(id);
  if (tries > 0 && exchanges.some(({ status }) => status === undefined)) {
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
    return arrived(id, tries - 1);
  }
  return {
    exchanges,
    preflights: exchanges.filter(({ preflight }) => preflight).length,
    requests: exchanges.filter(({ preflight }) => !preflight).length,
    withCookies: exchanges.filter(({ preflight, cookies }) => !preflight && cookies).length,
  };
}

/** Whether dry run and browser agree, or null where one of them said nothing, or another URL or server was judged. */
function agreement(observed, explanation) {
  if (observed === null || explanation.failure || observed.sent.invalid || isRedirected(observed) || isLost(observed)) {
    return null;
  }
  return observed.sent.readable === (explanation.browser === "accepts")
    && (observed.arrived.preflights > 0) === explanation.preflight.required;
}

/** Whether the browser was sent elsewhere, and judged the response that it got there. */
export function isRedirected({ sent, arrived }) {
  return Boolean(sent?.redirected || arrived?.exchanges.some(({ status }) => status >= 300 && status < 400 && status !== 304));
}

/** Whether nothing arrived at the application: no servlet is at that path, or something in front of it answered. */
export function isLost({ sent, arrived }) {
  return Boolean(sent && arrived && arrived.exchanges.length === 0);
}

/** Runs some at a time, so that the page stays quick. */
export async function runAll(requests, done = () => {}, width = 6, one = run) {
  const waiting = requests.entries();
  const results = [];
  await Promise.all(Array.from({ length: width }, async () => {
    for (const [index, request] of waiting) {
      results[index] = await one(request).catch((error) => ({ request, failure: error.message, agrees: null }));
      done(results[index], index);
    }
  }));
  return results;
}
