// What a variant comes to for one person: a template filled in, or the first thing a flow would say.
import type { Candidate, Drafted, Reach } from "#core/campaign/plan";
import type { Pinned, PinnedContent } from "#core/campaign/sending";
import { compose } from "#core/contact/compose";
import type { PinnedFlow } from "#core/contact/memory";
import { zonesOfPerson } from "#core/contact/person";
import { advance } from "#core/conversation/engine";
import type { FieldValue } from "#core/conversation/run";
import type { Line } from "#core/line";
import { renderMessage } from "#core/message-template/render-message";
import { segments } from "#core/text";

/** What Liquid sees of a person outside of a flow: their fields, by name and as `contact.<name>`. */
export function valuesOf(fields: Readonly<Record<string, FieldValue>>): Record<string, unknown> {
  return { ...fields, contact: fields };
}

export function draftContent(
  content: PinnedContent,
  person: Candidate,
  reach: Pick<Reach, "address">,
  { line, launchedAt }: Pick<Pinned, "line" | "launchedAt">,
): Drafted {
  switch (content.kind) {
    case "template":
      return draftTemplate(content.template, person, line);
    case "flow":
      return draftOpening(content.flow, person, reach, line, launchedAt);
    default:
      return content satisfies never;
  }
}

function draftTemplate(
  template: Extract<PinnedContent, { kind: "template" }>["template"],
  { fields, language }: Candidate,
  { channel }: Line,
): Drafted {
  const message = renderMessage(template, valuesOf(fields), channel, language);
  if (message.kind !== "ok") return message;
  const { text, content, segments: count } = message;
  return { kind: "ok", text, segments: count, costly: costlyOn(channel, text), isFree: content === null };
}

/** Its answers come later and are replies; what is planned is the opening. A split is drawn when it begins: here the first way counts. */
function draftOpening(
  flow: PinnedFlow,
  { language, zone, fields, tags, categories }: Candidate,
  { address }: Pick<Reach, "address">,
  line: Line,
  now: number,
): Drafted {
  const [firstZone = line.zone] = zonesOfPerson(zone, address, line);
  const person = { channel: line.channel, language, zone: firstZone, fields, tags, categories };
  const { state, effects } = advance({
    flow: flow.flow,
    state: null,
    person,
    input: { kind: "start" },
    now,
    draw: 0,
  });
  const says = effects.filter((effect) => effect.kind === "say");
  const pieces = compose(says, line, flow, state.language);
  if (pieces.length === 0) return { kind: "failed", problem: "the flow says nothing when it begins" };
  const text = pieces.map((piece) => piece.text).join("\n\n");
  const count = pieces.reduce(
    (sum, piece) =>
      sum + (line.channel === "sms" && piece.media.length === 0 ? segments(piece.text).count : 1),
    0,
  );
  const isFree = pieces.some(({ content }) => content === null);
  return { kind: "ok", text, segments: count, costly: costlyOn(line.channel, text), isFree };
}

/** Only texts are counted in segments. */
function costlyOn(channel: Line["channel"], text: string): string | null {
  return channel === "sms" ? segments(text).costly : null;
}
