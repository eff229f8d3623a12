// Signing in: a page of its own, so that it is there at once and knows nothing of what is behind it.
import { byId, element } from "../ui/element.ts";
import { enterByAccess, enterByToken, readWays } from "./enter.ts";
import { offerLink } from "./offer-link.ts";
import { openLink } from "./open-link.ts";
import { tokenForm } from "../ui/sign-in.ts";

const TOKEN = "Sign in with ADMIN_TOKEN, or with an API token you were given.";
const OR_TOKEN = "Or with ADMIN_TOKEN, or an API token you were given.";

const content = element("div", { class: "ways" });
const given = new URLSearchParams(location.hash.slice(1));
const link = given.get("link");
const email = given.get("email") ?? "";
// A link is a secret as long as it is good: it stays in no history.
history.replaceState(null, "", `${location.pathname}${location.search}`);

byId("main").replaceChildren(
  element("h1", {}, "Partyline"),
  element("p", { class: "lead quiet" }, "Your phone line: what people said, and what to say next."),
  content,
);
if (link === null) void offerWays(null);
else openLink(content, { link, email, failed: offerWays });

/** Every way there is, the easiest first; `problem` is what became of another. */
async function offerWays(problem: string | null): Promise<void> {
  const ways = await readWays();
  const refused = ways.access ? await enterByAccess() : null;
  const said = problem ?? refused;
  const forms = [
    ways.link ? offerLink(email) : null,
    tokenForm(ways.link ? OR_TOKEN : TOKEN, enterByToken),
  ].filter((form) => form !== null);
  content.replaceChildren(
    ...(said === null ? [] : [element("p", { class: "problem said", role: "alert" }, said)]),
    ...forms,
  );
  forms[0]?.querySelector("input")?.focus();
}
