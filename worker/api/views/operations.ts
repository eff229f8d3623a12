// What owners look after: dead letters, the audit trail, tokens, settings.
import * as z from "zod";
import { ACCESSES, AREAS } from "#core/area";
import { OPT_OUT_SCOPES } from "#core/line";
import { Organisation } from "#core/organisation";
import { isZone } from "#core/zone";
import type { OrganisationSettings } from "../../actions/change-settings.ts";
import { mayAct, ROLES } from "../../actor.ts";
import type { Actor } from "../../actor.ts";
import { maskRecipient } from "../../email/recipient.ts";
import { QUEUE_NAMES } from "../../queue-name.ts";
import type { AuditRow } from "../../db/audit.ts";
import type { LetterRow } from "../../db/dead-letters.ts";
import type { TokenRow } from "../../db/tokens.ts";
import { Time, toTime, toTimeOrNull } from "./time.ts";

export const LetterView = z
  .object({
    id: z.string(),
    queue: z.enum(QUEUE_NAMES),
    body: z.unknown(),
    error: z.string(),
    at: Time,
    replayedAt: Time.nullable(),
    replayedBy: z.string().nullable(),
  })
  .meta({ id: "DeadLetter" });

export function toLetterView({ id, queue, body, error, at, replayedAt, replayedBy }: LetterRow) {
  return { id, queue, body, error, at: toTime(at), replayedAt: toTimeOrNull(replayedAt), replayedBy };
}

export const AuditView = z
  .object({
    id: z.string(),
    at: Time,
    actor: z.string().meta({ description: "owner, staff:<id> or token:<id>." }),
    action: z.string(),
    subject: z.object({ kind: z.string(), id: z.string() }),
    detail: z.unknown(),
  })
  .meta({ id: "AuditEntry" });

export function toAuditView({ id, at, actor, action, subjectKind, subjectId, detail }: AuditRow) {
  return { id, at: toTime(at), actor, action, subject: { kind: subjectKind, id: subjectId }, detail };
}

export const ScopesView = z.partialRecord(z.enum(AREAS), z.enum(ACCESSES)).nullable();

export const TokenView = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    scopes: ScopesView.meta({ description: "The areas it may touch; null for all that its role may." }),
    createdAt: Time,
    createdBy: z.string(),
    lastUsedAt: Time.nullable().meta({ description: "To the hour." }),
    revokedAt: Time.nullable(),
    expiresAt: Time.nullable().meta({ description: "It is good until then; null for no end." }),
  })
  .meta({ id: "Token" });

export const NewTokenView = z
  .object({ ...TokenView.shape, token: z.string().meta({ description: "Shown this once." }) })
  .meta({ id: "NewToken" });

export function toTokenView({ id, name, role, scopes, createdBy, ...times }: TokenRow) {
  const { createdAt, lastUsedAt, revokedAt, expiresAt } = times;
  return {
    id,
    name,
    role,
    scopes,
    createdAt: toTime(createdAt),
    createdBy,
    lastUsedAt: toTimeOrNull(lastUsedAt),
    revokedAt: toTimeOrNull(revokedAt),
    expiresAt: toTimeOrNull(expiresAt),
  };
}

const Verified = z.array(z.string().min(1).max(40)).max(200).nullable().meta({
  description:
    "For a Twilio trial account: the numbers it has verified. Nobody else is sent anything that we begin; null for everybody.",
});
const FrequencyCap = Organisation.shape.frequencyCap.unwrap().meta({
  description:
    "A person gets at most so many messages that we begin in so many days, everything together; null for any number.",
});
const DefaultCountry = Organisation.shape.defaultCountry.unwrap().meta({
  description:
    "Of a number that is given without one, as in an import: two letters such as US. null for none.",
});

const OptOutScope = z.enum(OPT_OUT_SCOPES).meta({
  description:
    "everywhere: a STOP ends all channels. channel: only the one it came by. At every address of the person either way; a STOP keeps the reach it had when it was said.",
});

const OperatorEmails = Organisation.shape.operatorEmails.unwrap().meta({
  description: "Who gets an e-mail at once when there is an alarm; masked for viewers.",
});

const Zone = z.string().max(60).meta({
  description: "IANA, such as Europe/London: by whose clock days begin and end. TIME_ZONE until it is set.",
});

const Days = z.int().min(1).max(3_650);

export const SettingsView = z
  .object({
    retention: z.object({ messages: Days, media: Days, emails: Days, deadLetters: Days }).meta({
      description: "Days each; the nightly purge keeps to it. That something happened is never purged.",
    }),
    verifiedNumbers: Verified,
    frequencyCap: FrequencyCap,
    defaultCountry: DefaultCountry,
    optOutScope: OptOutScope,
    operatorEmails: z.array(z.string()).meta(OperatorEmails.meta() ?? {}),
    zone: Zone,
    changedAt: Time.meta({ description: "The beginning of 1970 until something is set." }),
  })
  .meta({ id: "Settings" });

export const ChangedSettings = z.strictObject({
  retention: z
    .strictObject({
      messages: Days.optional(),
      media: Days.optional(),
      emails: Days.optional(),
      deadLetters: Days.optional(),
    })
    .optional(),
  verifiedNumbers: Verified.optional(),
  frequencyCap: FrequencyCap.optional(),
  defaultCountry: DefaultCountry.optional(),
  optOutScope: OptOutScope.optional(),
  operatorEmails: OperatorEmails.optional(),
  zone: Zone.refine(isZone, "is no time zone such as Europe/London").optional(),
});

export function toSettingsView(settings: OrganisationSettings, actor: Actor) {
  const { operatorEmails } = settings;
  return {
    ...settings,
    operatorEmails: mayAct(actor, "editor") ? operatorEmails : operatorEmails.map(maskRecipient),
    changedAt: toTime(settings.changedAt),
  };
}
