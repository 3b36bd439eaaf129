import { isRedirected } from "./experiment.js";

// An experiment in a few words.

/** What is known: foretold only, or what the page saw, or that nothing can be said. */
export function state(result) {
  if (result.failure || result.explanation?.failure) {
    return "failed";
  }
  if (!result.sent) {
    return result.explanation.browser === "accepts" ? "reads" : "blocks";
  }
  return result.sent.readable ? "readable" : "blocked";
}

export function seen(result) {
  switch (state(result)) {
    case "failed": return "no result";
    case "reads": return "reads it";
    case "blocks": return "blocked";
    case "readable": return `${result.sent.status} read`;
    default: return result.sent.invalid ? "no such request" : "blocked";
  }
}

/** Whether there is a preflight: as it happened, or as the dry run says. */
export function traffic(result) {
  const { arrived, explanation } = result;
  if (result.sent && isRedirected(result)) {
    return "redirected";
  }
  if (!arrived) {
    return explanation?.preflight?.required ? "preflight" : "no preflight";
  }
  if (arrived.preflights === 0) {
    return arrived.requests > 0 ? "no preflight" : "never arrived";
  }
  return arrived.requests > 0 ? "after preflight" : "preflight only";
}

/** Why, in a word that log, metrics and endpoint use, too. */
export function reason({ explanation, failure }) {
  if (failure || explanation?.failure) {
    return failure ?? explanation.failure;
  }
  return explanation?.reason ?? explanation?.outcome ?? "";
}

export function agreement({ agrees }) {
  if (agrees === null || agrees === undefined) {
    return "not compared";
  }
  return agrees ? "agrees" : "disagrees";
}
