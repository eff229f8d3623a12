// What a message from a person leads to: consent first, then the running conversation, then triggers.
import { consentSentences, decideConsent } from "#core/consent";
import { isMeantAsAnswer } from "#core/contact/aside";
import { Draft } from "#core/contact/draft";
import { allowsReply, countReply, countUnmatched } from "#core/contact/manners";
import type { Conversation, Inbound, Memory, Moment, Need, Offer } from "#core/contact/memory";
import { askAgain, begin, end, propose, stopEverything, take } from "#core/contact/moves";
import { isOptedOut } from "#core/contact/refusal";
import type { Turn } from "#core/contact/turn";
import type { Input } from "#core/conversation/run";
import { inLanguage } from "#core/language";
import type { Line } from "#core/line";

export type Received =
  | { readonly kind: "need"; readonly need: Need }
  | { readonly kind: "turn"; readonly turn: Turn };

/** Decides one message. Without an offer it answers with what it needs from D1, or with the whole turn. */
export function receive(memory: Memory, inbound: Inbound, offer: Offer | null, moment: Moment): Received {
  const line = (offer?.kind === "start" ? offer.line : null) ?? lineOf(memory, inbound);
  if (line === null && offer === null) return { kind: "need", need: { kind: "start" } };

  const draft = new Draft(memory, moment, inbound.id, line, inbound.channel === "chat" ? "chat" : "twiml");
  draft.hear(inbound);
  // An object that was restored empty knows by D1 alone who wants no answer.
  if (offer?.kind === "start") draft.silence(offer.profile?.silences ?? []);
  const consent = decideConsent({
    text: inbound.text,
    ...(inbound.optOutType && { optOutType: inbound.optOutType }),
    optedOut: isOptedOut(draft.memory.self, inbound.channel),
    // A line nobody can look up at present: record what the person decided, and say nothing that may be said already.
    line: line ?? { optOutBy: "twilio" },
  });
  const sentences = consentSentences(draft.language, line?.organisation ?? "");

  switch (consent.kind) {
    case "opt-out":
      stopEverything(draft, draft.reach);
      draft.consent("opt-out", "person", consent.words);
      if (consent.confirm) draft.sayPlainly("opt-out", sentences.optedOut);
      return { kind: "turn", turn: draft.finish() };
    case "opt-in":
      draft.consent("opt-in", "person", consent.words);
      if (consent.confirm) draft.sayPlainly("consent", sentences.optedIn);
      return { kind: "turn", turn: draft.finish() };
    case "help":
      if (consent.answer && allowsReply(draft, moment.now)) {
        countReply(draft, moment.now);
        draft.sayPlainly("consent", inLanguage(line?.helpReply, draft.language) ?? sentences.help);
      }
      return { kind: "turn", turn: draft.finish() };
    case "silent":
      draft.notice("opted-out-text", inbound.text);
      return { kind: "turn", turn: draft.finish() };
    case "doubtful":
      draft.notice("doubtful", inbound.text);
      return converse(draft, line, inbound, offer, moment);
    case "none":
      return converse(draft, line, inbound, offer, moment);
    default:
      return consent satisfies never;
  }
}

function lineOf(memory: Memory, inbound: Inbound): Line | null {
  const isOurs = ({ channel, address }: Line) =>
    channel === inbound.channel && (address === inbound.to || address === inbound.serviceSid);
  const ours = Object.values(memory.lines).filter(isOurs);
  // An address that was archived and made again is two lines; the one with a conversation goes on.
  return ours.find(({ id }) => memory.conversations[id] !== undefined) ?? ours.at(-1) ?? null;
}

function converse(
  draft: Draft,
  line: Line | null,
  inbound: Inbound,
  offer: Offer | null,
  moment: Moment,
): Received {
  const conversation = line === null ? undefined : draft.memory.conversations[line.id];
  if (conversation === undefined || conversation.state === null) {
    // Only then: a running conversation knows better than D1, which hears of its changes a little later.
    if (offer?.kind === "start") draft.adopt(offer.profile);
    return withoutConversation(draft, line, inbound, offer, moment);
  }
  // A question put off until morning has not been seen: whoever writes meanwhile answers nothing, and is asked now.
  if (draft.memory.unsent.includes(conversation.runId))
    return notUnderstood(draft, conversation, inbound, offer, moment);
  const advanced = propose(draft, conversation, toInput(inbound));
  const isElsewhere =
    isAside(draft, conversation) && inbound.option === null && !isMeantAsAnswer(inbound.text, advanced);
  if (advanced.unmatched || isElsewhere) return notUnderstood(draft, conversation, inbound, offer, moment);

  if (advanced.state.phase === "with-person") draft.notice("to-staff", inbound.text);
  const enrols = take(draft, conversation, advanced);
  draft.count({ unmatched: null });
  return enrol(draft, enrols, offer);
}

/** The text answered nothing that was asked: another flow's keyword, or one more try. */
function notUnderstood(
  draft: Draft,
  conversation: Conversation,
  inbound: Inbound,
  offer: Offer | null,
  moment: Moment,
): Received {
  if (offer === null) return { kind: "need", need: { kind: "unmatched" } };
  if (offer.kind === "start" && offer.trigger?.kind === "keyword") {
    if (!allowsReply(draft, moment.now)) return overLimit(draft, inbound);
    end(draft, conversation, "interrupted");
    draft.adopt(offer.profile);
    return beginByWord(draft, offer, inbound, moment);
  }
  if (isAside(draft, conversation)) {
    draft.notice("unmatched", inbound.text);
    return { kind: "turn", turn: draft.finish() };
  }
  const isWorn = countUnmatched(draft, inbound.text);
  if (isWorn || !allowsReply(draft, moment.now)) return overLimit(draft, inbound);
  if (draft.memory.unsent.includes(conversation.runId)) {
    countReply(draft, moment.now);
    return enrol(draft, askAgain(draft, conversation), offer);
  }
  const advanced = propose(draft, conversation, toInput(inbound), "retry");
  if (advanced.unmatched) {
    draft.notice("unmatched", inbound.text);
    return { kind: "turn", turn: draft.finish() };
  }
  countReply(draft, moment.now);
  return enrol(draft, take(draft, conversation, advanced), offer);
}

function isAside({ memory }: Draft, { versionId }: Conversation): boolean {
  return memory.flows[versionId]?.isAside === true;
}

function withoutConversation(
  draft: Draft,
  line: Line | null,
  inbound: Inbound,
  offer: Offer | null,
  moment: Moment,
): Received {
  if (offer === null) return { kind: "need", need: { kind: "start" } };
  if (offer.kind === "unavailable") {
    draft.notice("unavailable", inbound.text);
    return { kind: "turn", turn: draft.finish() };
  }
  if (offer.trigger !== null) {
    if (!allowsReply(draft, moment.now)) return overLimit(draft, inbound);
    return beginByWord(draft, offer, inbound, moment);
  }
  draft.notice("unmatched", inbound.text);
  const reply = inLanguage(line?.unmatchedReply, draft.language);
  const isWorn = countUnmatched(draft, inbound.text);
  if (reply !== null && !isWorn && allowsReply(draft, moment.now)) {
    countReply(draft, moment.now);
    draft.sayPlainly("unmatched", reply);
  }
  return { kind: "turn", turn: draft.finish() };
}

function beginByWord(
  draft: Draft,
  offer: Extract<Offer, { kind: "start" }>,
  inbound: Inbound,
  moment: Moment,
): Received {
  if (offer.trigger === null) return { kind: "turn", turn: draft.finish() };
  countReply(draft, moment.now);
  draft.count({ unmatched: null });
  return enrol(draft, begin(draft, offer.trigger.flow, "inbound", inbound.text), offer);
}

/** Goes on into the flows that a step enrolled into: at once where the Worker brought them, else by asking for them. */
function enrol(draft: Draft, slugs: readonly string[], offer: Offer | null): Received {
  const waiting = [...slugs];
  // A ring of flows that enrol into each other ends here; a person can read only so much in one turn.
  for (let hops = 0; hops < ENROLMENTS_PER_TURN_MAX; hops += 1) {
    const slug = waiting.shift();
    if (slug === undefined) break;
    const enrolments = offer?.kind === "start" ? offer.enrolments : {};
    if (enrolments === "later" || offer?.kind === "unavailable") {
      draft.enrolLater(slug);
      continue;
    }
    const flow = enrolments[slug];
    if (flow === undefined) return { kind: "need", need: { kind: "enrol", flow: slug } };
    if (flow) waiting.push(...begin(draft, flow, "enrol"));
    else draft.notice("report", `There is no published flow "${slug}" to enrol into.`);
  }
  if (waiting.length > 0)
    draft.notice("report", `Flows enrol into each other in a ring; "${waiting[0]}" was not begun.`);
  return { kind: "turn", turn: draft.finish() };
}

const ENROLMENTS_PER_TURN_MAX = 5;

function overLimit(draft: Draft, inbound: Inbound): Received {
  draft.notice("limit", inbound.text);
  return { kind: "turn", turn: draft.finish() };
}

function toInput(inbound: Inbound): Input {
  if (inbound.option !== null) return { kind: "choice", option: inbound.option, text: inbound.text };
  return {
    kind: "message",
    text: inbound.text,
    ...(inbound.attachments.length > 0 && { attachments: inbound.attachments }),
    ...(inbound.location && { location: inbound.location }),
  };
}
