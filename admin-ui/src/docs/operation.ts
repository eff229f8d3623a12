// One operation: what it does, who may, what it takes and gives, and how to call it from a shell.
import { element } from "../ui/element";
import type { Operation } from "./description";
import { outline } from "./outline";

export function showOperation(method: string, path: string, operation: Operation): HTMLElement {
  const body = operation.requestBody?.content?.["application/json"]?.schema;
  const [status, answer] =
    Object.entries(operation.responses ?? {}).find(([code]) => code.startsWith("2")) ?? [];
  const schema = answer?.content?.["application/json"]?.schema;
  return element(
    "details",
    { class: "card operation", id: `${method}-${path}` },
    element(
      "summary",
      {},
      element("span", { class: `method ${method}` }, method.toUpperCase()),
      element("code", {}, path),
      element("span", { class: "what" }, operation.summary ?? ""),
      element("span", { class: "role" }, operation["x-role"] ?? "anyone"),
    ),
    operation.description === undefined ? null : element("p", {}, operation.description),
    showParameters(operation),
    body === undefined ? null : element("h4", {}, "Send"),
    body === undefined ? null : outline(body),
    status === undefined ? null : element("h4", {}, `Get ${status}`),
    schema === undefined ? null : outline(schema),
    element("h4", {}, "Try"),
    element("pre", { tabindex: "0" }, curl(method, path, body !== undefined)),
  );
}

function showParameters({ parameters = [] }: Operation): HTMLElement | null {
  if (parameters.length === 0) return null;
  const rows = parameters.map(({ name, in: place, required, description, schema }) =>
    element(
      "tr",
      {},
      element("td", {}, element("code", {}, name)),
      element("td", { class: "quiet" }, `${place}${required ? "" : ", optional"}`),
      element("td", {}, schema === undefined ? "" : outline(schema)),
      element("td", { class: "quiet" }, description ?? ""),
    ),
  );
  return element("div", { class: "scroll" }, element("table", {}, element("tbody", {}, ...rows)));
}

function curl(method: string, path: string, hasBody: boolean): string {
  const lines = [
    `curl -X ${method.toUpperCase()} ${location.origin}${path}`,
    `  -H "authorization: Bearer $TOKEN"`,
  ];
  if (hasBody) lines.push(`  -H "content-type: application/json"`, `  -d @body.json`);
  return lines.join(" \\\n");
}
