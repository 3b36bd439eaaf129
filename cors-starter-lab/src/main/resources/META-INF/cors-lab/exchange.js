import { el, unseen } from "./dom.js";
import { isLost, isRedirected } from "./experiment.js";
import { describe, duration } from "./headers.js";
import { propertyLink } from "./links.js";
import { isReading } from "./operations.js";

// An exchange, drawn step by step: as it happened where the request was sent, else as the dry run foretells it.

const CAPS = "Chromium keeps it for 2 hours at most, Firefox for 24 hours, Safari for 10 minutes.";

export function exchange(result) {
  const { explanation } = result;
  if (!explanation || explanation.failure) {
    return el("p", { class: "notice" }, `The dry run says nothing: ${explanation?.failure ?? "it was not asked"}.`);
  }
  const steps = [asks(result), ...explanation.preflight.required ? preflight(result) : [], ...request(result), check(result)];
  return el("ol", { class: "exchange", "aria-label": "The exchange, step by step" }, steps);
}

function step(kind, title, ...content) {
  return el("li", { class: `step ${kind}` }, el("div", { class: "step-body" },
    el("p", { class: "step-title" }, LANES[kind] ? unseen(`${LANES[kind]}: `) : null, title), content));
}

const LANES = { out: "browser to server", back: "server to browser", browser: "in the browser" };

function asks({ explanation, request: { origin } }) {
  const { required, because } = explanation.preflight;
  if (explanation.outcome === "same-origin" || explanation.outcome === "no-origin") {
    return step("browser", "The browser asks nobody.", el("p", {}, explanation.outcome === "same-origin"
      ? "Page and server have the same origin: this is no business of CORS." : "The request has no origin."));
  }
  return step("browser", required ? "The browser asks the server first." : "The browser asks nobody first.",
    required
      ? el("ul", { class: "causes" }, because.map((cause) => el("li", {}, `${cause}.`)))
      : el("p", {}, `A page of ${origin} could always send such a request: a link or a form can, too.`));
}

function preflight(result) {
  const { explanation, request: { origin, method, path, headers, credentials }, arrived } = result;
  const names = unsafe(headers, explanation.preflight.because);
  const asked = arrived?.exchanges.find(({ preflight: is }) => is);
  const { status, headers: foretold } = explanation.preflight;
  const kept = arrived && !asked && arrived.requests > 0;
  const out = step("out", [el("code", {}, `OPTIONS ${path}`), mark(asked ? "sent" : result.sent ? "not seen" : "foretold")],
    said(asked?.asked ?? {
      "Origin": origin, "Access-Control-Request-Method": method, ...names.length > 0 ? { "Access-Control-Request-Headers": names.join(",") } : {},
    }, explanation),
    el("p", {}, kept ? "The browser had an answer from before and did not ask."
      : `The preflight: may this page send ${method}${names.length > 0 ? " with these headers" : ""}? It carries no cookies${credentials ? ", though the request will" : ""}.`));
  const answered = asked?.status ?? status;
  const back = step(`back ${explanation.actual.sent ? "good" : "bad"}`, status || asked ? `${answered} ${phrase(answered)}` : "the application's own answer",
    said(asked?.headers ?? foretold ?? {}, explanation, "No header of CORS: to the browser that means no."));
  return explanation.actual.sent ? [out, back, cached(asked?.headers ?? foretold ?? {})] : [out, back];
}

// What the preflight asks for: all but what is safelisted.
function unsafe(headers, because) {
  const all = because.some((cause) => cause.startsWith("the safelisted headers"));
  return Object.keys(headers).map((name) => name.toLowerCase()).sort()
    .filter((name) => all || because.some((cause) => cause.startsWith(`header ${name} `) || cause.startsWith(`${name} `)));
}

function cached(headers) {
  const age = Number(headers["Access-Control-Max-Age"] ?? 5);
  return step("browser", age > 0 ? `The browser may keep that answer for ${duration(age)}.` : "The browser keeps no answer.",
    el("p", {}, age > 0 ? `For this page's origin, this URL, these methods and headers. ${CAPS}` : "Each such request costs two round trips."));
}

function request(result) {
  const { explanation: { actual, ...explanation }, request: { method, path, origin, credentials }, arrived } = result;
  if (!actual.sent) {
    return [step("browser bad", "The request itself is never sent.")];
  }
  const sameOrigin = explanation.outcome === "same-origin";
  const seen = arrived?.exchanges.findLast(({ preflight: is }) => !is);
  const cookies = seen ? (seen.cookies ? "with cookies" : "without cookies") : credentials ? "with cookies, if there are any" : "without cookies";
  const out = step("out", [el("code", {}, `${method} ${path}`), mark(seen ? "sent" : result.sent ? "not seen" : "foretold")],
    said(seen?.asked ?? (sameOrigin && isReading({ method }) ? {} : { "Origin": origin }), explanation, "No header of CORS goes along."),
    el("p", {}, `The request itself, ${cookies}.`));
  const status = seen?.status ?? actual.status;
  const title = status ? `${status} ${phrase(status)}` : "The application's own response";
  const by = actual.handled ? "The application answers." : "The filter answers; nothing behind it runs.";
  return [out, step(`back ${explanation.browser === "accepts" ? "good" : "bad"}`, title, el("p", {}, by),
    said(seen?.headers ?? actual.headers ?? {}, explanation, "No header of CORS leaves the server."))];
}

function check(result) {
  const { explanation, sent } = result;
  const readable = sent ? sent.readable : explanation.browser === "accepts";
  const title = readable ? "The page reads the response."
    : explanation.actual.sent ? "The browser keeps the response from the page." : "The page gets an error in place of a response.";
  return step(`browser verdict ${readable ? "good" : "bad"}`, title,
    sent && isRedirected(result) ? el("p", {}, "It was redirected on the way: what counts is the response that came from there.") : null,
    isLost(result) ? el("p", {}, "Nothing of it arrived at the application: what answered is the server itself, for a path that nothing is mapped to, or something in front of it.") : null,
    sent?.error ? el("p", {}, "The page is told: ", el("code", {}, sent.error)) : null,
    explanation.message ? el("p", {}, explanation.message) : null,
    explanation.advice ? el("p", { class: "advice" }, explanation.advice) : null,
    culprit(explanation),
    result.agrees === false ? el("p", { class: "notice" }, "Browser and dry run disagree. That is a defect: please report it.") : null);
}

// The key of a policy that each reason is about.
const KEYS = { "origin-not-allowed": "allowed-origins", "origin-malformed": "allowed-origins", "method-not-allowed": "allowed-methods",
  "header-not-allowed": "allowed-headers", "path-ambiguous": "paths", "denied": "mode" };

function culprit({ policy, reason }) {
  const key = policy && KEYS[reason];
  return key ? el("p", {}, "Decided by ", propertyLink(policy, key)) : null;
}

function mark(text) {
  return el("span", { class: "tag", "data-mark": text }, text);
}

function said(headers, { policy }, none) {
  const entries = Object.entries(headers);
  return entries.length === 0 ? el("p", {}, none) : el("dl", { class: "said" }, entries.map(([name, value]) => {
    const { text, key } = describe(name, value);
    return el("div", {}, el("dt", {}, el("code", {}, `${name}: ${value}`)),
      el("dd", {}, text, key && policy ? [" ", propertyLink(policy, key)] : null));
  }));
}

const PHRASES = { 200: "OK", 201: "Created", 202: "Accepted", 204: "No Content", 301: "Moved Permanently", 302: "Found", 303: "See Other",
  304: "Not Modified", 307: "Temporary Redirect", 400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found",
  405: "Method Not Allowed", 406: "Not Acceptable", 415: "Unsupported Media Type", 500: "Internal Server Error" };

function phrase(status) {
  return PHRASES[status] ?? "";
}
