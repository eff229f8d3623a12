// Whoever comes by a link presses a button: programs that look through e-mails open links, and would use it up.
import { element } from "../ui/element.ts";
import { enterByLink } from "./enter.ts";

export interface Opened {
  readonly link: string;
  readonly email: string;
  readonly failed: (problem: string) => Promise<void>;
}

export function openLink(place: HTMLElement, { link, email, failed }: Opened): void {
  const button = element("button", { type: "button" }, "Continue to Partyline");
  button.addEventListener("click", async () => {
    button.disabled = true;
    const problem = await enterByLink(link);
    if (problem !== null) await failed(problem);
  });
  place.replaceChildren(
    element(
      "div",
      { class: "card sign-in" },
      element("p", {}, email === "" ? "This link signs you in." : `This link signs you in as ${email}.`),
      button,
    ),
  );
  button.focus();
}
