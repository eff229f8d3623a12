// The menu before a call: what is said, and what each key does.
import type { Choice } from "#core/helpline/helpline";
import { forward, hunt, takeMessage } from "#core/helpline/hunt";
import type { Say } from "#core/helpline/script";
import { sentence, speak, speakAll } from "#core/helpline/speech";
import { play, withCall, withTrace } from "#core/helpline/state";
import type { Position } from "#core/helpline/state";

/** Who has pressed nothing we know so often, perhaps by a telephone without keys, wants a person. */
const TRIES_MAX = 3;
/** Whoever listens to every choice a few times over is not looking for one. */
const TURNS_MAX = 20;

/** Reads the choices out: in every language they are written in, as long as one can be chosen. */
export function askMenu(position: Position, lead: readonly Say[], now: number, tries = 0): Position {
  const { call, pinned } = position;
  const { menu } = pinned.config;
  if (menu === null || tries >= TRIES_MAX || call.scripts.length >= TURNS_MAX)
    return hunt(position, lead, now);
  const isChoosing = hasLanguages(position) && !call.trace.some(({ kind }) => kind === "language");
  const says = isChoosing ? speakAll(menu.text) : speak(menu.text, call.language);
  return play(position, { kind: "menu", since: now, tries }, [{ kind: "menu", says: [...lead, ...says] }]);
}

/** A key was pressed, or none. */
export function choose(position: Position, digits: string, tries: number, now: number): Position {
  const choice = position.pinned.config.menu?.choices[digits];
  const noted = withTrace(position, { kind: "menu", at: now, digits, choice: choice?.kind ?? null });
  if (choice !== undefined) return follow(noted, choice, tries, now);
  const lead = digits === "" ? [] : [sentence("notAChoice", position.call.language)];
  return askMenu(noted, lead, now, tries + 1);
}

function follow(position: Position, choice: Choice, tries: number, now: number): Position {
  const { language } = position.call;
  switch (choice.kind) {
    case "language": {
      const spoken = withTrace(withCall(position, { language: choice.language }), {
        kind: "language",
        at: now,
        language: choice.language,
      });
      return hasOthers(position) ? askMenu(spoken, [], now) : hunt(spoken, [], now);
    }
    case "hunt":
      return hunt(position, [], now);
    case "voicemail":
      return takeMessage(position, [], now, { isUnanswered: false });
    case "say":
      return askMenu(position, speak(choice.text, language), now, tries);
    case "number":
      return forward(position, choice.number, [], now);
    default:
      return choice satisfies never;
  }
}

function hasLanguages({ pinned }: Position): boolean {
  return choicesOf(pinned).some(({ kind }) => kind === "language");
}

/** Whether the menu is about anything but the language. */
function hasOthers({ pinned }: Position): boolean {
  return choicesOf(pinned).some(({ kind }) => kind !== "language");
}

function choicesOf({ config }: Position["pinned"]): readonly Choice[] {
  return Object.values(config.menu?.choices ?? {});
}
