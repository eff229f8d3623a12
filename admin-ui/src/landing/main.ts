// What one sees at the Worker's own address: what this is, and, signed in, which lines and flows it has.
import { byId, element } from "../ui/element";
import { hasSignedIn, rememberSignedIn } from "../ui/hint";
import { askForToken } from "../ui/sign-in";

interface Line {
  readonly name: string;
  readonly channel: string;
  readonly address: string;
}

interface Flow {
  readonly name: string;
  readonly slug: string;
  readonly responses: { readonly started: number; readonly completed: number };
  readonly published: { readonly number: number } | null;
}

const main = byId("main");
const content = element("div");

main.replaceChildren(
  element("h1", {}, "Partyline"),
  element(
    "p",
    { class: "lead quiet" },
    "A phone line for a community. People text, WhatsApp or chat; it answers in the same breath and tells you what they said.",
  ),
  element(
    "nav",
    { class: "links", "aria-label": "Pages" },
    element("a", { href: "/api/docs" }, "API reference"),
  ),
  content,
);
await show();

async function show(): Promise<void> {
  const [lines, flows] = await Promise.all([read<Line>("/api/v1/lines"), read<Flow>("/api/v1/flows")]);
  if (lines === null || flows === null) {
    askForToken(
      content,
      "Sign in with ADMIN_TOKEN, or with an API token, to see what this line is set up to do.",
      signIn,
    );
    return;
  }
  content.replaceChildren(
    element("h2", {}, "Lines"),
    table(
      ["Name", "Channel", "Address"],
      lines.map(({ name, channel, address }) => [
        name,
        channel,
        channel === "chat" ? link(`/chat/${address}`) : address,
      ]),
    ),
    element("h2", {}, "Flows"),
    table(
      ["Name", "Slug", "Version", "Completed"],
      flows.map(({ name, slug, published, responses }) => [
        name,
        slug,
        published === null ? "draft only" : String(published.number),
        `${responses.completed} of ${responses.started}`,
      ]),
    ),
  );
}

async function read<Item>(path: string): Promise<readonly Item[] | null> {
  if (!hasSignedIn()) return null;
  const response = await fetch(`${path}?limit=200`);
  if (response.status === 401) rememberSignedIn(false);
  if (!response.ok) return null;
  const { data } = (await response.json()) as { data: Item[] };
  return data;
}

async function signIn(token: string): Promise<string | null> {
  const response = await fetch("/api/v1/session", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ token }),
  });
  if (response.ok) {
    rememberSignedIn(true);
    await show();
    return null;
  }
  const { error } = (await response.json()) as { error: { message: string } };
  return error.message;
}

function table(headings: readonly string[], rows: readonly (readonly (Node | string)[])[]): HTMLElement {
  if (rows.length === 0)
    return element("p", { class: "card quiet" }, "None yet: the API reference says how to make one.");
  return element(
    "div",
    { class: "card scroll" },
    element(
      "table",
      {},
      element(
        "thead",
        {},
        element("tr", {}, ...headings.map((heading) => element("th", { scope: "col" }, heading))),
      ),
      element(
        "tbody",
        {},
        ...rows.map((cells) => element("tr", {}, ...cells.map((cell) => element("td", {}, cell)))),
      ),
    ),
  );
}

function link(path: string): HTMLElement {
  return element("a", { href: path }, path);
}
