import { applicationPath } from "./config.js";
import { byId, el, facts, failure, show } from "./dom.js";
import { readConsole } from "./endpoint.js";
import { exchange } from "./exchange.js";
import { tryAddress } from "./links.js";
import { store } from "./store.js";

// What a browser's console said, read: which request it was about, and which line to change.

// What the text may lack, and the field that adds it.
const MISSING = { url: ["its address", "path"], origin: ["the page's origin", "origin"], method: ["its method", "method"], header: ["the header that the page sets", "headers"] };
const BROWSERS = { chromium: "Chromium, as Chrome and Edge", firefox: "Firefox", safari: "Safari" };

export function start() {
  const form = byId("console-form");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit(form);
  });
  byId("console-example").addEventListener("click", () => {
    form.text.value = example();
    submit(form);
  });
}

/** Reads a text that an address brings along. */
export function open(parameters) {
  const form = byId("console-form");
  form.text.value = parameters.get("text") ?? "";
  byId("console-title").focus();
  submit(form);
}

function example() {
  const path = store.handlers.find(({ policy }) => policy)?.path ?? "/api/orders";
  return `Access to fetch at '${location.origin}${applicationPath}${path}' from origin 'https://stranger.example' has been blocked by CORS policy: `
    + "No 'Access-Control-Allow-Origin' header is present on the requested resource.";
}

async function submit(form) {
  const result = byId("console-result");
  if (form.text.value.trim() === "") {
    show(result, el("p", { class: "notice", role: "alert" }, "There is no text yet: paste what the browser's console said."));
    form.text.focus();
    return;
  }
  result.setAttribute("aria-busy", "true");
  show(result, el("p", { class: "empty" }, "Reading…"));
  const added = read(form);
  try {
    show(result, answer(await readConsole(form.text.value, added), added));
  }
  catch (error) {
    show(result, failure(`It could not be read: ${error.message}.`, () => submit(form)));
  }
  result.removeAttribute("aria-busy");
}

function read(form) {
  const entries = ["path", "origin", "method", "headers", "credentials"].map((name) => [name, form[name].value.trim()]);
  return Object.fromEntries(entries.filter(([, value]) => value !== ""));
}

function answer({ told, explanation }, added) {
  return [
    el("p", { class: "told" }, told.message),
    facts([
      ["Worded by", BROWSERS[told.browser] ?? told.browser], ["Address", told.url], ["Page", told.origin], ["Method", told.method],
      ["Header", told.header], ["Credentials", told.credentials === undefined ? null : told.credentials ? "sent" : "not sent"],
      ["Stopped at", told.preflight === undefined ? null : told.preflight ? "the preflight" : "the response"],
    ]),
    told.missing.length > 0 ? lacking(told.missing) : null,
    explanation ? explained(request(told, added), explanation) : null,
  ];
}

function lacking(missing) {
  const wanted = missing.map((name) => MISSING[name] ?? [name, "path"]);
  return el("div", { class: "notice" }, el("p", {}, `The text does not tell ${wanted.map(([words]) => words).join(", nor ")}.`),
    el("button", { type: "button", onclick: () => {
      byId("console-more").open = true;
      byId(`console-${wanted[0][1]}`).focus();
    } }, "Add it"));
}

/** The request that was explained: what the text tells, and what was added in its place. */
function request(told, added) {
  const names = [...added.headers?.split(",") ?? [], told.header].filter(Boolean);
  return {
    origin: added.origin ?? told.origin ?? "", method: added.method ?? told.method ?? "GET", path: pathOf(added.path ?? told.url),
    headers: Object.fromEntries(names.map((name) => name.split(":")).map(([name, ...value]) => [name.trim(), value.join(":").trim() || "1"])),
    credentials: added.credentials === undefined ? Boolean(told.credentials) : added.credentials === "true",
  };
}

/** The path below that of the application, as policies have it. */
function pathOf(address) {
  const url = URL.parse(address, location.origin);
  const path = url ? url.pathname + url.search : address;
  return address.startsWith("/") || !path.startsWith(`${applicationPath}/`) ? path : path.slice(applicationPath.length);
}

function explained(asked, explanation) {
  // What to do first; how it comes about behind it.
  return [
    explanation.advice ? el("p", { class: "advice" }, explanation.advice) : null,
    el("p", { class: "from" }, el("code", {}, `${asked.method} ${asked.path}`), " from ", el("code", {}, asked.origin), " ",
      el("a", { href: tryAddress(asked) }, "Open in Try")),
    exchange({ request: asked, sent: null, arrived: null, explanation: { ...explanation, advice: null }, agrees: null }),
  ];
}
