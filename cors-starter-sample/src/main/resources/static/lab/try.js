import { byId, el, failure, show } from "./dom.js";
import { run } from "./experiment.js";
import { explanation } from "./explanation.js";
import { title } from "./operations.js";
import { OPAQUE, origins, server } from "./origins.js";

// A request of one's own.

const samples = {
  "application/json": '{"item":"Tea pot","quantity":2}', "text/plain": "a tea pot",
  "application/x-www-form-urlencoded": "item=Tea+pot&quantity=2",
};

export function start() {
  const form = byId("try-form");
  byId("try-origins").append(...origins.map(({ origin, role }) => el("option", { value: origin }, role)),
    el("option", { value: "https://shop.example.com" }, "only explained"));
  form.origin.value = origins[1].origin;
  form.path.value = "/api/orders";
  form.bodyType.addEventListener("change", () => {
    const type = form.bodyType.value;
    form.body.disabled = !type;
    form.body.value = samples[type] ?? "";
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit(form);
  });
}

async function submit(form) {
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
  show(result, el("p", { class: "empty" }, "Sending…"));
  try {
    show(result, el("h3", {}, title(request)), explanation(await run(request)));
  }
  catch (error) {
    show(result, failure(`It could not be sent: ${error.message}.`, () => submit(form)));
  }
  result.removeAttribute("aria-busy");
}

function read(form) {
  const origin = form.origin.value.trim();
  if (origin !== OPAQUE && URL.parse(origin) === null) {
    throw new Error("An origin is scheme, host and port, as https://shop.example.com, or null.");
  }
  const path = form.path.value.trim();
  if (!path.startsWith("/") || URL.parse(path, server)?.origin !== server) {
    throw new Error("A path starts with one slash.");
  }
  const headers = readHeaders(form.headers.value);
  const type = form.bodyType.value;
  if (type) {
    headers["Content-Type"] = type;
  }
  return {
    origin, path, headers, method: form.method.value, credentials: form.credentials.checked,
    body: type ? form.body.value : undefined,
  };
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
