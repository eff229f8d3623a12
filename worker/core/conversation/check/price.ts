// Characters that double the price of an SMS, and texts that do not fit one message.
import type { FlowMap } from "#core/conversation/check/map";
import { quoted, warning } from "#core/conversation/check/problem";
import type { Problem } from "#core/conversation/check/problem";
import { messagesOf } from "#core/conversation/check/texts";
import type { Node } from "#core/conversation/flow";
import { renderQuestion } from "#core/conversation/question";
import type { Channel } from "#core/conversation/run";
import { languagesOf } from "#core/conversation/words";
import { CHARACTERS_MAX, segments } from "#core/text";

/** More than a few: the text is in another script, and no character is to blame. */
const STRAY_MAX = 3;

export function checkPrice({ flow, nodes }: FlowMap, channels: readonly Channel[]): readonly Problem[] {
  const channel = channels.find((known) => known === "sms") ?? channels[0] ?? "sms";
  return nodes.flatMap((node) =>
    messagesOf(node).flatMap(({ what, value }) =>
      Object.entries(value).flatMap(([language, source]) => {
        const text = asSent(source, node, channel, languagesOf(language, flow.languages));
        const name = `${what} (${language})`;
        return checkLength(name, text, node).concat(
          channel === "sms" ? checkCharacters(name, text, node) : [],
        );
      }),
    ),
  );
}

/** With the list of choices, which is sent with it; what Liquid will print is left out, so this is the least it can be. */
function asSent(source: string, node: Node, channel: Channel, languages: readonly string[]): string {
  const words = source.replaceAll(/\{\{.*?\}\}|\{%.*?%\}/gs, "");
  if (node.kind !== "ask") return words;
  return renderQuestion(words, { node: node.id, rule: node.answer, channel, languages }).text;
}

function checkLength(what: string, text: string, node: Node): readonly Problem[] {
  return text.length > CHARACTERS_MAX
    ? [
        warning(
          "text-long",
          node,
          `The ${what} has ${text.length} characters with its choices and goes out as several messages.`,
        ),
      ]
    : [];
}

function checkCharacters(what: string, text: string, node: Node): readonly Problem[] {
  const { plain, strays } = withoutStrays(text);
  const [cost, plainCost] = [segments(text).count, segments(plain).count];
  if (strays.length === 0 || strays.length > STRAY_MAX || plainCost >= cost) return [];
  return [
    warning(
      "character-costly",
      node,
      `The ${what} costs ${cost} SMS instead of ${plainCost} because of ${quoted(strays)}.`,
    ),
  ];
}

/** Takes out the characters that force the dear encoding, one after the other. */
function withoutStrays(text: string): { plain: string; strays: readonly string[] } {
  const strays: string[] = [];
  let plain = text;
  for (
    let { costly } = segments(plain);
    costly !== null && strays.length <= STRAY_MAX;
    { costly } = segments(plain)
  ) {
    strays.push(costly);
    plain = plain.replaceAll(costly, "");
  }
  return { plain, strays };
}
