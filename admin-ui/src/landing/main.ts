// What one sees at the Worker's own address: what this is, and, signed in, which lines and flows it has.
import { createClient, readProblem } from "../../../worker/api/client.ts";
import { byId, element } from "../ui/element";
import { hasSignedIn, rememberSignedIn } from "../ui/hint";
import { askForToken } from "../ui/sign-in";

const api = createClient("/api");
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
  const seen = hasSignedIn() ? await read() : null;
  if (seen === null) {
    askForToken(
      content,
      "Sign in with ADMIN_TOKEN, or with an API token, to see what this line is set up to do.",
      signIn,
    );
    return;
  }
  const { lines, flows } = seen;
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

/** null where the session is over. */
async function read() {
  const query = { limit: "200" };
  const answers = await Promise.all([api.v1.lines.$get({ query }), api.v1.flows.$get({ query })]);
  const [lines, flows] = answers;
  if (answers.some(({ status }) => status === 401)) rememberSignedIn(false);
  if (!lines.ok || !flows.ok) return null;
  return { lines: (await lines.json()).data, flows: (await flows.json()).data };
}

async function signIn(token: string): Promise<string | null> {
  const response = await api.v1.session.$post({ json: { token } });
  if (!response.ok) return readProblem(response);
  rememberSignedIn(true);
  await show();
  return null;
}

function table(headings: readonly string[], rows: readonly (readonly (Node | string)[])[]): HTMLElement {
  if (rows.length === 0)
    return element("p", { class: "card quiet" }, "None yet: the API reference says how to make one.");
  return element(
    "div",
    // On a small screen it scrolls sideways: by keyboard, too.
    { class: "card scroll", tabindex: "0", role: "region", "aria-label": headings.join(", ") },
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
