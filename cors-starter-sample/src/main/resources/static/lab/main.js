import { byId, el, show } from "./dom.js";
import * as builder from "./builder.js";
import * as matrix from "./matrix.js";
import * as policies from "./policies.js";
import * as attempt from "./try.js";

// Shows one view at a time, by the address's fragment, and starts each when it is first seen.

const views = { matrix, try: attempt, policies, builder };
const started = new Set();
let name = "matrix";

function route() {
  const wanted = location.hash.slice(1);
  // Other fragments are places within the view, such as the skip link's.
  name = Object.hasOwn(views, wanted) ? wanted : name;
  for (const section of document.querySelectorAll("[data-view]")) {
    section.hidden = section.dataset.view !== name;
  }
  for (const link of document.querySelectorAll("nav a")) {
    if (link.hash === `#${name}`) {
      link.setAttribute("aria-current", "page");
    }
    else {
      link.removeAttribute("aria-current");
    }
  }
  if (!started.has(name)) {
    started.add(name);
    views[name].start();
  }
}

function rightHost() {
  if (location.hostname === "localhost" && location.protocol === "http:") {
    return true;
  }
  const there = new URL(location.href);
  there.hostname = "localhost";
  there.protocol = "http:";
  const notice = byId("wrong-host");
  show(notice, el("p", {}, "The lab works at localhost, whose subdomains are this machine as well: ",
    el("a", { href: there.href }, there.origin), "."));
  notice.hidden = false;
  return false;
}

if (rightHost()) {
  // A cookie of this server, to see where it is sent along: pages of other names are
  // other sites to it.
  document.cookie = "lab-visitor=1; SameSite=None; Secure; Path=/";
  addEventListener("hashchange", route);
  route();
}
