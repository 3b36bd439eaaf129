import { applicationPath, server } from "./config.js";
import { byId, el, failure, show } from "./dom.js";
import { foretell, run } from "./experiment.js";
import { explanation } from "./explanation.js";
import { tried } from "./links.js";
import { columns, isHere, isOrigin, OPAQUE, STRANGER } from "./origins.js";
import { store } from "./store.js";

// A request of one's own.

const samples = {
  "application/json": "{}", "text/plain": "some text", "application/x-www-form-urlencoded": "name=value",
};

export function start() {
  const form = byId("try-form");
  const known = new Map(Object.values(store.policies).slice(0, 50).flatMap((policy) => columns(policy).map(({ origin, role }) => [origin, role])));
  known.set(server, "same origin");
  show(byId("try-origins"), [...known].map(([origin, role]) => el("option", { value: origin }, isHere(origin) ? role : `${role}, only explained`)));
  show(byId("try-paths"), store.handlers.slice(0, 200).map(({ path }) => el("option", { value: path })));
  form.origin.value = [...known.keys()].find((origin) => isHere(origin) && origin !== server) ?? STRANGER;
  form.method.value = "GET";
  form.path.value = store.handlers.find(({ policy }) => policy)?.path ?? store.handlers[0]?.path ?? "/";
  byId("try-path-hint").textContent = applicationPath ? `Below ${applicationPath}, as in policies.` : "";
  form.bodyType.addEventListener("change", () => {
    const type = form.bodyType.value;
    form.body.disabled = !type;
    form.body.value = samples[type] ?? "";
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit(form, run);
  });
  byId("try-explain").addEventListener("click", () => submit(form, foretell));
}

/** Fills the form in, and explains what is there: nothing is sent unasked. */
export function open(parameters) {
  const form = byId("try-form");
  const request = tried(parameters);
  const { "Content-Type": type, ...headers } = request.headers;
  form.origin.value = request.origin;
  form.method.value = request.method;
  form.path.value = request.path;
  form.bodyType.value = Object.hasOwn(samples, type ?? "") ? type : "";
  form.bodyType.dispatchEvent(new Event("change"));
  const shown = form.bodyType.value ? headers : request.headers;
  form.headers.value = Object.entries(shown).map(([name, value]) => `${name}: ${value}`).join("\n");
  form.credentials.checked = request.credentials;
  byId("try-title").focus();
  submit(form, foretell);
}

async function submit(form, how) {
  const problem = byId("try-error");
  problem.textContent = "";
  let request;
  try {
    request = read(form);
  }
  catch (error) {
    problem.textContent = error.message;
    return;
  }
  const result = byId("try-result");
  result.setAttribute("aria-busy", "true");
  show(result, el("p", { class: "empty" }, how === run ? "Sending…" : "Asking…"));
  try {
    show(result, el("h3", { class: "tried" }, `${request.method} ${request.path}`), explanation(await how(request)));
  }
  catch (error) {
    show(result, failure(`It could not be sent: ${error.message}.`, () => submit(form, how)));
  }
  result.removeAttribute("aria-busy");
}

function read(form) {
  const origin = form.origin.value.trim();
  if (!isOrigin(origin) && origin !== OPAQUE) {
    throw new Error("An origin is scheme, host and port, as https://shop.example.com, or null.");
  }
  const path = form.path.value.trim();
  if (!path.startsWith("/") || path.startsWith("//")) {
    throw new Error("A path starts with one slash.");
  }
  const method = form.method.value.trim();
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(method)) {
    throw new Error("A method is a word, as GET.");
  }
  const headers = readHeaders(form.headers.value);
  const type = form.bodyType.value;
  if (type) {
    headers["Content-Type"] = type;
  }
  return { origin, path, headers, method, credentials: form.credentials.checked, body: type ? form.body.value : undefined };
}

function readHeaders(text) {
  const headers = {};
  for (const line of text.split("\n").filter((each) => each.trim() !== "")) {
    const colon = line.indexOf(":");
    if (colon < 1) {
      throw new Error(`A header is a name, a colon and a value: "${line.trim()}" is none.`);
    }
    headers[line.slice(0, colon).trim()] = line.slice(colon + 1).trim();
  }
  return headers;
}
