import { application, report } from "./endpoint.js";

// What is known of the application and its policies, for all views.

export const store = { policies: {}, findings: [], refusals: [], differences: [], reload: null, handlers: [], leftOut: 0 };

/** Reads everything. */
export async function load() {
  const [answer, mapped] = await Promise.all([report(), application()]);
  store.handlers = mapped.handlers;
  store.leftOut = mapped.leftOut;
  keep(answer);
}

/** Reads what changes while the application runs. Returns whether anything has. */
export async function refresh() {
  const before = JSON.stringify([store.policies, store.findings, store.refusals, store.differences, store.reload]);
  keep(await report());
  return before !== JSON.stringify([store.policies, store.findings, store.refusals, store.differences, store.reload]);
}

function keep({ policies, findings, recentRefusals, recentDifferences, reload }) {
  store.policies = policies ?? {};
  store.findings = findings ?? [];
  store.refusals = recentRefusals ?? [];
  store.differences = recentDifferences ?? [];
  store.reload = reload ?? null;
}
