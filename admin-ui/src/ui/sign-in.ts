// A field for a token: what stands between a stranger and everything but the sign-in itself.
import { element } from "./element";

/** Shows the form in `place`; `enter` is given the token and says what is wrong with it, or null when it fits. */
export function askForToken(
  place: HTMLElement,
  why: string,
  enter: (token: string) => Promise<string | null>,
): void {
  const field = element("input", {
    id: "token",
    type: "password",
    autocomplete: "current-password",
    required: "",
    spellcheck: "false",
  });
  const problem = element("p", { class: "problem", role: "alert" });
  const button = element("button", { type: "submit" }, "Sign in");
  const form = element(
    "form",
    { class: "card sign-in" },
    element("p", {}, why),
    element("label", { for: "token" }, "Token"),
    element("div", { class: "row" }, field, button),
    problem,
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    problem.textContent = (await enter(field.value.trim())) ?? "";
    button.disabled = false;
  });
  place.replaceChildren(form);
  field.focus();
}
