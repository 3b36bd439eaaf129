import { el } from "./dom.js";

// Ways from one view to another, as addresses: a view, and what it is to show.

/** The address of a request, filled in to be tried. */
export function tryAddress({ origin, method, path, headers = {}, credentials = false }) {
  const query = new URLSearchParams({ origin, method, path });
  for (const [name, value] of Object.entries(headers)) {
    query.append("header", `${name}: ${value}`);
  }
  if (credentials) {
    query.set("credentials", "include");
  }
  return `#try?${query}`;
}

/** A request out of an address. */
export function tried(parameters) {
  const headers = Object.fromEntries(parameters.getAll("header").map((line) => {
    const colon = line.indexOf(":");
    return colon < 0 ? [line, ""] : [line.slice(0, colon), line.slice(colon + 1).trim()];
  }));
  return {
    origin: parameters.get("origin") ?? "", method: parameters.get("method") ?? "GET", path: parameters.get("path") ?? "",
    headers, credentials: parameters.get("credentials") === "include",
  };
}

/** A link to a key of a policy, in the view of policies. */
export function propertyLink(policy, key) {
  if (key === "debug") {
    return el("code", {}, "cors.debug");
  }
  const query = new URLSearchParams({ policy, key });
  return el("a", { href: `#policies?${query}`, class: "property" }, `cors.policies.${policy}.${key}`);
}
