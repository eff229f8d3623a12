// A message left on the machine goes by e-mail to those who look after the group: with what was said, or followed by it.
import { deriveId, deriveIdAt } from "#core/id";
import { composeLateTranscript, composeVoicemail } from "#core/mail/voicemail-document";
import type { LeftMessage } from "#core/mail/voicemail-document";
import { findHelpline } from "../db/helplines.ts";
import type { HelplineRow } from "../db/helplines.ts";
import { readOrganisation, readZone } from "../db/settings.ts";
import { findCaller, findVoicemail, markMailed, settleMail } from "../db/voicemails.ts";
import type { VoicemailRow } from "../db/voicemails.ts";
import type { Services } from "../services.ts";
import { offerEmails, writeEmails } from "./send-email.ts";
import type { Mail } from "./send-email.ts";

/** Fetching a recording takes seconds: where the carrier is away for longer, that somebody called is known without it. */
const SOUND_WAIT_MS = 3_600_000;

/** Exactly one e-mail each, and one more for a transcript that came later. Throws where it should be tried again. */
export async function mailVoicemail(services: Services, voicemail: VoicemailRow): Promise<void> {
  if (voicemail.deletedAt !== null) return;
  if (voicemail.emailedAt === null) {
    if (!isReady(voicemail, services.clock.now())) return;
    // What the e-mail holds is settled before it is written: written twice, it is the same.
    await settleMail(services.db, voicemail.id);
    const settled = await findVoicemail(services.db, voicemail.id);
    if (settled !== null) await write(services, settled, "first");
    return;
  }
  const { mailHasTranscript, transcript, followedAt } = voicemail;
  if (mailHasTranscript === false && transcript !== null && followedAt === null)
    await write(services, voicemail, "late");
}

function isReady({ readyAt, recordedAt, file, failure }: VoicemailRow, now: number): boolean {
  if (readyAt === null || recordedAt === null) return false;
  return file !== null || failure !== null || now >= recordedAt + SOUND_WAIT_MS;
}

async function write(services: Services, voicemail: VoicemailRow, which: "first" | "late"): Promise<void> {
  const { d1, db, clock } = services;
  const helpline = await findHelpline(db, voicemail.helplineId);
  const recipients = await listRecipients(d1, helpline);
  const message = await toMessage(services, voicemail, helpline);
  const mails = await Promise.all(
    recipients.map((to) => toMail(services, voicemail, { which, to, message })),
  );
  const mark = markMailed(d1, voicemail.id, which, mails.length, clock.now());
  const notice = mails.length === 0 && which === "first" ? [tellStaff(d1, voicemail, message)] : [];
  await d1.batch([...(await writeEmails(services, mails)), ...notice, mark]);
  await offerEmails(
    services,
    mails.map(({ id }) => id),
  );
}

/** Whom the group names, else its coordinators, else the operators; nobody where none is named. */
async function listRecipients(d1: D1Database, helpline: HelplineRow | null): Promise<readonly string[]> {
  const { voicemail, coordinators = [] } = helpline?.config ?? {};
  const own = [voicemail?.emails ?? [], coordinators].find((emails) => emails.length > 0);
  const emails = own ?? (await readOrganisation(d1)).operatorEmails;
  return [...new Map(emails.map((email) => [email.toLowerCase(), email])).values()];
}

async function toMessage(
  services: Services,
  { id, addressId, calledAt, seconds, transcript, mailHasTranscript, emailedAt, file, failure }: VoicemailRow,
  helpline: HelplineRow | null,
): Promise<LeftMessage> {
  const { d1, settings } = services;
  const isShown = emailedAt !== null || mailHasTranscript === true;
  return {
    group: helpline?.config.name ?? "Helpline",
    zone: helpline?.config.zone ?? (await readZone(services)),
    caller: await findCaller(d1, addressId),
    calledAt,
    seconds,
    transcript: isShown ? transcript : null,
    sound: file !== null ? "attached" : failure === null ? "later" : { lost: failure },
    url: `${settings.PUBLIC_URL}/voicemails?open=${id}`,
  };
}

async function toMail(
  { identity }: Services,
  { id, addressId, calledAt, file, type }: VoicemailRow,
  { which, to, message }: { which: "first" | "late"; to: string; message: LeftMessage },
): Promise<Mail> {
  const recipientId = await identity.idOfEmail(to);
  const mail = { kind: "voicemail", to, about: { kind: "voicemail", id, addressId } };
  if (which === "late")
    return {
      ...mail,
      id: deriveId("voicemail-transcript", id, recipientId),
      document: composeLateTranscript(message),
    };
  const contentType = type ?? "audio/mpeg";
  const stamp = new Date(calledAt).toISOString().slice(0, 16).replaceAll(/[-:]/g, "").replace("T", "-");
  const name = `voicemail-${stamp}.${contentType === "audio/mpeg" ? "mp3" : "wav"}`;
  return {
    ...mail,
    id: deriveId("voicemail", id, recipientId),
    document: composeVoicemail(message),
    attachments: file === null ? [] : [{ key: file, name, contentType }],
  };
}

/** Nobody would hear of it otherwise. */
function tellStaff(
  d1: D1Database,
  { id, addressId, calledAt }: VoicemailRow,
  { group }: LeftMessage,
): D1PreparedStatement {
  const text = `Somebody left a message with ${group}, and no e-mail address is named for it: hear it under Voicemails.`;
  return d1
    .prepare(
      "INSERT INTO notices (id, kind, text, address_id, at) VALUES (?, 'notify', ?, ?, ?) ON CONFLICT DO NOTHING",
    )
    .bind(deriveIdAt(calledAt, "voicemail-notice", id), text, addressId, calledAt);
}
