import { breakable, byId, el, settled, show, unseen } from "./dom.js";
import { urlOf } from "./config.js";
import { dryRuns } from "./endpoint.js";
import { combine, confirm, runAll } from "./experiment.js";
import { open as openDialog } from "./explanation.js";
import { isReading, note, rows } from "./operations.js";
import { columns, isHere, short } from "./origins.js";
import { pager } from "./pager.js";
import { store } from "./store.js";
import { agreement, reason, seen, state, traffic } from "./verdict.js";

// What the application maps, by policy, and the origins that say something about it.

const ROWS = 24;
const pages = pager(byId("matrix-pages"), ROWS, render);
let cells = [];
let generation = 0;
let groupsMade = 0;

export function start() {
  byId("matrix-filter").addEventListener("input", settled(filter));
  byId("matrix-writes").addEventListener("change", announce);
  byId("matrix-tools").addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
  filter();
}

export function open() {
  // Nothing in it can be pointed to.
}

function filter() {
  const wanted = byId("matrix-filter").value.trim().toLowerCase();
  pages.show(rows(store).filter(({ name, method, pattern }) => `${name ?? ""} ${method} ${pattern}`.toLowerCase().includes(wanted)));
}

async function render(page) {
  const mine = ++generation;
  cells = [];
  const groups = Object.values(Object.groupBy(page, ({ name }) => name ?? "")).map(group);
  show(byId("matrix-groups"), groups.length > 0 ? groups.map(({ element }) => element) : empty());
  byId("matrix-hint").textContent = hint(groups);
  announce();
  await Promise.all(groups.map((each) => foretell(each, mine)));
  if (mine === generation) {
    announce();
  }
}

// Only names below localhost can be opened: where policies list none, nothing that is granted is ever sent.
function hint(groups) {
  const known = groups.filter(({ all: [{ policy }] }) => policy).flatMap(({ origins }) => origins)
    .filter(({ role }) => role === "listed" || role === "anyone");
  return known.length === 0 || known.some(({ origin }) => isHere(origin)) ? ""
    : "To see a granted request sent for real, list a name below localhost in the configuration for development: http://shop.localhost:* beside the origin of the shop.";
}

function empty() {
  const filtered = byId("matrix-filter").value.trim() !== "";
  return el("p", { class: "panel empty" }, filtered ? "Nothing matches the filter."
    : ["The application maps nothing, and no policy is in force. ", el("a", { href: "#builder" }, "Build a policy"), "."]);
}

function group(all) {
  const [{ name, policy }] = all;
  const origins = columns(policy);
  const head = el("tr", { role: "row" }, el("th", { scope: "col", role: "columnheader" }, "Request"),
    origins.map(({ origin, role }) => el("th", { scope: "col", role: "columnheader" }, el("code", { title: origin }, breakable(short(origin))), el("small", {}, role))));
  const id = `group-${++groupsMade}`;
  const title = el("h3", { id }, name
    ? ["Policy ", el("a", { href: `#policies?${new URLSearchParams({ policy: name })}` }, name), " ",
      el("span", { class: "tag", "data-mode": policy.mode }, policy.mode)] : "Governed by no policy");
  const table = el("table", { class: "matrix", role: "table", "aria-labelledby": id },
    el("thead", { role: "rowgroup" }, head), el("tbody", { role: "rowgroup" }, all.map((row) => line(row, origins))));
  return { all, origins, element: el("section", { class: "group" }, title, table) };
}

// Display rules for narrow screens take the table's own roles away: hence the roles.
function line(row, origins) {
  return el("tr", { role: "row" }, el("th", { scope: "row", role: "rowheader" },
    el("span", { class: "method" }, row.method), " ", el("code", { class: "path" }, row.pattern), " ",
    el("small", {}, row.unmapped ? "the policy's own path" : note(row))),
  origins.map((column) => cell(row, column)));
}

function cell(row, { origin }) {
  const button = el("button", { type: "button", class: "cell", "data-state": "waiting", disabled: true }, "…");
  const { method, path, headers, credentials } = row;
  const entry = { button, row, request: { origin, method, path, headers, credentials }, result: null };
  button.addEventListener("click", () => openDialog(entry.result));
  cells.push(entry);
  return el("td", { role: "cell", "data-origin": short(origin) }, button);
}

async function foretell({ all, origins }, mine) {
  const requests = all.map(({ method, path, headers, credentials }) => ({ method, url: urlOf(path), headers, credentials }));
  const found = await dryRuns(requests, origins.map(({ origin }) => origin))
    .catch((error) => requests.map(() => origins.map(() => ({ failure: error.message }))));
  if (mine === generation) {
    const of = new Map(all.map((row, index) => [row, found[index]]));
    const at = new Map(origins.map(({ origin }, index) => [origin, index]));
    for (const each of cells.filter(({ row }) => of.has(row))) {
      fill(each, combine(each.request, null, of.get(each.row)[at.get(each.request.origin)]));
    }
  }
}

function fill(entry, result) {
  const { button, request } = entry;
  entry.result = result;
  button.dataset.state = state(result);
  button.dataset.agrees = agreement(result);
  button.disabled = false;
  show(button, unseen(`${request.method} ${request.path} from ${request.origin}: `),
    el("span", { class: "seen" }, seen(result)), unseen(result.sent ? " as sent, " : " in the dry run, "),
    el("span", { class: "traffic" }, traffic(result)), unseen(", "),
    el("span", { class: "reason" }, result.agrees === false ? "dry run disagrees" : reason(result)));
}

function sendable() {
  const writes = byId("matrix-writes").checked;
  return cells.filter(({ request, result }) => result && isHere(request.origin) && (writes || isReading(request)));
}

async function send() {
  const button = byId("matrix-run");
  if (button.getAttribute("aria-disabled") === "true") {
    return;
  }
  // Not disabled: that would take the focus away.
  button.setAttribute("aria-disabled", "true");
  const mine = generation;
  const entries = sendable();
  byId("matrix-summary").textContent = `Sending ${entries.length} requests…`;
  await runAll(entries, (result, index) => {
    if (mine === generation) {
      fill(entries[index], result.failure ? { ...entries[index].result, failure: result.failure } : result);
    }
  }, 6, ({ request, result }) => confirm({ ...request, body: body(request) }, result.explanation));
  button.removeAttribute("aria-disabled");
  announce();
}

function body({ headers }) {
  return headers["Content-Type"] ? "{}" : undefined;
}

function announce() {
  const summary = byId("matrix-summary");
  const results = cells.map(({ result }) => result).filter(Boolean);
  const sent = results.filter(({ sent: is }) => is);
  const differing = results.filter(({ agrees }) => agrees === false).length;
  const failed = results.filter(({ failure, explanation }) => failure || explanation?.failure).length;
  const left = cells.length - results.length;
  summary.dataset.state = left > 0 ? "waiting" : differing + failed > 0 ? "differs" : "agrees";
  summary.dataset.sent = String(sent.length);
  summary.textContent = left > 0 ? "Asking…" : [
    `${results.length} dry runs.`,
    sent.length > 0 ? `${sent.length} sent for real: ${differing > 0 ? `${differing} went otherwise.` : "the browser did what the dry run says."}`
      : `${sendable().length} of them can be sent for real.`,
    failed > 0 ? `${failed} came to nothing: choose one to see why.` : "",
    store.leftOut > 0 ? `${store.leftOut} patterns more are not shown.` : ""].filter(Boolean).join(" ");
}
