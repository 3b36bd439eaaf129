// Makes elements. Whatever comes from a request or the server becomes text, never markup.

export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) {
      element.addEventListener(key.slice(2), value);
    }
    else if (value === true) {
      element.setAttribute(key, "");
    }
    else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(key, value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

export function byId(id) {
  return document.getElementById(id);
}

export function show(parent, ...children) {
  parent.replaceChildren(...children.flat().filter((child) => child !== null));
}

/** A list of terms and what they are; entries without a value are left out. */
export function facts(entries) {
  const present = entries.filter(([, value]) => value !== null && value !== undefined && value !== "");
  return el("dl", { class: "facts" }, present.map(([term, value]) => el("div", {}, el("dt", {}, term), el("dd", {}, value))));
}

export function failure(message, retry) {
  return el("div", { class: "notice", role: "alert" }, el("p", {}, message),
    retry ? el("button", { type: "button", onclick: retry }, "Try again") : null);
}
