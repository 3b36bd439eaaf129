// An experiment in a few words.

/** What the page saw: readable, blocked, or failed where nothing can be said. */
export function state(result) {
  if (result.failure) {
    return "failed";
  }
  if (!result.sent) {
    return "unsent";
  }
  return result.sent.readable ? "readable" : "blocked";
}

export function seen(result) {
  switch (state(result)) {
    case "failed": return "no result";
    case "unsent": return "not sent";
    case "readable": return `${result.sent.status} readable`;
    default: return result.sent.invalid ? "no such request" : "blocked";
  }
}

/** What arrived at the server, which the page itself cannot know. */
export function traffic(result) {
  if (!result.arrived) {
    return "";
  }
  const { preflights, requests } = result.arrived;
  if (preflights === 0) {
    return requests > 0 ? "no preflight" : "never left";
  }
  return requests > 0 ? "after preflight" : "preflight only";
}

export function predicted({ explanation }) {
  if (!explanation || explanation.failure) {
    return "no dry run";
  }
  return explanation.preflight.required ? `${explanation.browser}, preflight` : explanation.browser;
}

export function agreement({ agrees }) {
  if (agrees === null || agrees === undefined) {
    return "not compared";
  }
  return agrees ? "agrees" : "disagrees";
}
