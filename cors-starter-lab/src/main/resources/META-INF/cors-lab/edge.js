import { byId, copies, el, failure, settled, show } from "./dom.js";
import { difference } from "./diff.js";
import { draftedEdge, edge } from "./endpoint.js";
import { finding } from "./policies.js";
import { store } from "./store.js";

// The policies in force, as what stands in front of the application is told them.

const LINES = 400;
const NAMES = { nginx: "nginx", haproxy: "HAProxy", apache: "Apache httpd", caddy: "Caddy", envoy: "Envoy", "gateway-api": "Gateway API", istio: "Istio" };
const CLASSES = {
  exact: "the same decision, status and headers as the application's own, but for what is listed as lost",
  browser: "browsers end up the same; the server itself refuses less",
  part: "some policies cannot be said",
};
let targets = [];
let asked = 0;
let foretold = 0;
let files = [];

export async function start() {
  byId("edge-target").addEventListener("change", write);
  byId("edge-refresh").addEventListener("click", write);
  byId("edge-draft").addEventListener("input", settled(foretell, 500));
  await write();
}

export async function open(parameters) {
  await write();
  byId("edge-target").value = parameters.get("target") ?? byId("edge-target").value;
  await write();
}

async function write() {
  const turn = ++asked;
  const status = byId("edge-status");
  status.textContent = "Writing…";
  try {
    await choose();
    if (Object.keys(store.policies).length === 0) {
      status.textContent = "Nothing was written";
      show(byId("edge-content"), el("p", { class: "panel empty" }, "No policy is in force: there is nothing to say to what stands in front. ",
        el("a", { href: "#builder" }, "Build one"), "."));
      return;
    }
    const target = targets.find(({ id }) => id === byId("edge-target").value);
    const answer = await edge(target.id);
    if (turn === asked) {
      files = answer.files;
      foretell();
      status.textContent = `${target.exactness}: ${CLASSES[target.exactness] ?? "see its documentation"}.`;
      show(byId("edge-content"), findings(answer.findings), losses(answer.files), answer.files.length > 0 ? answer.files.map(file) : nothing());
    }
  }
  catch (error) {
    if (turn === asked) {
      status.textContent = "Nothing was written";
      show(byId("edge-content"), failure(`Nothing was written: ${error.message}.`, write));
    }
  }
}

async function choose() {
  if (targets.length === 0) {
    targets = (await edge("")).targets;
    show(byId("edge-target"), targets.map(({ id, exactness }) => el("option", { value: id }, `${NAMES[id] ?? id} (${exactness})`)));
  }
}

function nothing() {
  return el("p", { class: "panel empty" }, "No file: a path of a policy can be neither said nor refused there, and leaving it out would open it to another policy.");
}

function findings(all) {
  return el("section", { class: "panel" }, el("h3", {}, "What it cannot say"), all.length === 0
    ? el("p", { class: "empty" }, "Nothing: every policy is said whole.")
    : [el("p", { class: "hint" }, "Each policy that is named here is written as refusing: nothing is ever wider than the policies."),
      el("ul", { class: "findings" }, all.slice(0, 200).map((each) => finding({ ...each, severity: "refused there" })))]);
}

function losses(files) {
  const lost = section(files[0]?.content ?? "", "Lost");
  return lost.length === 0 ? null : el("section", { class: "panel" }, el("h3", {}, "What is lost"),
    el("ul", { class: "causes" }, lost.map((text) => el("li", {}, text))));
}

/** What a file's head lists under a title. */
function section(content, title) {
  const head = content.split("\n", LINES).filter((line) => line.startsWith("#")).map((line) => line.slice(1));
  const begin = head.findIndex((line) => line.trim() === `${title}:`);
  if (begin < 0) {
    return [];
  }
  const rest = head.slice(begin + 1);
  const end = rest.findIndex((line) => line.trim() === "");
  return rest.slice(0, end < 0 ? rest.length : end).join("\n").split(/^\s*- /m).slice(1).map((item) => item.replaceAll(/\s+/g, " ").trim());
}

function file({ name, content }) {
  const id = `edge-file-${name.replaceAll(/[^a-z0-9]/gi, "-")}`;
  const all = content.split("\n");
  const text = el("pre", { tabindex: "0", role: "region", "aria-labelledby": id }, all.slice(0, LINES).join("\n"));
  const whole = all.length <= LINES ? null : el("button", { type: "button", onclick: () => {
    text.textContent = content;
    whole.remove();
    text.focus();
  } }, `Show all ${all.length} lines`);
  return el("section", { class: "panel file" },
    el("div", { class: "code-head" }, el("h3", { id }, name), copies(el("button", { type: "button", "aria-label": `Copy ${name}` }, "Copy"), () => text, () => content)),
    text, whole, comparison(name, content));
}

function comparison(name, content) {
  const id = `compare-${name.replaceAll(/[^a-z0-9]/gi, "-")}`;
  const result = el("div", { class: "difference", role: "status" });
  const yours = el("textarea", { id, rows: "4", spellcheck: "false", oninput: settled(() => compare(yours.value, content, result)) });
  return el("details", {}, el("summary", {}, "Compare with the file that is deployed"),
    el("div", { class: "field" }, el("label", { for: id }, `The deployed ${name}`), yours), result);
}

function compare(deployed, content, result) {
  const changes = deployed.trim() === "" ? null : difference(deployed, content);
  show(result, changes === null ? [] : changes.length === 0 ? el("p", { class: "same" }, "It is the same as what the policies in force make.")
    : [el("p", {}, "It differs: - is in the deployed file, + is what the policies in force make."), drawn(changes, "Difference")]);
}

function drawn(changes, label) {
  return el("pre", { tabindex: "0", role: "region", "aria-label": label }, changes.slice(0, LINES).map(([sign, text]) =>
    el("span", { class: "change", "data-sign": sign }, `${sign} ${text}\n`)));
}

/** What would change with a start of another application.yml. */
async function foretell() {
  const turn = ++foretold;
  const yaml = byId("edge-draft").value;
  const result = byId("edge-foretold");
  if (yaml.trim() === "") {
    show(result);
    return;
  }
  const found = await draftedEdge(byId("edge-target").value, yaml).then((answer) => changed(answer))
    .catch((error) => failure(`A start would give nothing: ${error.message}.`));
  if (turn === foretold) {
    show(result, found);
  }
}

function changed(answer) {
  const names = [...new Set([...files, ...answer.files].map(({ name }) => name))];
  const text = (all, name) => all.find((each) => each.name === name)?.content ?? "";
  return [answer.findings.length > 0 ? findings(answer.findings) : null, names.map((name) => {
    const changes = difference(text(files, name), text(answer.files, name));
    return changes.length === 0 ? el("p", {}, `${name} stays the same.`)
      : [el("p", {}, `${name} changes: - is what the policies in force make, + is what that start would give.`), drawn(changes, `Changes of ${name}`)];
  })];
}
