import { byId, el, facts, show } from "./dom.js";
import { title } from "./operations.js";
import { agreement, predicted, seen, state, traffic } from "./verdict.js";

// Everything that is known about one experiment.

const dialog = byId("explanation");
byId("explanation-close").addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (event) => {
  // The padding is inside: only the backdrop is the dialog itself.
  if (event.target === dialog) {
    dialog.close();
  }
});

export function open(result) {
  byId("explanation-title").textContent = title(result.request);
  show(byId("explanation-body"), explanation(result));
  dialog.showModal();
  dialog.scrollTop = 0;
}

export function explanation(result) {
  return [
    el("p", { class: "from" }, "from ", el("code", {}, result.request.origin)),
    result.agrees === false
      ? el("p", { class: "notice differs" }, "Browser and dry run disagree. That is a defect: please report it.") : null,
    el("div", { class: "halves" }, browserHalf(result), policyHalf(result.explanation)),
    result.explanation?.preflight?.required ? headerTable("Preflight's answer", result.explanation.preflight.headers) : null,
    headerTable("The response's headers by the policy", result.explanation?.actual?.headers),
    responseHeaders(result.sent),
  ].filter((part) => part !== null);
}

function browserHalf(result) {
  const { sent, arrived } = result;
  return el("section", { class: "half", "data-state": state(result) },
    el("h3", {}, "In the browser"),
    el("p", { class: "outcome" }, seen(result)),
    facts([
      ["Page is told", sent?.error ?? sent?.invalid ?? result.failure],
      ["At the server", traffic(result)],
      ["Cookies", arrived && arrived.requests > 0 ? (arrived.withCookies > 0 ? "arrived" : "none arrived") : null],
      ["Dry run", agreement(result)],
    ]));
}

function policyHalf(dryRun) {
  if (!dryRun || dryRun.failure) {
    return el("section", { class: "half" }, el("h3", {}, "By the policies"),
      el("p", {}, `The dry run failed: ${dryRun?.failure ?? "it was not asked"}.`));
  }
  return el("section", { class: "half", "data-state": dryRun.browser === "accepts" ? "readable" : "blocked" },
    el("h3", {}, "By the policies"),
    el("p", { class: "outcome" }, predicted({ explanation: dryRun })),
    el("p", {}, dryRun.message ?? ""),
    dryRun.advice ? el("p", { class: "advice" }, dryRun.advice) : null,
    facts([
      ["Policy", dryRun.policy],
      ["Pattern", dryRun.pattern],
      ["Outcome", dryRun.outcome],
      ["Reason", [dryRun.reason, dryRun.detail].filter(Boolean).join(": ")],
      ["Preflight because", dryRun.preflight.because?.join("; ")],
      ["Preflight's status", dryRun.preflight.required ? dryRun.preflight.status : null],
      ["Request itself", actual(dryRun.actual)],
    ]));
}

function actual({ sent, handled, status }) {
  if (!sent) {
    return "never sent";
  }
  return handled ? "reaches the application" : `answered by the filter: ${status}`;
}

function headerTable(caption, headers) {
  const entries = Array.isArray(headers) ? headers : Object.entries(headers ?? {});
  if (entries.length === 0) {
    return null;
  }
  return el("table", { class: "headers" }, el("caption", {}, caption),
    el("tbody", {}, entries.map(([name, value]) => el("tr", {}, el("th", { scope: "row" }, name), el("td", {}, value)))));
}

function responseHeaders(sent) {
  if (!sent?.readable) {
    return null;
  }
  return el("details", {}, el("summary", {}, "What the page could read"),
    headerTable("Headers", sent.headers) ?? el("p", {}, "No header."),
    sent.body ? el("pre", { tabindex: "0" }, sent.body) : el("p", { class: "hint" }, "The body is empty."));
}
