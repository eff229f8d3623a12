// Finds the trouble in a flow before anybody is asked anything.
import { checkChoices } from "#core/conversation/check/choices";
import { checkKnowledge } from "#core/conversation/check/knowledge";
import { checkLimits } from "#core/conversation/check/limits";
import { checkLoops } from "#core/conversation/check/loops";
import { drawMap } from "#core/conversation/check/map";
import { checkNames } from "#core/conversation/check/names";
import { checkPrice } from "#core/conversation/check/price";
import type { Problem } from "#core/conversation/check/problem";
import { checkTemplates } from "#core/conversation/check/templates";
import { checkTranslations } from "#core/conversation/check/translations";
import { checkWays } from "#core/conversation/check/ways";
import { checkWhatsAppWindow } from "#core/conversation/check/whatsapp-window";
import { checkWords } from "#core/conversation/check/words";
import type { Flow } from "#core/conversation/flow";
import type { Channel } from "#core/conversation/run";

export type { Problem, ProblemCode } from "#core/conversation/check/problem";

const EVERY_CHANNEL: readonly Channel[] = ["sms", "whatsapp", "chat"];

/** Errors first, then warnings, each in the order of the nodes. `channels`: where the flow is to run, as far as that is known. */
export function check(flow: Flow, options: { readonly channels?: readonly Channel[] } = {}): Problem[] {
  const map = drawMap(flow);
  const problems = [
    ...checkNames(map),
    ...checkWays(map),
    ...checkLoops(map),
    ...checkTranslations(map),
    ...checkTemplates(map),
    ...checkChoices(map),
    ...checkWords(map),
    ...checkKnowledge(map),
    ...checkLimits(map),
    ...checkPrice(map, options.channels ?? EVERY_CHANNEL),
    ...checkWhatsAppWindow(map, options.channels),
  ];
  const placeOf = new Map(flow.nodes.map(({ id }, place) => [id, place]));
  const rank = ({ kind, node }: Problem) =>
    (kind === "error" ? 0 : 1000) + (node === null ? 0 : 1 + (placeOf.get(node) ?? 0));
  return problems.toSorted((a, b) => rank(a) - rank(b));
}
