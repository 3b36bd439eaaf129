// A policy as application.yml. Texts are quoted as JSON quotes them, which YAML reads alike.

const BARE = /^[A-Z][A-Za-z-]*[A-Za-z]$/;
const WORDS = new Set(["yes", "no", "on", "off", "true", "false", "null"]);

export function toYaml(policy) {
  const lines = [`cors:`, `  policies:`, `    ${key(policy.name)}:`];
  const add = (name, value) => lines.push(`      ${name}: ${value}`);
  add("paths", list(policy.paths));
  add("allowed-origins", list(policy.allowedOrigins));
  add("allowed-methods", list(policy.allowedMethods));
  if (policy.allowedHeaders.length > 0) {
    add("allowed-headers", list(policy.allowedHeaders));
  }
  if (policy.exposedHeaders.length > 0) {
    add("exposed-headers", list(policy.exposedHeaders));
  }
  if (policy.allowCredentials) {
    add("allow-credentials", "true");
  }
  if (policy.maxAge !== null) {
    add("max-age", age(policy.maxAge));
  }
  if (policy.onRefusal !== "block") {
    add("on-refusal", policy.onRefusal);
  }
  if (policy.mode !== "enforce") {
    add("mode", policy.mode);
  }
  return `${lines.join("\n")}\n`;
}

/** A name of letters, digits and dashes: others would have to be bracketed in YAML. */
export function nameOf(text) {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "") || "my-policy";
}

// A name such as "1" or "no" is no text to YAML unless it is quoted.
function key(name) {
  return /^[a-z]/.test(name) && !WORDS.has(name) ? name : JSON.stringify(name);
}

function list(values) {
  return `[${values.map(scalar).join(", ")}]`;
}

function scalar(value) {
  return BARE.test(value) && !WORDS.has(value.toLowerCase()) ? value : JSON.stringify(value);
}

function age(text) {
  const seconds = Number(text);
  if (!Number.isSafeInteger(seconds) || seconds === 0) {
    return scalar(text);
  }
  return seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;
}
