import { byId, el, show } from "./dom.js";

// Shows a long list a page at a time.

/**
 * @param nav where the pages are named
 * @param size how many a page has
 * @param render shows a page
 */
export function pager(nav, size, render) {
  let all = [];
  let page = 0;

  function turn(to) {
    page = to;
    const count = Math.ceil(all.length / size);
    nav.hidden = count < 2;
    show(nav, button("Previous", page > 0, () => turn(page - 1)),
      el("span", { role: "status" }, `${page * size + 1} to ${Math.min(all.length, (page + 1) * size)} of ${all.length}`),
      button("Next", page + 1 < count, () => turn(page + 1)));
    render(all.slice(page * size, (page + 1) * size));
  }

  function button(label, possible, onclick) {
    return el("button", { type: "button", disabled: !possible, onclick: () => {
      onclick();
      // Both are made anew: the focus goes to the same one, or to the other at an end.
      [...nav.querySelectorAll("button")].sort((one) => one.textContent === label ? -1 : 1).find(({ disabled }) => !disabled)?.focus();
      byId("main").scrollIntoView();
    } }, label);
  }

  return {
    show(entries) {
      all = entries;
      turn(0);
    },
    /** Shows the page that an entry is on. */
    reveal(entry) {
      turn(Math.max(0, Math.floor(all.indexOf(entry) / size)));
    },
    /** Shows other entries in place of the same ones, on the same page. */
    replace(entries) {
      all = entries;
      turn(Math.min(page, Math.max(0, Math.ceil(all.length / size) - 1)));
    },
  };
}
