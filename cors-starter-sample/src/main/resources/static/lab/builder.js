import { byId, el, failure, show } from "./dom.js";
import { finding } from "./policies.js";
import { risks } from "./risks.js";
import { check } from "./server.js";
import { nameOf, toYaml } from "./yaml.js";

// Choices on the one side, YAML on the other.

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "*"];
const CHECK_DELAY = 200;
const COPIED_FOR = 2_000;
let timer;
let asked = 0;

export function start() {
  const form = byId("builder-form");
  show(form, fields());
  form.addEventListener("input", () => update(form));
  form.addEventListener("submit", (event) => event.preventDefault());
  byId("builder-copy").addEventListener("click", copy);
  update(form);
}

function fields() {
  return [
    el("div", { class: "field-row" }, text("name", "Name", "storefront"), text("paths", "Paths", "/shop/**")),
    text("allowedOrigins", "Origins", "https://shop.example.com", "Separated by spaces or commas; * for any."),
    methods(),
    text("allowedHeaders", "Request headers", "Content-Type, Authorization"),
    text("exposedHeaders", "Exposed response headers", "X-Total-Count"),
    el("div", { class: "field" },
      el("label", { class: "check" }, el("input", { type: "checkbox", name: "allowCredentials", "aria-describedby": "risk-allowCredentials" }), " Allow credentials"), risk("allowCredentials")),
    text("maxAge", "Max age in seconds", "1800", null, { inputmode: "numeric" }),
  ];
}

function text(name, label, value, hint = null, attributes = {}) {
  return el("div", { class: "field" }, el("label", { for: `builder-${name}` }, label),
    el("input", { id: `builder-${name}`, name, value, autocomplete: "off", spellcheck: "false",
      "aria-describedby": `hint-${name} risk-${name}`, ...attributes }),
    hint ? el("p", { class: "hint", id: `hint-${name}` }, hint) : null, risk(name));
}

function methods() {
  return el("fieldset", { class: "field", "aria-describedby": "risk-allowedMethods" }, el("legend", {}, "Methods"),
    el("div", { class: "checks" }, METHODS.map((method) => el("label", { class: "check" },
      el("input", { type: "checkbox", name: "allowedMethods", value: method, checked: ["GET", "POST"].includes(method) }),
      method === "*" ? " any" : ` ${method}`))), risk("allowedMethods"));
}

function risk(name) {
  return el("p", { class: "risk", id: `risk-${name}` });
}

function read(form) {
  const listed = (name) => form[name].value.split(/[\s,]+/).filter((value) => value !== "");
  const checked = [...form.allowedMethods].filter((box) => box.checked).map((box) => box.value);
  const age = form.maxAge.value.trim();
  return {
    name: nameOf(form.elements.namedItem("name").value),
    paths: listed("paths"),
    allowedOrigins: listed("allowedOrigins"),
    allowedMethods: checked.includes("*") ? ["*"] : checked,
    allowedHeaders: listed("allowedHeaders"),
    exposedHeaders: listed("exposedHeaders"),
    allowCredentials: form.allowCredentials.checked,
    maxAge: age === "" ? null : Number(age),
  };
}

function update(form) {
  const policy = read(form);
  byId("builder-yaml").textContent = toYaml(policy);
  for (const [name, { level, text: words }] of Object.entries(risks(policy))) {
    const place = byId(`risk-${name}`);
    place.dataset.level = level;
    place.textContent = words;
  }
  const status = byId("builder-status");
  status.dataset.state = "checking";
  clearTimeout(timer);
  timer = setTimeout(() => verify(policy), CHECK_DELAY);
}

async function verify(policy) {
  const turn = ++asked;
  try {
    if (policy.maxAge !== null && !Number.isSafeInteger(policy.maxAge)) {
      throw new Error("the max age is no whole number of seconds");
    }
    const found = await check(policy);
    if (turn === asked) {
      report(found);
    }
  }
  catch (error) {
    if (turn === asked) {
      tell("differs", "This could not be checked.");
      show(byId("builder-findings"), el("li", {}, failure(`It could not be checked: ${error.message}.`, () => verify(policy))));
    }
  }
}

function report(found) {
  const errors = found.filter(({ severity }) => severity === "error").length;
  const warnings = found.length - errors;
  if (errors > 0) {
    tell("differs", `A start would refuse this: ${count(errors, "error")}.`);
  }
  else {
    tell("agrees", warnings > 0 ? `A start accepts this, with ${count(warnings, "warning")}.` : "A start accepts this.");
  }
  show(byId("builder-findings"), found.map(finding));
}

function tell(state, words) {
  const status = byId("builder-status");
  status.dataset.state = state;
  status.textContent = words;
}

function count(number, noun) {
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
}

async function copy() {
  const button = byId("builder-copy");
  try {
    await navigator.clipboard.writeText(byId("builder-yaml").textContent);
    button.textContent = "Copied";
  }
  catch {
    getSelection().selectAllChildren(byId("builder-yaml"));
    button.textContent = "Selected: press Ctrl+C";
  }
  setTimeout(() => {
    button.textContent = "Copy";
  }, COPIED_FOR);
}
