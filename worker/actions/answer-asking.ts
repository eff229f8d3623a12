// A volunteer's answer about a shift becomes a confirmation, or a change of the rota: once, however late or often it arrives.
import type { Asking } from "#core/asking/asking";
import { alertTime } from "#core/asking/opening";
import { isContested, settle } from "#core/asking/settle";
import type { Outcome } from "#core/asking/settle";
import { deriveId } from "#core/id";
import { occurrenceOn } from "#core/rota/occurrence-on";
import { noteAnswer, readAsking } from "../db/askings.ts";
import type { Batch } from "../db/askings.ts";
import { insertGivenBack, insertOverride, takeOpening } from "../db/openings.ts";
import { readRota } from "../db/rota.ts";
import type { Services } from "../services.ts";
import { offerOpenings } from "./offer-openings.ts";
import { recordDeed } from "./write-as.ts";

export interface Answered {
  readonly asking: Asking;
  readonly batch: Batch;
  readonly outcome: Outcome;
}

/** `at`: when they gave it, epoch milliseconds. Null where the group or the volunteer is gone. */
export async function answerAsking(
  services: Services,
  id: string,
  verdict: "yes" | "no",
  at: number,
): Promise<Answered | null> {
  const batch = await readAsking(services.d1, id);
  const asking = batch?.askings[0];
  if (batch === null || asking === undefined) return null;
  const place = await look(services, batch, asking);
  const outcome = settle(asking, { verdict, at, ...place });
  if (outcome === "late" || outcome === "changed") return { asking, batch, outcome };
  if (asking.answeredAt !== null && asking.answeredAt >= at) return { asking, batch, outcome };
  if (isContested(asking, outcome, place.isOn))
    return { asking, batch, outcome: await take(services, batch, asking, at) };

  const { d1 } = services;
  const noted = noteAnswer(d1, id, outcome, at);
  const statements = outcome === "returned" ? [noted, ...giveBack(services, asking, at)] : [noted];
  const [first] = await d1.batch(statements);
  if (first?.meta.changes === 1) await audit(services, asking, outcome);
  if (outcome === "returned") await offerOpenings(services);
  return { asking, batch, outcome };
}

/** Where they stand on the shift as the rota has it now. */
async function look(
  { db }: Services,
  { helpline }: Batch,
  { shiftId, date, volunteerId }: Asking,
): Promise<{ readonly isOn: boolean; readonly hasPlace: boolean }> {
  const rota = await readRota(db, helpline, { first: date, last: date });
  const before = occurrenceOn(rota, shiftId, date);
  const isOn = before?.people.some((person) => person.volunteerId === volunteerId) === true;
  // A place is open where somebody who takes one is one more on the shift.
  const taking = {
    id: "",
    kind: "swap",
    date,
    shiftId,
    from: null,
    to: "?",
    at: Number.MAX_SAFE_INTEGER,
  } as const;
  const after = occurrenceOn({ ...rota, overrides: [...rota.overrides, taking] }, shiftId, date);
  return { isOn, hasPlace: before !== null && after !== null && after.people.length > before.people.length };
}

function giveBack({ d1 }: Services, asking: Asking, at: number): readonly D1PreparedStatement[] {
  const { id, helplineId, shiftId, date, startsAt, endsAt, volunteerId } = asking;
  const overrideId = deriveId("gave-back", id, at);
  const swap = { id: overrideId, kind: "swap", date, shiftId, from: volunteerId, to: null, at } as const;
  const openingId = deriveId("opening", helplineId, shiftId, date, overrideId);
  return [
    insertOverride(d1, helplineId, swap, `volunteer:${volunteerId}`),
    insertGivenBack(d1, {
      id: openingId,
      helplineId,
      shiftId,
      date,
      startsAt,
      endsAt,
      openedAt: at,
      alertAt: alertTime(at, startsAt),
    }),
  ];
}

/** The first yes has it: whose statement finds an open place changes the rota in the same transaction. */
async function take(services: Services, batch: Batch, asking: Asking, at: number): Promise<Outcome> {
  const { id, helplineId, shiftId, date, volunteerId } = asking;
  const { d1 } = services;
  const overrideId = deriveId("took", id, at);
  const swap = { id: overrideId, kind: "swap", date, shiftId, from: null, to: volunteerId, at } as const;
  const isMine = "EXISTS (SELECT 1 FROM overrides WHERE helpline_id = ?4 AND date = ?5 AND id = ?6)";
  const key = [helplineId, date, overrideId] as const;
  await d1.batch([
    takeOpening(d1, asking, { volunteerId, at, overrideId }),
    insertOverride(d1, helplineId, swap, `volunteer:${volunteerId}`),
    noteAnswer(d1, id, "taken", at, isMine, ...key),
    noteAnswer(d1, id, "gone", at, `NOT ${isMine}`, ...key),
  ]);
  // A coordinator may have filled the place at the same moment: what the rota says counts.
  const { isOn } = await look(services, batch, asking);
  if (isOn) await audit(services, asking, "taken");
  return isOn ? "taken" : "gone";
}

async function audit(services: Services, { id, helplineId, volunteerId }: Asking, outcome: Outcome) {
  await recordDeed(
    services,
    { id: `volunteer:${volunteerId}`, role: "viewer", scopes: null },
    { action: `shift.${outcome}`, subject: { kind: "asking", id }, detail: { helpline: helplineId } },
  );
}
