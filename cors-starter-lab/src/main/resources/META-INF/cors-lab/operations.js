import { sample } from "./paths.js";

// The rows of the matrix: what each policy governs, and what none does.

const SAFE = ["GET", "HEAD"];
const WITH_BODY = ["POST", "PUT", "PATCH"];

/** Whether a request only reads. */
export function isReading({ method }) {
  return SAFE.includes(method);
}

export function rows({ policies, handlers }) {
  const governed = Object.entries(policies).flatMap(([name, policy]) => {
    const mapped = handlers.filter((handler) => handler.policy === name).flatMap((handler) => mappedRows(name, policy, handler));
    return mapped.length > 0 ? mapped : policy.mode === "report-only" ? [] : unmappedRows(name, policy);
  });
  const free = handlers.filter(({ policy }) => !policy).flatMap((handler) => mappedRows(null, null, handler));
  return [...governed, ...free];
}

function mappedRows(name, policy, { pattern, path, methods }) {
  const known = methods.includes("*") ? ["GET"] : methods.filter((method) => method !== "OPTIONS").sort(byCustom);
  return known.map((method) => row(name, policy, method, path, pattern));
}

const CUSTOM = [...SAFE, ...WITH_BODY, "DELETE"];

function byCustom(one, other) {
  return CUSTOM.indexOf(one) - CUSTOM.indexOf(other) || one.localeCompare(other);
}

// Routes that no mapping tells of, such as a gateway's.
function unmappedRows(name, policy) {
  return policy.paths.map((pattern) => ({ ...row(name, policy, "GET", sample(pattern), pattern), unmapped: true }));
}

function row(name, policy, method, path, pattern) {
  return { name, policy, method, path, pattern, headers: headersOf(policy, method), credentials: Boolean(policy?.allowCredentials) };
}

// What writes mostly writes JSON, where the policy lets it.
function headersOf(policy, method) {
  const allowed = policy?.allowedHeaders ?? [];
  const json = allowed.includes("*") || allowed.some((header) => header.toLowerCase() === "content-type");
  return WITH_BODY.includes(method) && json ? { "Content-Type": "application/json" } : {};
}

export function note({ headers, credentials }) {
  return [headers["Content-Type"] ? "JSON" : "", credentials ? "with cookies" : ""].filter(Boolean).join(", ");
}
