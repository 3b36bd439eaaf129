import { byId, el, show } from "./dom.js";
import { runAll } from "./experiment.js";
import { open } from "./explanation.js";
import { operations, title } from "./operations.js";
import { origins } from "./origins.js";
import { agreement, predicted, seen, state, traffic } from "./verdict.js";

// Operations by origins: what happened beside what was foretold.

const cells = [];
let running = false;

export function start() {
  show(byId("matrix-table"), table());
  byId("matrix-run").addEventListener("click", runMatrix);
  runMatrix();
}

// Display rules for narrow screens take the table's own roles away: hence the roles.
function table() {
  const head = el("tr", { role: "row" }, el("th", { scope: "col", role: "columnheader" }, "Request"),
    origins.map(({ name, role }) => el("th", { scope: "col", role: "columnheader" }, el("code", {}, name), el("small", {}, role))));
  return el("table", { class: "matrix", role: "table" },
    el("caption", { class: "unseen" }, "Requests by the origin of the page that sends them"),
    el("thead", { role: "rowgroup" }, head), el("tbody", { role: "rowgroup" }, operations.map(row)));
}

function row(operation) {
  const { method, path, note } = operation;
  return el("tr", { role: "row" },
    el("th", { scope: "row", role: "rowheader" },
      el("span", { class: "method" }, method), el("code", { class: "path" }, path), el("small", {}, note)),
    origins.map((origin) => cell(operation, origin)));
}

function cell(operation, { origin, name }) {
  const button = el("button", { type: "button", class: "cell", "data-state": "waiting", disabled: true },
    el("span", { class: "seen" }, "…"), el("span", { class: "traffic" }, "\u00a0"), el("span", { class: "predicted" }, "\u00a0"));
  const entry = { button, request: { ...operation, origin }, result: null };
  button.addEventListener("click", () => open(entry.result));
  cells.push(entry);
  return el("td", { role: "cell", "data-origin": name }, button);
}

async function runMatrix() {
  if (running) {
    return;
  }
  running = true;
  // Not disabled: that would take the focus away.
  byId("matrix-run").setAttribute("aria-disabled", "true");
  cells.forEach(wait);
  let finished = 0;
  const summary = byId("matrix-summary");
  summary.textContent = `Sending ${cells.length} requests…`;
  const results = await runAll(cells.map(({ request }) => request), (result, index) => {
    fill(cells[index], result);
    finished++;
    summary.dataset.finished = String(finished);
  });
  summarize(summary, results);
  byId("matrix-run").removeAttribute("aria-disabled");
  running = false;
}

function wait({ button }) {
  button.dataset.state = "waiting";
  button.disabled = true;
}

function fill(entry, result) {
  const { button, request } = entry;
  entry.result = result;
  button.dataset.state = state(result);
  button.dataset.agrees = agreement(result);
  button.disabled = false;
  const [first, second, third] = button.children;
  first.textContent = seen(result);
  second.textContent = traffic(result) || "\u00a0";
  third.textContent = `${result.agrees === false ? "≠" : "="} ${predicted(result)}`;
  third.hidden = Boolean(result.failure);
  button.setAttribute("aria-label", `${title(request)}, ${request.note}, from ${request.origin}: ${seen(result)}, `
    + `${traffic(result)}. Dry run: ${predicted(result)}, ${agreement(result)}.`);
}

function summarize(summary, results) {
  const compared = results.filter(({ agrees }) => agrees !== null);
  const disagreeing = compared.filter(({ agrees }) => !agrees).length;
  summary.dataset.state = disagreeing > 0 || compared.length < results.length ? "differs" : "agrees";
  if (compared.length < results.length) {
    const failed = results.length - compared.length;
    summary.textContent = `${failed} of ${results.length} requests could not be compared: choose one to see why.`;
    return;
  }
  summary.textContent = disagreeing === 0
    ? `${results.length} requests sent. Browser and dry run agree on every one.`
    : `${results.length} requests sent. Browser and dry run disagree on ${disagreeing}.`;
}
