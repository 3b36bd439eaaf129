import { byId, el } from "./dom.js";
import { framesPath, server } from "./config.js";
import { OPAQUE } from "./origins.js";

// Hidden pages of other origins, opened when they are first needed.

const LOAD_LIMIT = 10_000;
const ANSWER_LIMIT = 20_000;
const frames = new Map();

/** Has a page of an origin send a request, and returns what the browser let it see. */
export async function send(origin, request) {
  const frame = await open(origin);
  return answer(frame, origin, request);
}

function open(origin) {
  if (!frames.has(origin)) {
    frames.set(origin, load(origin).catch((error) => {
      frames.delete(origin);
      throw error;
    }));
  }
  return frames.get(origin);
}

function load(origin) {
  const opaque = origin === OPAQUE;
  const frame = el("iframe", {
    title: `Page of ${origin}`,
    src: `${opaque ? server : origin}${framesPath}/frame.html`,
    sandbox: opaque ? "allow-scripts" : null,
  });
  const loaded = new Promise((resolve) => {
    frame.addEventListener("load", () => resolve(frame), { once: true });
  });
  byId("frames").append(frame);
  return within(LOAD_LIMIT, loaded, `no page of ${origin} came up`).catch((error) => {
    frame.remove();
    throw error;
  });
}

function answer(frame, origin, request) {
  const { port1, port2 } = new MessageChannel();
  const answered = new Promise((resolve) => {
    port1.onmessage = (event) => resolve(event.data);
  });
  // An opaque origin cannot be named; the message holds nothing that is secret.
  frame.contentWindow.postMessage(request, origin === OPAQUE ? "*" : origin, [port2]);
  return within(ANSWER_LIMIT, answered, `the page of ${origin} does not answer`).finally(() => port1.close());
}

async function within(limit, promise, message) {
  let timer;
  const late = new Promise((resolve, reject) => {
    timer = setTimeout(() => reject(new Error(message)), limit);
  });
  try {
    return await Promise.race([promise, late]);
  }
  finally {
    clearTimeout(timer);
  }
}
