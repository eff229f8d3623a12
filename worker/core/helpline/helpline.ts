// A helpline: a group of volunteers behind one number, and everything configured about it.
import * as z from "zod";
import { Language } from "#core/conversation/flow";
import { ApprovedContent } from "#core/message-template/template";
import { Holiday, TimeOfDay } from "#core/rota/rota";

/** Said aloud: a minute of speech is about 900 characters. */
export const Spoken = z.record(Language, z.string().trim().min(1).max(900));

/** What a key of the menu does. `hunt` goes on to whoever is on shift; a language is spoken from then on. */
export const Choice = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("language"), language: Language }),
  z.strictObject({ kind: z.literal("hunt") }),
  z.strictObject({ kind: z.literal("voicemail") }),
  z.strictObject({ kind: z.literal("say"), text: Spoken }),
  z.strictObject({ kind: z.literal("number"), number: z.e164() }),
]);
export type Choice = z.infer<typeof Choice>;

const Email = z.email().max(254);
/** A shared mailbox or a few people: whoever needs more has a mailing list. */
const Emails = z.array(Email).max(20);

/** By language. Its variables print `group`, `shift` and `name`. */
const Contents = z.record(Language, ApprovedContent);

/** What an organiser sets. */
export const HelplineConfig = z.strictObject({
  name: z.string().trim().min(1).max(80),
  /** The number people call, and text; no two helplines share one. */
  number: z.e164(),
  zone: z.string().max(60).default("UTC"),
  language: Language.default("en"),
  holidays: z.array(Holiday).max(400).default([]),
  /** In which order those on shift are rung. */
  order: z.enum(["fixed", "round-robin", "least-recent"]).default("fixed"),
  /** How long one telephone rings; a mailbox answers after about 25 seconds. */
  ringSeconds: z.int().min(5).max(60).default(20),
  /** Whose number the volunteer sees. */
  callerId: z.enum(["caller", "helpline"]).default("helpline"),
  /** Built-in sentences where absent, in the languages that have them. */
  prompts: z
    .strictObject({
      greeting: Spoken.optional(),
      /** Read to the volunteer before "press 1". */
      whisper: Spoken.optional(),
      /** Before the beep. */
      voicemail: Spoken.optional(),
      /** To a caller who is blocked; without it they hear that the line is busy, which costs nothing. */
      blocked: Spoken.optional(),
    })
    .default({}),
  menu: z
    .strictObject({
      text: Spoken,
      choices: z.record(z.string().regex(/^[0-9]$/, "a key is a digit"), Choice),
    })
    .nullable()
    .default(null),
  /** Where a call goes when nobody is on shift, or nobody answers. */
  otherwise: z
    .discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("voicemail") }),
      /** And to voicemail when nobody answers there either. */
      z.strictObject({ kind: z.literal("number"), number: z.e164() }),
    ])
    .default({ kind: "voicemail" }),
  voicemail: z
    .strictObject({
      secondsMax: z.int().min(10).max(600).default(120),
      /** Who gets it by e-mail. */
      emails: Emails.default([]),
      transcribe: z.enum(["twilio", "whisper", "never"]).default("twilio"),
      /** The e-mail waits for the transcript so long; one that comes later follows. */
      transcriptWaitMinutes: z.int().min(0).max(60).default(5),
      /** Whether the recording stays at Twilio, which charges for keeping it, once we have it. */
      keepAtTwilio: z.boolean().default(true),
    })
    .prefault({}),
  /** Whom a text to the number reaches: the person on shift, or the flows of the line with this number. */
  texts: z.enum(["volunteer", "flow"]).default("flow"),
  reminders: z
    .strictObject({
      /** When tomorrow's volunteers are reminded, by the group's clock; null for never. */
      at: TimeOfDay.nullable().default("18:00"),
      /** The line their SMS or WhatsApp leaves by; the group's own number where absent. */
      lineId: z.string().optional(),
      /** What WhatsApp approved for those who have not written there for a day; without it they are asked another way. */
      contents: z.strictObject({ reminder: Contents.optional(), offer: Contents.optional() }).optional(),
    })
    .prefault({}),
  /** Who hears of gaps, shifts given back, and telephones that fail. */
  coordinators: Emails.default([]),
});
export type HelplineConfig = z.infer<typeof HelplineConfig>;

export const VolunteerConfig = z.strictObject({
  name: z.string().trim().min(1).max(80),
  phone: z.e164().nullable().default(null),
  email: Email.nullable().default(null),
  language: Language.default("en"),
  /** How they are reminded; several at once if they like. */
  remindBy: z
    .array(z.enum(["email", "sms", "whatsapp"]))
    .max(3)
    .default(["email"]),
  /** Not called and not reminded while false; their shifts stay. */
  isActive: z.boolean().default(true),
  /** How we know they agree to be called and texted: who signed them up, and how. */
  proof: z.string().trim().min(1).max(300).optional(),
});
export type VolunteerConfig = z.infer<typeof VolunteerConfig>;
