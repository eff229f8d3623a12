// What owners look after: dead letters, the audit trail, tokens, settings.
import * as z from "zod";
import { ROLES } from "../../actor.ts";
import type { AuditRow } from "../../db/audit.ts";
import type { LetterRow } from "../../db/dead-letters.ts";
import type { TokenRow } from "../../db/tokens.ts";
import { Time, toTime, toTimeOrNull } from "./time.ts";

export const LetterView = z
  .object({
    id: z.string(),
    queue: z.enum(["records", "outbound", "pump", "work"]),
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
    actor: z.string().meta({ description: "owner, or token:<id>." }),
    action: z.string(),
    subject: z.object({ kind: z.string(), id: z.string() }),
    detail: z.unknown(),
  })
  .meta({ id: "AuditEntry" });

export function toAuditView({ id, at, actor, action, subjectKind, subjectId, detail }: AuditRow) {
  return { id, at: toTime(at), actor, action, subject: { kind: subjectKind, id: subjectId }, detail };
}

export const TokenView = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    createdAt: Time,
    createdBy: z.string(),
    lastUsedAt: Time.nullable().meta({ description: "To the hour." }),
    revokedAt: Time.nullable(),
  })
  .meta({ id: "Token" });

export const NewTokenView = z
  .object({ ...TokenView.shape, token: z.string().meta({ description: "Shown this once." }) })
  .meta({ id: "NewToken" });

export function toTokenView({ id, name, role, createdAt, createdBy, lastUsedAt, revokedAt }: TokenRow) {
  return {
    id,
    name,
    role,
    createdAt: toTime(createdAt),
    createdBy,
    lastUsedAt: toTimeOrNull(lastUsedAt),
    revokedAt: toTimeOrNull(revokedAt),
  };
}

const Days = z.int().min(1).max(3_650);

export const SettingsView = z
  .object({
    retention: z.object({ messages: Days, media: Days, deadLetters: Days }).meta({
      description: "Days each; the nightly purge keeps to it. That something happened is never purged.",
    }),
    optOutScope: z.literal("everywhere").meta({ description: "STOP on one channel ends all of them." }),
  })
  .meta({ id: "Settings" });

export const ChangedSettings = z.strictObject({
  retention: z
    .strictObject({ messages: Days.optional(), media: Days.optional(), deadLetters: Days.optional() })
    .optional(),
});
