"use strict";

// A page of another origin. It sends what the lab asks for, and tells what the browser let
// it see. No module: those are fetched by CORS, which this page may be refused.
(() => {
  const MAX_BODY = 2000;
  const lab = new URL(location.href);
  lab.hostname = "localhost";

  window.addEventListener("message", async (event) => {
    if (event.origin !== lab.origin || event.source !== window.parent || event.ports.length !== 1) {
      return;
    }
    event.ports[0].postMessage(await send(event.data));
  });

  async function send({ url, method, headers, credentials, body }) {
    if (new URL(url).origin !== lab.origin) {
      return { readable: false, invalid: "The lab sends requests to its own server only." };
    }
    let request;
    try {
      request = new Request(url, {
        method, headers, body, mode: "cors", credentials: credentials ? "include" : "omit",
      });
    }
    catch (error) {
      return { readable: false, invalid: String(error.message) };
    }
    try {
      return await read(await fetch(request));
    }
    catch (error) {
      return { readable: false, error: String(error.message) };
    }
  }

  async function read(response) {
    const body = await response.text();
    return {
      readable: true, status: response.status, headers: [...response.headers], body: body.slice(0, MAX_BODY),
    };
  }
})();
