// What the shape of a helpline cannot say: that its parts fit each other.
import { CALL_SENTENCES } from "./sentences.ts";
import { ASKING_KINDS } from "../asking/asking.ts";
import { contentFor, PRINTED, unknownIn } from "../asking/asking-content.ts";
import type { HelplineConfig } from "./helpline.ts";

export interface Fault {
  /** `menu.choices.1.text`. */
  readonly path: string;
  /** Goes on after the path. */
  readonly message: string;
}

/** Everything that keeps it from working; nothing where it would. */
export function checkHelpline(config: HelplineConfig): readonly Fault[] {
  return [...checkWords(config), ...checkMenu(config), ...checkDates(config), ...checkContents(config)];
}

/** The numbers a call may be passed on to, with their places. */
export function numbersOf({ otherwise, menu }: HelplineConfig): readonly { path: string; number: string }[] {
  const choices = Object.entries(menu?.choices ?? {}).flatMap(([key, choice]) =>
    choice.kind === "number" ? [{ path: `menu.choices.${key}.number`, number: choice.number }] : [],
  );
  return otherwise.kind === "number"
    ? [...choices, { path: "otherwise.number", number: otherwise.number }]
    : choices;
}

/** Everybody hears the group's own language before they choose another: what is only in others would be in the wrong one. */
function checkWords({ language, prompts, menu }: HelplineConfig): readonly Fault[] {
  const spoken = [
    ...Object.entries(prompts).map(([name, words]) => ({ path: `prompts.${name}`, words })),
    ...(menu === null ? [] : [{ path: "menu.text", words: menu.text }]),
    ...Object.entries(menu?.choices ?? {}).flatMap(([key, choice]) =>
      choice.kind === "say" ? [{ path: `menu.choices.${key}.text`, words: choice.text }] : [],
    ),
  ];
  return spoken
    .filter(({ words }) => words !== undefined && !(language in words))
    .map(({ path }) => ({ path, message: `is not there in ${language}, the language of this helpline` }));
}

function checkMenu({ menu }: HelplineConfig): readonly Fault[] {
  if (menu === null) return [];
  const choices = Object.values(menu.choices);
  if (choices.length === 0) return [{ path: "menu.choices", message: "is empty" }];
  // A menu that only speaks keeps people listening, and takes them nowhere.
  if (choices.every(({ kind }) => kind === "say"))
    return [{ path: "menu.choices", message: "has no key that leads to anybody" }];
  return Object.entries(menu.choices).flatMap(([key, choice]) =>
    choice.kind === "language" && !isSpoken(choice.language, menu.text)
      ? [
          {
            path: `menu.choices.${key}.language`,
            message: "is one that nothing is written in: not even the menu",
          },
        ]
      : [],
  );
}

/** There are sentences of ours in it, or of the group. */
function isSpoken(language: string, written: Readonly<Record<string, string>>): boolean {
  const [base = language] = language.split("-");
  return base in CALL_SENTENCES || language in written || base in written;
}

function checkDates({ holidays }: HelplineConfig): readonly Fault[] {
  const seen = new Set<string>();
  return holidays.flatMap(({ date }, index) => {
    if (seen.has(date)) return [{ path: `holidays[${index}].date`, message: "is there already" }];
    seen.add(date);
    return [];
  });
}

function checkContents(config: HelplineConfig): readonly Fault[] {
  return ASKING_KINDS.flatMap((kind) => {
    const content = contentFor(config, kind);
    return (content === null ? [] : unknownIn(content)).map((name) => ({
      path: `reminders.contents.${kind}`,
      message: `prints ${name}: there are ${PRINTED.join(", ")}`,
    }));
  });
}
