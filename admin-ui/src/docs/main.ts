// The API's reference, drawn from its own description. The token stays in this tab.
import { byId, element } from "../ui/element";
import { hasSignedIn } from "../ui/hint";
import { askForToken } from "../ui/sign-in";
import { fetchDescription } from "./description";
import type { Description } from "./description";
import { showOperation } from "./operation";
import { outline } from "./outline";

const KEPT = "partyline-docs-token";
const main = byId("main");

const kept = sessionStorage.getItem(KEPT);
const isStranger = kept === null && !hasSignedIn();
if (isStranger || (await open(kept)) !== null) {
  const gate = element("div");
  main.replaceChildren(element("h1", {}, "API reference"), gate);
  askForToken(
    gate,
    "The reference is for people who are signed in. Enter ADMIN_TOKEN, or an API token.",
    open,
  );
}

/** Shows the reference; else returns what is wrong, and leaves the page as it is. */
async function open(token: string | null): Promise<string | null> {
  try {
    const description = await fetchDescription(token);
    if (description === null) return "This token is unknown or revoked.";
    if (token !== null) sessionStorage.setItem(KEPT, token);
    show(description);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function show({ info, servers = [], paths, components }: Description): void {
  const base = servers[0]?.url ?? "";
  const groups = new Map<string, HTMLElement[]>();
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      const tag = operation.tags?.[0] ?? "more";
      groups.set(tag, [...(groups.get(tag) ?? []), showOperation(method, base + path, operation)]);
    }
  }
  const schemas = Object.entries(components?.schemas ?? {}).map(([name, schema]) =>
    element("section", { class: "card", id: `schema-${name}` }, element("h3", {}, name), outline(schema)),
  );
  main.replaceChildren(
    element("h1", {}, `${info.title} API`),
    ...(info.description ?? "").split("\n\n").map((text) => element("p", {}, ...emphasise(text))),
    element(
      "nav",
      { class: "tags", "aria-label": "Sections" },
      ...[...groups.keys()].map((tag) => element("a", { href: `#tag-${tag}` }, tag)),
      element("a", { href: "#schemas" }, "schemas"),
    ),
    ...[...groups].map(([tag, operations]) =>
      element("section", { id: `tag-${tag}` }, element("h2", {}, tag), ...operations),
    ),
    element("section", { id: "schemas" }, element("h2", {}, "schemas"), ...schemas),
  );
  document.title = `${info.title} API`;
}

/** `code` and **strong** of the description's paragraphs. */
function emphasise(text: string): (Node | string)[] {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((piece) => {
    if (piece.startsWith("`")) return element("code", {}, piece.slice(1, -1));
    if (piece.startsWith("**")) return element("strong", {}, piece.slice(2, -2));
    return piece;
  });
}
