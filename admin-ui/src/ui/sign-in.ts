// Small forms of one field: what stands between a stranger and everything but the sign-in itself.
import { element } from "./element";

export interface OneField {
  readonly why: string;
  readonly label: string;
  /** Of the input: id, type, autocomplete. */
  readonly field: Readonly<Record<string, string>>;
  readonly action: string;
  /** Says what is wrong with what was entered, or null when it fits. */
  readonly enter: (value: string) => Promise<string | null>;
}

/** A form with one field and one button; the problem is said below. */
export function oneField({ why, label, field, action, enter }: OneField): HTMLFormElement {
  const input = element("input", { ...field, required: "", spellcheck: "false" });
  const problem = element("p", { class: "problem", role: "alert" });
  const button = element("button", { type: "submit" }, action);
  const form = element(
    "form",
    { class: "card sign-in" },
    element("p", {}, why),
    element("label", { for: input.id }, label),
    element("div", { class: "row" }, input, button),
    problem,
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    problem.textContent = (await enter(input.value.trim())) ?? "";
    button.disabled = false;
  });
  return form;
}

/** The form for a token, which `enter` is given. */
export function tokenForm(why: string, enter: OneField["enter"]): HTMLFormElement {
  const field = { id: "token", type: "password", autocomplete: "current-password" };
  return oneField({ why, label: "Token", field, action: "Sign in", enter });
}

/** Shows the form for a token in `place`, and goes there. */
export function askForToken(place: HTMLElement, why: string, enter: OneField["enter"]): void {
  const form = tokenForm(why, enter);
  place.replaceChildren(form);
  form.querySelector("input")?.focus();
}
