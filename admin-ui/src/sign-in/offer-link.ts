// The way in for staff: an address, and a link that comes there.
import { element } from "../ui/element.ts";
import { oneField } from "../ui/sign-in.ts";
import { askForLink } from "./enter.ts";
import { rememberWanted } from "./wanted.ts";

/** `email` is filled in where it is known. */
export function offerLink(email: string): HTMLElement {
  const place = element("div");
  const form = oneField({
    why: "Enter your e-mail address, and a link that signs you in comes there.",
    label: "E-mail",
    field: { id: "email", type: "email", autocomplete: "username", value: email },
    action: "Send me a link",
    enter: async (address) => {
      const problem = await askForLink(address);
      if (problem !== null) return problem;
      rememberWanted();
      place.replaceChildren(sent(address));
      return null;
    },
  });
  place.append(form);
  return place;
}

function sent(address: string): HTMLElement {
  return element(
    "div",
    { class: "card sign-in", role: "status" },
    element("h2", {}, "Look into your mailbox"),
    element(
      "p",
      {},
      `If ${address} is on the staff, a link is on its way there. It is good once, for 15 minutes.`,
    ),
    element(
      "p",
      { class: "quiet" },
      "Nothing after a minute? Look among the spam, or ask whoever invited you.",
    ),
  );
}
