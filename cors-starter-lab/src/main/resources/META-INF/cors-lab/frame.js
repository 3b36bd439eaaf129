"use strict";

// A page of another origin. It sends what the lab asks for, and tells what the browser let
// it see. No module: those are fetched by CORS, which this page may be refused.
(() => {
  const MAX_BODY = 2_000;
  const GIVE_UP = 10_000;
  const own = new URL(location.href);
  const local = new URL(own);
  local.hostname = "localhost";
  const elsewhere = new URL(local);
  elsewhere.port = /^:(\d+)/.exec(document.documentElement.dataset.elsewhere)?.[1] ?? local.port;
  const labs = new Set([own.origin, local.origin, elsewhere.origin]);
  const servers = new Set([own.origin, local.origin]);

  window.addEventListener("message", async (event) => {
    if (!labs.has(event.origin) || event.source !== window.parent || event.ports.length !== 1) {
      return;
    }
    event.ports[0].postMessage(await send(event.data));
  });

  async function send({ url, method, headers, credentials, body }) {
    if (!servers.has(new URL(url).origin)) {
      return { readable: false, invalid: "The lab sends requests to its own server only." };
    }
    let request;
    const signal = AbortSignal.timeout(GIVE_UP);
    try {
      request = new Request(url, {
        method, headers, body, signal, mode: "cors", credentials: credentials ? "include" : "omit",
      });
    }
    catch (error) {
      return { readable: false, invalid: String(error.message) };
    }
    try {
      return await read(await fetch(request));
    }
    catch (error) {
      return { readable: false, error: signal.aborted ? "It took too long." : String(error.message) };
    }
  }

  async function read(response) {
    return {
      readable: true, status: response.status, redirected: response.redirected, headers: [...response.headers],
      body: await beginning(response.body),
    };
  }

  // Some responses never end.
  async function beginning(body) {
    let text = "";
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
    while (reader && text.length < MAX_BODY) {
      const { value, done } = await Promise.race([reader.read(), pause()]);
      if (done) {
        return text;
      }
      text += value;
    }
    reader?.cancel().catch(() => {});
    return text.slice(0, MAX_BODY);
  }

  function pause() {
    return new Promise((resolve) => {
      setTimeout(() => resolve({ done: true }), GIVE_UP / 5);
    });
  }
})();
