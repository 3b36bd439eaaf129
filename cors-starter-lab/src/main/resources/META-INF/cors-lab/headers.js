// What each header says, and the key of a policy that it comes from.

const SECOND = 1_000;

const headers = {
  "origin": (value) => [value === "null"
    ? "The page keeps its origin to itself, as a sandboxed frame or a file does. The browser sets it; no script can."
    : "Where the page comes from. The browser sets it; no script can change it.", "allowed-origins"],
  "access-control-request-method": () => ["The method that the page wants to use.", "allowed-methods"],
  "access-control-request-headers": () =>
    ["The request headers that the page wants to set beside the few that every page may: lower case and sorted.", "allowed-headers"],
  "access-control-allow-origin": (value) => value === "*"
    ? ["Pages of any origin may read the response, without cookies.", "allowed-origins"]
    : ["The page's origin, letter by letter: the policy lists it, so the page may read the response.", "allowed-origins"],
  "access-control-allow-credentials": () =>
    ["The page may read the response to a request with cookies, too.", "allow-credentials"],
  "access-control-allow-methods": () =>
    ["Methods that the page may use. GET, HEAD and POST pass the browser's check without being listed.", "allowed-methods"],
  "access-control-allow-headers": () => ["Request headers that the page may set.", "allowed-headers"],
  "access-control-max-age": (value) => [value === "0"
    ? "The browser asks again before each such request."
    : `The browser may keep this answer for ${duration(Number(value))}, and asks nobody until then.`, "max-age"],
  "access-control-expose-headers": () =>
    ["Response headers that the page may read beside the few that every page may.", "exposed-headers"],
  "vary": () => ["Caches on the way keep one response for each value of these request headers.", null],
  "cors-refusal": () => ["Why the request was refused, as long as cors.debug is on.", "debug"],
  "location": () => ["Where the browser goes on to. It judges the response that it gets there.", null],
};

/** A sentence about a header, and the key that it comes from or null. */
export function describe(name, value) {
  const [text, key] = headers[name.toLowerCase()]?.(value) ?? ["", null];
  return { text, key };
}

/** A time in words. */
export function duration(seconds) {
  if (seconds >= 3_600 && seconds % 3_600 === 0) {
    return seconds === 3_600 ? "an hour" : `${seconds / 3_600} hours`;
  }
  if (seconds >= 60 && seconds % 60 === 0) {
    return seconds === 60 ? "a minute" : `${seconds / 60} minutes`;
  }
  return `${seconds} seconds`;
}

/** An ISO 8601 duration, as the endpoint writes it, in seconds. */
export function seconds(text) {
  const match = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(text ?? "");
  return match ? [3_600, 60, 1].reduce((sum, unit, index) => sum + unit * Number(match[index + 1] ?? 0), 0) : null;
}

/** How long ago something was. */
export function ago(time) {
  const passed = Math.max(0, Math.round((Date.now() - Date.parse(time)) / SECOND));
  if (passed < 60) {
    return passed < 5 ? "just now" : `${passed} s ago`;
  }
  return passed < 3_600 ? `${Math.floor(passed / 60)} min ago` : new Date(time).toLocaleString();
}
