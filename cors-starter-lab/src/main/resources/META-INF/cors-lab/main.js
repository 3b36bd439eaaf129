import { byId, el, show } from "./dom.js";
import * as access from "./access.js";
import * as builder from "./builder.js";
import * as consoles from "./console.js";
import { elsewhereAt } from "./config.js";
import * as edge from "./edge.js";
import { EndpointError } from "./endpoint.js";
import * as matrix from "./matrix.js";
import * as policies from "./policies.js";
import { load } from "./store.js";
import * as attempt from "./try.js";

// Shows one view at a time, by the address's fragment: a view's name and what it is to show.

const views = { matrix, try: attempt, console: consoles, policies, builder, edge };
const started = new Set();
let current = "";

async function boot() {
  try {
    await load();
    access.clear();
    removeEventListener("focus", boot);
    addEventListener("hashchange", route);
    route();
  }
  catch (error) {
    if (!(error instanceof EndpointError)) {
      throw error;
    }
    access.explain(error, boot);
    // Whoever signs in does so in another tab, and comes back.
    addEventListener("focus", boot);
  }
}

function route() {
  const [wanted, query = ""] = location.hash.slice(1).split("?");
  // Other fragments are places within the view, such as the skip link's.
  const name = Object.hasOwn(views, wanted) ? wanted : current || "matrix";
  const moved = current !== "" && name !== current;
  current = name;
  for (const section of document.querySelectorAll("[data-view]")) {
    section.hidden = section.dataset.view !== name;
  }
  for (const link of document.querySelectorAll("header nav a")) {
    if (link.hash === `#${name}`) {
      link.setAttribute("aria-current", "page");
      document.title = `${link.textContent} – CORS lab`;
    }
    else {
      link.removeAttribute("aria-current");
    }
  }
  byId("explanation").close();
  if (!started.has(name)) {
    started.add(name);
    views[name].start();
  }
  if (query) {
    views[name].open(new URLSearchParams(query));
  }
  else if (moved && !document.activeElement?.closest("header")) {
    byId(`${name}-title`).focus();
  }
}

function localName() {
  const loopback = location.hostname === "127.0.0.1" || location.hostname === "[::1]" || location.hostname.endsWith(".localhost");
  if (!loopback || location.protocol !== "http:") {
    return true;
  }
  const there = new URL(location.href);
  there.hostname = "localhost";
  show(byId("notices"), el("section", { class: "panel access", role: "alert" }, el("h2", {}, "The lab works at localhost"),
    el("p", {}, "Names below localhost, which stand for other origins, are this machine as well: ",
      el("a", { href: there.href }, there.origin), ".")));
  return false;
}

if (elsewhereAt) {
  // Beside the endpoint, which has a port of its own: only there may a page read it.
  location.replace(`${location.protocol}//${location.hostname}${elsewhereAt}${location.hash}`);
}
else if (localName()) {
  // A cookie of this server, to see where it is sent along: pages of other names are other sites to it.
  document.cookie = "cors-lab-visitor=1; SameSite=None; Secure; Path=/";
  boot();
}
