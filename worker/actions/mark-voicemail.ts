// Somebody has heard a message, is done with it, or wants it gone.
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Actor } from "../actor.ts";
import { findShownVoicemail } from "../db/call-log.ts";
import type { ShownVoicemail } from "../db/call-log.ts";
import { voicemails } from "../db/schema/index.ts";
import { notFound } from "../errors.ts";
import type { Services } from "../services.ts";
import { offerVoicemails } from "./advance-voicemail.ts";
import { writeAs } from "./write-as.ts";

/** Twice changes nothing: the first to say so stays. Throws `not_found`. */
export async function markVoicemail(
  services: Services,
  actor: Actor,
  id: string,
  as: "heard" | "done",
): Promise<ShownVoicemail> {
  const { db, clock } = services;
  const now = clock.now();
  const [column, change] =
    as === "heard"
      ? [voicemails.heardAt, { heardAt: now, heardBy: actor.id }]
      : [voicemails.doneAt, { doneAt: now, doneBy: actor.id }];
  const write = db
    .update(voicemails)
    .set(change)
    .where(and(eq(voicemails.id, id), isNull(column)));
  await writeAs(services, actor, { action: `voicemail.${as}`, subject: { kind: "voicemail", id } }, write);
  const row = await findShownVoicemail(db, id);
  if (row === null) throw notFound("voicemail", id);
  return row;
}

/** As if nobody had said so. Twice changes nothing. Throws `not_found`. */
export async function unmarkVoicemail(
  services: Services,
  actor: Actor,
  id: string,
  as: "heard" | "done",
): Promise<ShownVoicemail> {
  const { db } = services;
  const [column, change] =
    as === "heard"
      ? [voicemails.heardAt, { heardAt: null, heardBy: null }]
      : [voicemails.doneAt, { doneAt: null, doneBy: null }];
  const write = db
    .update(voicemails)
    .set(change)
    .where(and(eq(voicemails.id, id), isNotNull(column)));
  await writeAs(
    services,
    actor,
    { action: `voicemail.not-${as}`, subject: { kind: "voicemail", id } },
    write,
  );
  const row = await findShownVoicemail(db, id);
  if (row === null) throw notFound("voicemail", id);
  return row;
}

/** Its words at once, its sound in our store and at Twilio within seconds. Twice changes nothing. Throws `not_found`. */
export async function deleteVoicemail(services: Services, actor: Actor, id: string): Promise<void> {
  const { db, clock } = services;
  const now = clock.now();
  const write = db
    .update(voicemails)
    .set({ deletedAt: now, transcript: null, dueAt: now, tries: 0 })
    .where(and(eq(voicemails.id, id), isNull(voicemails.deletedAt)));
  const deed = { action: "voicemail.delete", subject: { kind: "voicemail", id } };
  if (await writeAs(services, actor, deed, write)) await offerVoicemails(services, [id]);
  else if ((await findShownVoicemail(db, id)) === null) throw notFound("voicemail", id);
}
