// Signing in: a page of its own, so that it is there at once and knows nothing of what is behind it.
import { createClient, readProblem } from "../../../worker/api/client.ts";
import { byId, element } from "../ui/element.ts";
import { rememberSignedIn } from "../ui/hint.ts";
import { askForToken } from "../ui/sign-in.ts";

const api = createClient("/api");
const content = element("div");

byId("main").replaceChildren(
  element("h1", {}, "Partyline"),
  element("p", { class: "lead quiet" }, "Your phone line: what people said, and what to say next."),
  content,
);
askForToken(content, "Sign in with ADMIN_TOKEN, or with an API token you were given.", signIn);

async function signIn(token: string): Promise<string | null> {
  const response = await api.v1.session.$post({ json: { token } }).catch(() => null);
  if (response === null) return "Partyline cannot be reached at the moment.";
  if (!response.ok) return readProblem(response);
  rememberSignedIn(true);
  location.replace(wanted());
  return null;
}

/** The page that sent them here: one of ours, never an address of another site. */
function wanted(): string {
  const to = new URLSearchParams(location.search).get("to") ?? "/";
  const url = new URL(to, location.origin);
  return url.origin === location.origin ? `${url.pathname}${url.search}${url.hash}` : "/";
}
