// What a choice means for whoever runs the API. The rules say what is wrong; these notes
// say what is at stake.

const CHROMIUM_CAP = 7_200;
const SAFELISTED = new Set(["GET", "HEAD", "POST"]);

const note = (level, text) => ({ level, text });

export function risks(policy) {
  return {
    allowedOrigins: origins(policy),
    allowedMethods: methods(policy),
    allowedHeaders: headers(policy),
    exposedHeaders: exposed(policy),
    allowCredentials: credentials(policy),
    maxAge: maxAge(policy),
    onRefusal: onRefusal(policy),
    mode: mode(policy),
  };
}

function origins({ allowedOrigins }) {
  if (allowedOrigins.includes("*")) {
    return note("care", "Any site may read the answers. Right for public data only, and not behind a firewall: a visitor's browser is inside it.");
  }
  if (allowedOrigins.includes("null")) {
    return note("risk", "Anyone can make a page whose origin is null: a sandboxed frame is enough.");
  }
  if (allowedOrigins.some((origin) => origin.startsWith("http://") && !isLocal(origin))) {
    return note("risk", "Without TLS, whoever sits on the network can pose as this origin.");
  }
  if (allowedOrigins.some((origin) => origin.includes("*"))) {
    return note("care", "Every matching host is trusted, one that is forgotten and taken over as well.");
  }
  return note("fine", "Only pages of these origins can read the answers.");
}

function isLocal(origin) {
  const host = origin.slice("http://".length).split(":")[0];
  return host === "localhost" || host.endsWith(".localhost") || host === "127.0.0.1";
}

function methods({ allowedMethods }) {
  if (allowedMethods.includes("*")) {
    return note("care", "Any method, those that are added to the application later as well.");
  }
  return allowedMethods.some((method) => !SAFELISTED.has(method))
    ? note("care", "Pages of these origins can change and delete data, as far as the application lets them.")
    : note("fine", "Methods that browsers send without asking anyway. The policy refuses the others.");
}

function headers({ allowedHeaders }) {
  if (allowedHeaders.includes("*")) {
    return note("care", "Any header, those that a proxy or the application trusts as well.");
  }
  if (allowedHeaders.length === 0) {
    return note("fine", "Only safelisted headers: pages can send no JSON and no token.");
  }
  return note("fine", "Pages can send these beside the safelisted ones.");
}

function exposed({ exposedHeaders }) {
  return exposedHeaders.includes("*")
    ? note("care", "Pages read every response header, those that are added later as well.")
    : note("fine", "Pages read these beside the safelisted response headers.");
}

function credentials({ allowCredentials }) {
  return allowCredentials
    ? note("risk", "A script on an allowed origin acts as the visitor who is signed in. A flaw there is a flaw here.")
    : note("fine", "The browser keeps answers to requests with cookies from pages.");
}

function maxAge({ maxAge: text }) {
  const seconds = text === null ? null : Number(text);
  if (seconds === 0) {
    return note("care", "A preflight before each request that needs one: twice the round trips.");
  }
  if (seconds > CHROMIUM_CAP) {
    return note("care", "Chromium keeps an answer for 2 hours at most, Safari for 10 minutes.");
  }
  return note("fine", "A policy that becomes stricter takes effect for requests at once, for cached preflights after this time.");
}

function onRefusal({ onRefusal: choice }) {
  return choice === "forward"
    ? note("care", "Refused requests run all the same: the browser only keeps the response from the page.")
    : note("fine", "Refused requests get 403, and nothing of the application runs.");
}

function mode({ mode: choice }) {
  switch (choice) {
    case "report-only": return note("care", "Governs nothing. It records what it would have refused.");
    case "deny": return note("fine", "Refuses every request from another origin.");
    default: return note("fine", "Grants and refuses.");
  }
}
