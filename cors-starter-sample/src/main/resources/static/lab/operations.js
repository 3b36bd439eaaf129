// The rows of the matrix. What they change is in memory, and as good as new after a restart.

const order = JSON.stringify({ item: "Tea pot", quantity: 2 });
const json = { "Content-Type": "application/json" };
const basic = { Authorization: `Basic ${btoa("admin:admin")}` };

export const operations = [
  { method: "GET", path: "/api/orders", note: "with cookies", headers: {}, credentials: true },
  { method: "POST", path: "/api/orders", note: "JSON, with cookies", headers: json, credentials: true, body: order },
  { method: "PUT", path: "/api/orders/2", note: "JSON, with cookies", headers: json, credentials: true, body: order },
  { method: "DELETE", path: "/api/orders/404", note: "there is none", headers: {}, credentials: true },
  { method: "PATCH", path: "/api/orders/2", note: "not in the policy", headers: json, credentials: true },
  { method: "GET", path: "/api/orders", note: "with X-Trace", headers: { "X-Trace": "1" }, credentials: false },
  { method: "GET", path: "/public/catalogue", note: "without cookies", headers: {}, credentials: false },
  { method: "GET", path: "/public/catalogue", note: "with cookies", headers: {}, credentials: true },
  { method: "GET", path: "/admin/users", note: "no password", headers: {}, credentials: false },
  { method: "GET", path: "/admin/users", note: "with password", headers: basic, credentials: false },
  { method: "DELETE", path: "/admin/users?name=nobody", note: "with password", headers: basic, credentials: false },
];

export function title({ method, path }) {
  return `${method} ${path}`;
}
