import { byId, el, facts, failure, settled, show } from "./dom.js";
import { properties } from "./endpoint.js";
import { ago, duration, seconds } from "./headers.js";
import { tryAddress } from "./links.js";
import { differences, suggestion } from "./moving.js";
import { pager } from "./pager.js";
import { sample } from "./paths.js";
import { refresh as refreshStore, store } from "./store.js";

// What /actuator/cors tells, kept up to date while it is looked at.

const PERIOD = 3_000;
const CARDS = 24;
const cards = el("div", { class: "cards" });
const nav = el("nav", { class: "pages", "aria-label": "Pages of policies" });
const rest = el("div", { class: "stack" });
const pages = pager(nav, CARDS, (page) => show(cards, page.map(card)));

export function start() {
  byId("policies-refresh").addEventListener("click", refresh);
  byId("policies-filter").addEventListener("input", settled(() => pages.show(filtered())));
  show(byId("policies-content"), cards, nav, rest, suggestion());
  render();
  told();
  setInterval(() => {
    if (byId("policies-live").checked && !document.hidden && !byId("view-policies").hidden) {
      refresh();
    }
  }, PERIOD);
}

/** Shows a policy, and in it the key that somebody wants to see. */
export async function open(parameters) {
  const wanted = parameters.get("policy");
  byId("policies-filter").value = "";
  const all = filtered();
  pages.replace(all);
  pages.reveal(all.find(([name]) => name === wanted));
  const target = cards.querySelector(`[data-policy="${CSS.escape(wanted)}"]`);
  if (target) {
    const details = target.querySelector("details");
    details.open = true;
    target.tabIndex = -1;
    target.focus();
    await written(target, wanted);
    const row = target.querySelector(`[data-key="${CSS.escape(parameters.get("key") ?? "")}"]`);
    row?.classList.add("wanted");
    (row ?? target).scrollIntoView({ block: "center" });
  }
}

async function refresh() {
  try {
    if (await refreshStore()) {
      render();
    }
    told();
  }
  catch (error) {
    byId("policies-status").textContent = "Not up to date";
    show(rest, failure(`The policies could not be read: ${error.message}.`, refresh));
  }
}

function told() {
  byId("policies-status").textContent = `As of ${new Date().toLocaleTimeString()}`;
}

function filtered() {
  const wanted = byId("policies-filter").value.trim().toLowerCase();
  return Object.entries(store.policies).filter(([name, policy]) =>
    [name, ...policy.paths, ...policy.allowedOrigins].some((text) => text.toLowerCase().includes(wanted)));
}

function render() {
  pages.replace(filtered());
  if (Object.keys(store.policies).length === 0) {
    show(cards, el("p", { class: "panel empty" }, "No policy is in force: every request passes untouched. ",
      el("a", { href: "#builder" }, "Build one"), "."));
  }
  show(rest, reload(store.reload), findings(store.findings), differences(store.differences, store.policies), refusals(store.refusals));
}

function card([name, policy]) {
  const element = el("article", { class: "panel card", "data-policy": name },
    el("header", {}, el("h3", {}, name), el("span", { class: "tag", "data-mode": policy.mode }, policy.mode)),
    facts([
      ["Paths", list(policy.paths)],
      ["Origins", list(policy.allowedOrigins)],
      ["Methods", list(policy.allowedMethods)],
      ["Headers", list(policy.allowedHeaders)],
      ["Exposed", list(policy.exposedHeaders)],
      ["Credentials", policy.allowCredentials ? "allowed" : "not allowed"],
      ["Max age", age(policy.maxAge)],
      ["If refused", policy.onRefusal],
      ["Written in", policy.source],
    ]),
    el("details", { ontoggle: () => written(element, name) }, el("summary", {}, "Where each key is written"),
      el("p", { class: "hint" }, "A key that is left to its default is at the policy's own place."), el("div", { class: "written" })));
  return element;
}

async function written(element, name) {
  const place = element.querySelector(".written");
  if (place.childElementCount > 0) {
    return;
  }
  try {
    const found = await properties(name);
    if (place.childElementCount === 0) {
      show(place, el("dl", { class: "said" }, Object.entries(found).map(([key, { name: property, source }]) =>
        el("div", { "data-key": key }, el("dt", {}, el("code", {}, property)), el("dd", {}, source ?? "in no file")))));
    }
  }
  catch (error) {
    show(place, el("p", {}, `It could not be read: ${error.message}.`));
  }
}

function list(values) {
  if (!values || values.length === 0) {
    return el("span", { class: "hint" }, "none");
  }
  return el("ul", { class: "tokens" }, values.slice(0, 40).map((value) => el("li", {}, el("code", {}, value))),
    values.length > 40 ? el("li", {}, `and ${values.length - 40} more`) : null);
}

function age(text) {
  const value = seconds(text);
  return value === null ? text : duration(value);
}

export function finding({ severity, rule, property, value, source, message, advice, accepted }) {
  return el("li", { "data-severity": accepted ? "accepted" : severity },
    el("p", { class: "finding-head" }, el("span", { class: "tag" }, accepted ? "accepted" : severity), el("code", {}, rule), el("span", { class: "hint" }, source ?? "")),
    el("p", {}, el("code", {}, property), value ? `: "${value}" ` : " ", `${message ?? ""}.`),
    advice ? el("p", { class: "advice" }, advice) : null);
}

function findings(all) {
  return el("section", { class: "panel" }, el("h3", {}, "Findings"), all.length === 0
    ? el("p", { class: "empty" }, "Nothing was found that deserves a second look.")
    : el("ul", { class: "findings" }, all.slice(0, 200).map(finding)));
}

function reload(last) {
  if (!last) {
    return null;
  }
  return el("section", { class: "panel" }, el("h3", {}, "Last reload"),
    facts([["When", ago(last.time)], ["Outcome", last.outcome]]),
    last.problems?.length > 0 ? el("ul", { class: "findings" }, last.problems.map(finding)) : null);
}

function refusals(all) {
  if (all.length === 0) {
    return el("section", { class: "panel" }, el("h3", {}, "Recent refusals"),
      el("p", { class: "empty" }, "Nothing was refused lately. ", el("a", { href: "#matrix" }, "The matrix"), " makes some, if you send its requests."));
  }
  const columns = ["Policy", "Pattern", "Reason", "Origin", "Times", "Last", "Try"];
  return el("section", { class: "panel" }, el("h3", {}, "Recent refusals"),
    el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Recent refusals" },
      el("table", { class: "plain" }, el("thead", {}, el("tr", {}, columns.map((name) => el("th", { scope: "col" }, name)))),
        el("tbody", {}, all.slice(0, 200).map(refusal)))));
}

function refusal(refused) {
  const { policy, pattern, reason, detail, origin, count, lastSeen, advice } = refused;
  return el("tr", {}, el("td", {}, policy), el("td", {}, el("code", {}, pattern)),
    el("td", {}, el("code", {}, [reason, detail].filter(Boolean).join(": ")), advice ? el("small", {}, advice) : null),
    el("td", {}, el("code", {}, origin)), el("td", { class: "number" }, String(count)),
    el("td", {}, lastSeen ? ago(lastSeen) : ""),
    el("td", {}, el("a", { href: tryAddress(again(refused)), "aria-label": `Try ${pattern} from ${origin}` }, "Try")));
}

/** A request that would be refused like one that was: paths are not kept, so it goes to one that the pattern matches. */
function again({ policy, pattern, reason, detail, origin }) {
  return {
    origin, path: sample(pattern), credentials: Boolean(store.policies[policy]?.allowCredentials),
    method: reason === "method-not-allowed" && detail ? detail : "GET",
    headers: reason === "header-not-allowed" && detail ? { [detail]: "1" } : {},
  };
}
