// Paths that patterns of policies match: literals, {name}, * and ? within a segment, ** or {*name} at the end.

export function sample(pattern) {
  const path = pattern.replace(/\/(?:\*\*|\{\*[^}]*\})$/, "").replaceAll(/\{[^}]*\}|\*/g, "1").replaceAll("?", "a");
  return path === "" ? "/" : path;
}
