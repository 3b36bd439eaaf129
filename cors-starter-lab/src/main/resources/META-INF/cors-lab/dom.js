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
  element.append(...children.flat(Infinity).filter(isThere));
  return element;
}

function isThere(child) {
  return child !== null && child !== undefined && child !== false && child !== "";
}

export function byId(id) {
  return document.getElementById(id);
}

export function show(parent, ...children) {
  parent.replaceChildren(...children.flat(Infinity).filter(isThere));
}

/** Text that may go on in a new line behind slashes and in front of dots. */
export function breakable(text) {
  return text.split(/(?<=\/\/)|(?=\.)/).flatMap((part, index) => index === 0 ? [part] : [el("wbr"), part]);
}

/** Text that only screen readers tell. */
export function unseen(text) {
  return el("span", { class: "unseen" }, text);
}

/** A list of terms and what they are; entries without a value are left out. */
export function facts(entries) {
  return el("dl", { class: "facts" }, entries.filter(([, value]) => isThere(value))
    .map(([term, value]) => el("div", {}, el("dt", {}, term), el("dd", {}, value))));
}

export function failure(message, retry) {
  return el("div", { class: "notice", role: "alert" }, el("p", {}, message),
    retry ? el("button", { type: "button", onclick: retry }, "Try again") : null);
}

/** Runs something a moment after the last of many calls. */
export function settled(run, delay = 150) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(run, delay);
  };
}

const COPIED_FOR = 2_000;

/** A button that copies what is in an element, or a longer text of which that shows a part. */
export function copies(button, source, text = () => source().textContent) {
  const label = button.textContent;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text());
      button.textContent = "Copied";
    }
    catch {
      getSelection().selectAllChildren(source());
      button.textContent = "Selected";
    }
    setTimeout(() => {
      button.textContent = label;
    }, COPIED_FOR);
  });
  return button;
}
