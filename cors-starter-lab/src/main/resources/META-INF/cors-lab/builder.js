import { byId, copies, el, failure, settled, show } from "./dom.js";
import { check } from "./endpoint.js";
import { finding } from "./policies.js";
import { risks } from "./risks.js";
import { nameOf, toYaml } from "./yaml.js";

// Choices on the one side, YAML on the other.

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "*"];
const LONGEST = 2_400;
let asked = 0;
const verifySoon = settled(() => verify(byId("builder-yaml").textContent));

export function start() {
  const form = byId("builder-form");
  show(form, fields());
  form.addEventListener("input", () => update(form));
  form.addEventListener("submit", (event) => event.preventDefault());
  copies(byId("builder-copy"), () => byId("builder-yaml"));
  update(form);
}

export function open() {
  // Nothing in it can be pointed to.
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
    el("div", { class: "field-row" }, choice("onRefusal", "If refused", ["block", "forward"]), choice("mode", "Mode", ["enforce", "report-only", "deny"])),
  ];
}

function text(name, label, value, hint = null, attributes = {}) {
  return el("div", { class: "field" }, el("label", { for: `builder-${name}` }, label),
    el("input", { id: `builder-${name}`, name, value, autocomplete: "off", spellcheck: "false",
      "aria-describedby": `hint-${name} risk-${name}`, ...attributes }),
    hint ? el("p", { class: "hint", id: `hint-${name}` }, hint) : null, risk(name));
}

function choice(name, label, values) {
  return el("div", { class: "field" }, el("label", { for: `builder-${name}` }, label),
    el("select", { id: `builder-${name}`, name, "aria-describedby": `risk-${name}` }, values.map((value) => el("option", {}, value))), risk(name));
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
    maxAge: age === "" ? null : age,
    onRefusal: form.onRefusal.value,
    mode: form.mode.value,
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
  verifySoon();
}

async function verify(yaml) {
  const turn = ++asked;
  try {
    if (encodeURIComponent(yaml).length > LONGEST) {
      throw new Error("it is too long for the address that asks for it. Start the application with it instead");
    }
    const found = await check(yaml);
    if (turn === asked) {
      report(found);
    }
  }
  catch (error) {
    if (turn === asked) {
      tell("differs", "This could not be checked.");
      show(byId("builder-findings"), el("li", {}, failure(`It could not be checked: ${error.message}.`, () => verify(yaml))));
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
