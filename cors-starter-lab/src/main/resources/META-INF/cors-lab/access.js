import { byId, el, show } from "./dom.js";
import { endpointPath } from "./config.js";

// What to do where the endpoint does not answer.

const EXPOSURE = `management:
  endpoints:
    web:
      exposure:
        include: [cors]`;

/** Says why there is nothing to see, and what to do about it. */
export function explain(error, retry) {
  show(byId("notices"), notice(error, retry));
}

export function clear() {
  show(byId("notices"));
}

function notice(error, retry) {
  const again = el("button", { type: "button", onclick: retry }, "Try again");
  switch (error.kind) {
    case "absent": return panel("There is no /actuator/cors to read",
      el("p", {}, "The lab shows what that endpoint tells. The application needs ", el("code", {}, "spring-boot-starter-actuator"),
        ", and has to expose the endpoint:"),
      el("pre", { tabindex: "0", role: "region", "aria-label": "Configuration that exposes the endpoint" }, EXPOSURE), again);
    case "sign-in": return panel("Sign in to see the policies",
      el("p", {}, "The lab shows what you may read of ", el("code", {}, endpointPath), ", and that wants to know who you are."),
      el("p", {}, el("a", { href: endpointPath, target: "_blank", class: "button" }, "Sign in in another tab"), " ", again));
    case "forbidden": return panel("You may not read the policies",
      el("p", {}, "You are signed in, but without the right to read ", el("code", {}, endpointPath), "."), again);
    default: return panel("The policies could not be read", el("p", {}, `${error.message}.`), again);
  }
}

function panel(title, ...content) {
  return el("section", { class: "panel access", role: "alert" }, el("h2", {}, title), content);
}
