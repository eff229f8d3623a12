// What a step did, as transcript lines.
import type { Advanced, Answer, Effect } from "#core/conversation/run";
import type { TranscriptLine } from "#core/conversation/transcript/line";

/** The lines one step of the engine adds. */
export function linesOf({ effects, unmatched }: Advanced): readonly TranscriptLine[] {
  return unmatched ? [{ kind: "unmatched" }] : effects.map(toLine);
}

function toLine(effect: Effect): TranscriptLine {
  switch (effect.kind) {
    case "say": {
      const { text, media = [], options = [] } = effect;
      return { kind: "say", text, media, options: options.map(({ label }) => label) };
    }
    case "record-answer":
      return note(
        effect.answer.skipped
          ? `skipped ${effect.name}`
          : `answer ${effect.name} = ${inWords(effect.answer)}`,
      );
    case "set-field":
      return note(
        effect.value === null ? `field ${effect.name} cleared` : `field ${effect.name} = ${effect.value}`,
      );
    case "set-language":
      return note(`language ${effect.language}`);
    case "add-tag":
      return note(`tag ${effect.tag}`);
    case "remove-tag":
      return note(`untag ${effect.tag}`);
    case "categorise":
      return note(`category ${effect.funnel} = ${effect.category}`);
    case "grant-consent":
      return note(`consent "${effect.words}"`);
    case "notify":
      return note(`notify ${effect.text}`);
    case "report":
      return note(`report ${effect.problem}`);
    case "hand-off":
      return note(`hand-off ${effect.note}`);
    case "enrol":
      return note(`enrol ${effect.flow}`);
    case "finish":
      return { kind: "end", disposition: effect.disposition };
    default:
      return effect satisfies never;
  }
}

/** One line each, whatever was in it. */
function note(text: string): TranscriptLine {
  return { kind: "effect", text: text.replaceAll(/\s+/g, " ").trim() };
}

/** The value charts and branches see. */
function inWords({ value }: Answer): string {
  if (value === null || typeof value !== "object") return String(value);
  if ("latitude" in value) return `${value.latitude},${value.longitude}`;
  return value
    .map((member) => (typeof member === "string" ? member : `${member.type} ${member.ref}`))
    .join(", ");
}
