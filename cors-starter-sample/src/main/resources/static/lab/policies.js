import { byId, el, facts, failure, show } from "./dom.js";
import { report } from "./server.js";

// What /actuator/cors tells, kept up to date while it is looked at.

const PERIOD = 3_000;
let shown = "";

export function start() {
  byId("policies-refresh").addEventListener("click", refresh);
  refresh();
  setInterval(() => {
    if (byId("policies-live").checked && !document.hidden && !byId("view-policies").hidden) {
      refresh();
    }
  }, PERIOD);
}

async function refresh() {
  const status = byId("policies-status");
  try {
    const answer = await report();
    status.textContent = `As of ${new Date().toLocaleTimeString()}`;
    const text = JSON.stringify(answer);
    if (text !== shown) {
      shown = text;
      show(byId("policies-content"), policies(answer.policies ?? {}), reload(answer.reload),
        findings(answer.findings ?? []), refusals(answer.recentRefusals ?? []));
    }
  }
  catch (error) {
    shown = "";
    status.textContent = "Not up to date";
    show(byId("policies-content"), failure(`The policies could not be read: ${error.message}.`, refresh));
  }
}

function policies(byName) {
  const entries = Object.entries(byName);
  if (entries.length === 0) {
    return el("p", { class: "empty" }, "No policy is in force: every request passes untouched.");
  }
  return el("div", { class: "cards" }, entries.map(([name, policy]) => card(name, policy)));
}

function card(name, policy) {
  return el("article", { class: "panel card" },
    el("header", {}, el("h3", {}, name), el("span", { class: "tag", "data-mode": policy.mode }, policy.mode)),
    facts([
      ["Paths", list(policy.paths)],
      ["Origins", list(policy.allowedOrigins)],
      ["Methods", list(policy.allowedMethods)],
      ["Headers", list(policy.allowedHeaders)],
      ["Exposed", list(policy.exposedHeaders)],
      ["Credentials", policy.allowCredentials ? "allowed" : "not allowed"],
      ["Max age", duration(policy.maxAge)],
      ["If refused", policy.onRefusal],
      ["Written in", policy.source],
    ]));
}

function list(values) {
  if (!values || values.length === 0) {
    return el("span", { class: "hint" }, "none");
  }
  return el("ul", { class: "tokens" }, values.map((value) => el("li", {}, el("code", {}, value))));
}

// ISO 8601, which the endpoint writes, reads badly.
function duration(text) {
  const match = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(text ?? "");
  if (!match) {
    return text;
  }
  const parts = [[match[1], "h"], [match[2], "min"], [match[3], "s"]].filter(([amount]) => amount);
  return parts.map(([amount, unit]) => `${amount} ${unit}`).join(" ");
}

export function finding({ severity, rule, property, value, source, message, advice }) {
  return el("li", { "data-severity": severity },
    el("p", { class: "finding-head" }, el("span", { class: "tag" }, severity), el("code", {}, rule), el("span", { class: "hint" }, source ?? "")),
    el("p", {}, el("code", {}, property), value ? `: "${value}" ` : " ", `${message ?? ""}.`),
    advice ? el("p", { class: "advice" }, advice) : null);
}

function findings(all) {
  return el("section", { class: "panel" }, el("h3", {}, "Findings"), all.length === 0
    ? el("p", { class: "empty" }, "Nothing was found that deserves a second look.")
    : el("ul", { class: "findings" }, all.map(finding)));
}

function reload(last) {
  if (!last) {
    return null;
  }
  return el("section", { class: "panel" }, el("h3", {}, "Last reload"),
    facts([["When", new Date(last.time).toLocaleString()], ["Outcome", last.outcome]]),
    last.problems?.length > 0 ? el("ul", { class: "findings" }, last.problems.map(finding)) : null);
}

function refusals(all) {
  if (all.length === 0) {
    return el("section", { class: "panel" }, el("h3", {}, "Recent refusals"),
      el("p", { class: "empty" }, "Nothing was refused lately. The matrix makes some."));
  }
  const columns = ["Policy", "Pattern", "Reason", "Origin", "Times", "Last"];
  return el("section", { class: "panel" }, el("h3", {}, "Recent refusals"),
    el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Recent refusals" },
      el("table", { class: "plain" }, el("thead", {}, el("tr", {}, columns.map((name) => el("th", { scope: "col" }, name)))),
        el("tbody", {}, all.map(refusal)))));
}

function refusal({ policy, pattern, reason, detail, origin, count, lastSeen, advice }) {
  return el("tr", {}, el("td", {}, policy), el("td", {}, el("code", {}, pattern)),
    el("td", {}, el("code", {}, [reason, detail].filter(Boolean).join(": ")), advice ? el("small", {}, advice) : null),
    el("td", {}, el("code", {}, origin)), el("td", { class: "number" }, String(count)),
    el("td", {}, lastSeen ? new Date(lastSeen).toLocaleTimeString() : ""));
}
