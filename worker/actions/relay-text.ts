// A text to a group's number that nothing else takes goes to whoever is on shift, and theirs goes back. It comes by the records, which
// come again until this is done; each text is decided once by the group's object, and each message said once by its id.
import { askingNamed } from "#core/asking/asking";
import type { Asking } from "#core/asking/asking";
import { putAsking } from "#core/asking/asking-flow";
import { nobodyDocument } from "#core/helpline/nobody-document";
import type { RelayCaller, RelayPerson, Saying } from "#core/helpline/relay";
import { relayWords } from "#core/helpline/relay-words";
import { fillIn } from "#core/asking/words";
import { deriveId } from "#core/id";
import { toLine } from "#core/line";
import type { Line } from "#core/line";
import type { JournalRecord, MessageRecord, TurnRecord } from "#core/record";
import { splitMessage } from "#core/text";
import { whoIsOn } from "#core/rota/who-is-on";
import type { CallPlan } from "#core/helpline/plan";
import type { RelayInput } from "../../durable-objects/helpline/relay.ts";
import { readAsking } from "../db/askings.ts";
import type { Batch } from "../db/askings.ts";
import { readPlanOf } from "../db/helpline-plan.ts";
import { findLine } from "../db/lines.ts";
import { findRelayPlace, keepRelay, noteRelayed, settleNotices } from "../db/relays.ts";
import type { RelayPlace } from "../db/relays.ts";
import { readOrganisation } from "../db/settings.ts";
import type { Services } from "../services.ts";
import { sendEmails } from "./send-email.ts";
import { tellSilences } from "./tell-silences.ts";

type CallerInput = Extract<RelayInput, { kind: "caller" | "refused" }>;

/** Whether a text came that nothing understood: no flow, no keyword, and no question about a shift. */
export function isRelayable(record: JournalRecord): record is TurnRecord {
  return (
    record.kind === "turn" &&
    record.lineId !== null &&
    heardIn(record) !== null &&
    record.notices.some(({ kind }) => kind === "unmatched")
  );
}

function heardIn({ messages }: TurnRecord): MessageRecord | null {
  return messages.find(({ direction }) => direction === "in") ?? null;
}

export async function relayText(services: Services, record: TurnRecord): Promise<void> {
  const { d1, clock } = services;
  const { lineId, addressId, address } = record;
  const message = heardIn(record);
  if (lineId === null || message === null || address.kind !== "phone") return;
  const place = await findRelayPlace(d1, lineId, addressId);
  if (place === null || place.isBlocked) return;
  const now = clock.now();
  const plan = await readPlanOf(d1, place.helplineId, now);
  if (plan === null) return;
  const caller = { addressId, phone: address.value, lineId };
  const text = wordsOf(message);
  const asked = await findAsked(services, message);
  const before = await tryVolunteer(services, plan, place, { id: record.id, text, lineId, asked });
  if (before === null && asked !== null) return putAgain(services, asked, caller);
  const isPassed =
    before === null ? await pass(services, plan, { kind: "caller", id: record.id, caller, text }) : before;
  if (isPassed) {
    await settleNotices(
      d1,
      record.notices.filter(({ kind }) => kind === "unmatched").map(({ id }) => id),
      now,
    );
  }
}

/** What is in a text besides words is kept in the inbox. */
function wordsOf({ text, media }: MessageRecord): string {
  return media.length === 0 ? text : `${text} (+${media.length}, in the inbox)`.trim();
}

/** Whether it went to a caller; null where it is nobody's who is on shift, or has callers. */
async function tryVolunteer(
  services: Services,
  plan: CallPlan,
  { volunteer }: RelayPlace,
  said: {
    readonly id: string;
    readonly text: string;
    readonly lineId: string;
    readonly asked: Asked | null;
  },
): Promise<boolean | null> {
  if (volunteer === null) return null;
  const now = services.clock.now();
  const people = peopleOn(plan, now);
  const { says, isOrdinary } = await services.helpline(plan.helplineId).relay({
    input: {
      kind: "volunteer",
      id: deriveId("relay-volunteer", said.id),
      volunteerId: volunteer.id,
      text: said.text,
    },
    people,
    now,
  });
  if (!isOrdinary) {
    await say(services, plan, says, said.id);
    return true;
  }
  const person = people.find(({ volunteerId }) => volunteerId === volunteer.id);
  if (person === undefined || said.asked !== null) return null;
  const text = relayWords(person.language).noCaller;
  await say(services, plan, [{ kind: "to-volunteer", person, lineId: said.lineId, text }], said.id);
  return false;
}

interface Asked {
  readonly asking: Asking;
  readonly batch: Batch;
}

/** The question about a shift that it was no answer to; null once that shift has begun. */
async function findAsked({ d1 }: Services, { node, at }: MessageRecord): Promise<Asked | null> {
  const id = askingNamed(node ?? "");
  const batch = id === null ? null : await readAsking(d1, id);
  const asking = batch?.askings[0];
  return batch === null || asking === undefined || asking.startsAt <= at ? null : { asking, batch };
}

/** Whoever is asked about a shift and writes "I am ill" is no caller: the office has it in the inbox, and they are asked once more. */
async function putAgain(services: Services, { asking, batch }: Asked, person: RelayCaller): Promise<void> {
  const { helpline, volunteer } = batch;
  const { name: group, zone } = helpline.config;
  const words = putAsking(asking, { group, zone, language: volunteer.config.language });
  await text(services, person, person.lineId, words, deriveId("asking-again", asking.id));
}

/** Whether somebody on shift has it now. */
async function pass(services: Services, plan: CallPlan, first: CallerInput): Promise<boolean> {
  const now = services.clock.now();
  const refused = new Set<string>();
  let people = peopleOn(plan, now);
  let input: CallerInput = first;
  // Each round is one person less.
  for (;;) {
    const { says, isOpen, isHeld } = await services.helpline(plan.helplineId).relay({ input, people, now });
    if (isOpen) await keepRelay(services.d1, plan.helplineId, now);
    const against = await say(services, plan, says, input.id);
    if (against === null) return isHeld;
    refused.add(against.person.volunteerId);
    people = people.filter(({ volunteerId }) => !refused.has(volunteerId));
    const id = deriveId("relay-refused", input.id, against.person.volunteerId);
    input = { kind: "refused", id, callerId: against.callerId };
  }
}

/** Those on shift who have a telephone, in the order they are called. */
export function peopleOn({ rota, volunteers }: CallPlan, now: number): readonly RelayPerson[] {
  return whoIsOn(rota, now).flatMap(({ volunteerId }) => {
    const known = volunteers.find(({ id }) => id === volunteerId);
    if (known === undefined || !known.isActive || known.phone === null || known.addressId === null) return [];
    const { phone, addressId, language } = known;
    return [{ volunteerId, phone, addressId, language }];
  });
}

/** Returns who could not be texted; null where everything was said. The same `key` says it once. */
export async function say(
  services: Services,
  plan: CallPlan,
  says: readonly Saying[],
  key: string,
): Promise<{ readonly person: RelayPerson; readonly callerId: string } | null> {
  for (const [index, saying] of says.entries()) {
    const id = deriveId("relay", key, index);
    switch (saying.kind) {
      case "to-caller": {
        const { caller, person } = saying;
        if (await text(services, caller, caller.lineId, saying.text, id)) break;
        if (person !== null)
          await text(
            services,
            person,
            caller.lineId,
            relayWords(person.language).stopped,
            deriveId(id, "stopped"),
          );
        break;
      }
      case "to-volunteer": {
        const { person, lineId, callerId } = saying;
        const isSaid = await text(services, person, lineId, saying.text, id, callerId);
        if (!isSaid && callerId !== undefined) return { person, callerId };
        break;
      }
      case "nobody": {
        const { name, language } = plan.config;
        const words = fillIn(relayWords(language).nobody, { group: name });
        await text(services, saying.caller, saying.caller.lineId, words, id);
        await tellCoordinators(services, plan, key);
        break;
      }
      default:
        return saying satisfies never;
    }
  }
  return null;
}

/**
 * False for somebody who wants to hear nothing. Answers and a shift's own texts are free of opening hours; with its tag a long one
 * is too long for one message. `callerId`: whose words they are.
 */
async function text(
  services: Services,
  { addressId, phone }: { readonly addressId: string; readonly phone: string },
  lineId: string,
  words: string,
  id: string,
  callerId?: string,
): Promise<boolean> {
  // An object that was restored empty knows no STOP.
  const [line] = await Promise.all([readLine(services, lineId), tellSilences(services, "?1", addressId)]);
  if (line === null) return false;
  const address = { kind: "phone", value: phone } as const;
  const now = services.clock.now();
  for (const [nth, piece] of splitMessage(words).entries()) {
    const pieceId = nth === 0 ? id : deriveId(id, nth);
    if (callerId !== undefined) await noteRelayed(services.d1, pieceId, callerId, now);
    const answer = await services
      .contact(addressId)
      .reply({ address, line, text: piece, isAnswer: true, id: pieceId, now });
    if (answer.kind !== "moved") return false;
  }
  return true;
}

async function readLine({ db, d1 }: Services, lineId: string): Promise<Line | null> {
  const [row, { optOutScope }] = await Promise.all([findLine(db, lineId), readOrganisation(d1)]);
  return row === null ? null : toLine(row.id, row.config, optOutScope);
}

async function tellCoordinators(services: Services, { helplineId, config }: CallPlan, key: string) {
  const document = nobodyDocument(config.name, services.settings.PUBLIC_URL);
  await sendEmails(
    services,
    [...new Set(config.coordinators)].map((to) => ({
      id: deriveId("relay-nobody", key, to),
      kind: "unanswered-text",
      to,
      document,
      about: { kind: "helpline", id: helplineId },
    })),
  );
}
