import { byId, el, show } from "./dom.js";
import { exchange } from "./exchange.js";
import { tryAddress } from "./links.js";

// Everything that is known about one experiment.

const dialog = byId("explanation");
byId("explanation-close").addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (event) => {
  // The padding is inside: only the backdrop is the dialog itself.
  if (event.target === dialog) {
    dialog.close();
  }
});

export function open(result) {
  const { method, path } = result.request;
  byId("explanation-title").textContent = `${method} ${path}`;
  show(byId("explanation-body"), el("p", { class: "from" }, "from ", el("code", {}, result.request.origin), " ",
    el("a", { href: tryAddress(result.request) }, "Open in Try")), explanation(result));
  dialog.showModal();
  dialog.scrollTop = 0;
}

export function explanation(result) {
  return [
    result.failure ? el("p", { class: "notice" }, `It could not be sent: ${result.failure}.`) : null,
    result.sent?.invalid ? el("p", { class: "notice" }, `The browser makes no such request: ${result.sent.invalid}`) : null,
    exchange(result), read(result.sent),
  ];
}

function read(sent) {
  if (!sent?.readable) {
    return null;
  }
  return el("details", {}, el("summary", {}, "What the page could read"),
    sent.headers.length > 0 ? el("table", { class: "headers" }, el("caption", {}, "Headers"),
      el("tbody", {}, sent.headers.map(([name, value]) => el("tr", {}, el("th", { scope: "row" }, name), el("td", {}, value)))))
      : el("p", {}, "No header."),
    sent.body ? el("pre", { tabindex: "0", role: "region", "aria-label": "Body" }, sent.body) : el("p", { class: "hint" }, "The body is empty."));
}
