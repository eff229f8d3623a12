// Puts questions to a volunteer by SMS or WhatsApp: a conversation of its own where none is going on, else one message with a link. By
// the laws of everything we begin.
import { askingContent, contentFor } from "#core/asking/asking-content";
import { ASKING_SOURCE, askingFlow, writeAsking } from "#core/asking/asking-flow";
import type { AskingText } from "#core/asking/asking-flow";
import type { Way } from "#core/asking/asking";
import { askingWords, fillIn, nameShift } from "#core/asking/words";
import { standing } from "#core/consent/standing";
import { zonesOfPerson } from "#core/contact/person";
import { nextOpening } from "#core/hours";
import { deriveId } from "#core/id";
import { unreachable } from "#core/organisation";
import type { Address } from "#core/phone";
import { linkToAsking } from "../asking-link.ts";
import type { Batch, WayOutcome } from "../db/askings.ts";
import { findLineIdOfGroup } from "../db/lines.ts";
import { hasWritten } from "../db/messages.ts";
import { readRecipient } from "../db/offer.ts";
import { findRelayPlace } from "../db/relays.ts";
import { readOrganisation } from "../db/settings.ts";
import type { Services } from "../services.ts";

/** Free text reaches a WhatsApp user for so long after they wrote (Twilio: customer service window). */
const WINDOW_MS = 24 * 3_600_000;

/** The askings are open, and of one kind. */
export async function askByText(
  services: Services,
  batchId: string,
  batch: Batch,
  way: Exclude<Way, "email">,
  now: number,
): Promise<WayOutcome> {
  const refuse = (reason: string): WayOutcome => ({ state: "refused", reason, at: now });
  const { askings, helpline, volunteer } = batch;
  const { phone, language } = volunteer.config;
  const { addressId } = volunteer;
  if (phone === null || addressId === null) return refuse("no-phone");
  const lineId = await findLineIdOfGroup(services.d1, {
    channel: way,
    number: helpline.number,
    chosen: helpline.config.reminders.lineId ?? null,
  });
  if (lineId === null) return refuse("no-line");
  const [recipient, organisation, relay] = await Promise.all([
    readRecipient(services.d1, addressId, lineId),
    readOrganisation(services.d1),
    findRelayPlace(services.d1, lineId, addressId),
  ]);
  const { line, profile, permission } = recipient;
  if (line === null) return refuse("no-line");
  const never = unreachable(phone, line, organisation);
  if (never !== null) return refuse(never);
  const where = standing({ ...permission, optedOutAt: null, optedInAt: null });
  // Their own opt-in is in their object alone; whoever signs up a volunteer says how they agreed, which is a grant.
  if (where === "suppressed" || where === "opted-out") return refuse(where);
  if (where === "unknown") return refuse("no-consent");

  const address: Address = { kind: "phone", value: phone };
  const opensAt = nextOpening(line.hours, zonesOfPerson(profile?.zone ?? null, address, line), now);
  const soonest = Math.min(...askings.map(({ startsAt }) => startsAt));
  if (opensAt === null || opensAt >= soonest) return refuse("closed");

  const text = { group: helpline.config.name, zone: helpline.config.zone, language };
  const isFree = way === "sms" || (await hasWritten(services.d1, addressId, way, opensAt - WINDOW_MS));
  const content = isFree ? null : contentFor(helpline.config, batch.askings[0]?.kind ?? "reminder");
  const opening =
    content === null ? null : askingContent(askings, content, { ...text, name: volunteer.config.name });
  if (!isFree && opening === null) return refuse("window");
  const id = deriveId("asking-text", batchId, way);
  const flow = {
    flowId: ASKING_FLOW,
    slug: ASKING_FLOW,
    versionId: id,
    flow: askingFlow(askings, text),
    quickReplies: {},
    ...(opening && { opening }),
    // What is no answer is meant for a caller, where texts are passed on.
    isAside: relay !== null,
  };
  const contact = services.contact(addressId);
  const request = { id, line, profile, flow, source: `${ASKING_SOURCE}${batchId}` };
  const answer = await contact.start({ address, request, now });
  switch (answer.kind) {
    case "started":
      return { state: "sent", at: now, ...(answer.runId !== null && { sentAs: answer.runId }) };
    case "waits":
      return { state: "sent", at: answer.until };
    case "repeated":
      return { state: "sent", at: now };
    case "refused":
      // A link is free text too.
      if (answer.why !== "in-conversation" || !isFree) return refuse(answer.why);
      break;
    default:
      return answer satisfies never;
  }

  const sent = await contact.send({
    id: deriveId("asking-link", batchId, way),
    address,
    line,
    profile,
    permission,
    consent: "granted",
    frequencyCap: null,
    begunElsewhere: 0,
    isAnswer: false,
    text: await writeWithLinks(services, batch, text),
    media: [],
    content: null,
    now,
  });
  if (sent.kind === "refused") return refuse(sent.why);
  const dueAt = sent.kind === "taken" ? sent.dueAt : null;
  return { state: "sent", at: dueAt ?? now, sentAs: deriveId("asking-link", batchId, way) };
}

/** No flow of the organisation's: it is made for one message, and published nowhere. */
const ASKING_FLOW = "shift-asking";

async function writeWithLinks(services: Services, { askings }: Batch, text: AskingText): Promise<string> {
  const { words, language } = askingWords(text.language);
  const links = askings.map(async (asking) => {
    const url = await linkToAsking(services, asking.id);
    // Of several, each says which shift it is for.
    return askings.length === 1
      ? fillIn(words.answerAt, { url })
      : `${nameShift(asking, text.zone, language)}: ${url}`;
  });
  return [writeAsking(askings, text), ...(await Promise.all(links))].join("\n");
}
