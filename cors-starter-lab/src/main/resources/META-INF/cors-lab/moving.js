import { copies, el, facts, failure, show } from "./dom.js";
import { suggest } from "./endpoint.js";
import { ago } from "./headers.js";
import { propertyLink } from "./links.js";

// Moving in: what the application says about CORS elsewhere, and where policies that only report would say otherwise.

/** Where responses differ from what a policy would have written; nothing where no policy only reports. */
export function differences(all, policies) {
  const reports = Object.values(policies).some(({ mode }) => mode === "report-only");
  if (all.length === 0) {
    return reports ? el("section", { class: "panel" }, el("h3", {}, "Differences"),
      el("p", { class: "empty" }, "Policies that only report would have written what left the server: no difference was seen lately.")) : null;
  }
  const columns = ["Policy", "Pattern", "Header", "Left the server", "The policy's value", "Times", "Last"];
  return el("section", { class: "panel" }, el("h3", {}, "Differences"),
    el("p", { class: "hint" }, "Where responses differ from what policies that only report would have written."),
    el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Differences" },
      el("table", { class: "plain" }, el("thead", {}, el("tr", {}, columns.map((name) => el("th", { scope: "col" }, name)))),
        el("tbody", {}, all.slice(0, 200).map(difference)))));
}

function difference({ policy, pattern, header, written, policyValue, count, lastSeen, property, source }) {
  const key = property?.split(".").at(-1);
  return el("tr", {}, el("td", {}, policy), el("td", {}, el("code", {}, pattern)), el("td", {}, el("code", {}, header)),
    el("td", {}, written ? el("code", {}, written) : "nothing"),
    el("td", {}, policyValue ? el("code", {}, policyValue) : "nothing", key ? el("small", {}, propertyLink(policy, key), source ? ` ${source}` : "") : null),
    el("td", { class: "number" }, String(count)), el("td", {}, lastSeen ? ago(lastSeen) : ""));
}

/** A way to have what is configured elsewhere as policies. */
export function suggestion() {
  const result = el("div", { class: "stack", role: "status" });
  return el("section", { class: "panel stack" }, el("h3", {}, "CORS that is configured elsewhere"),
    el("p", { class: "hint" }, "Annotations, mappings, filters, Spring Security, a gateway: as policies that a start accepts."),
    el("button", { type: "button", id: "policies-suggest", onclick: () => fill(result) }, "Write it as policies"), result);
}

async function fill(result) {
  show(result, el("p", { class: "empty" }, "Asking…"));
  try {
    show(result, suggested(await suggest()));
  }
  catch (error) {
    show(result, failure(`Nothing was suggested: ${error.message}.`, () => fill(result)));
  }
}

function suggested({ yaml, from, notSaid }) {
  if (!yaml && notSaid.length === 0) {
    return el("p", { class: "empty" }, "Nothing is: no other configuration of CORS was found.");
  }
  const text = el("pre", { tabindex: "0", role: "region", "aria-label": "Suggested policies" }, yaml);
  return [
    yaml ? [el("div", { class: "code-head" }, el("h4", {}, "application.yml"),
      copies(el("button", { type: "button", "aria-label": "Copy the suggested policies" }, "Copy"), () => text)), text] : null,
    facts(from.map(({ kind, source, policy }) => [policy, `${kind}: ${source}`])),
    notSaid.length > 0 ? [el("h4", {}, "What no policy says"),
      el("ul", { class: "causes" }, notSaid.map(({ source, why }) => el("li", {}, el("code", {}, source), `: ${why}`)))] : null,
  ];
}
