// A message left on the machine, as an e-mail for those who are to call back.
import { sayDuration } from "#core/helpline/duration";
import type { Block, MailDocument } from "#core/mail/document";

export interface LeftMessage {
  /** The helpline's name. */
  readonly group: string;
  /** IANA, of the group. */
  readonly zone: string;
  /** Who called; null for who withheld their number. */
  readonly caller: { readonly name: string | null; readonly number: string | null } | null;
  /** Epoch milliseconds. */
  readonly calledAt: number;
  readonly seconds: number | null;
  readonly transcript: string | null;
  /** Whether the recording is attached; else what staff should know of it. */
  readonly sound: "attached" | "later" | { readonly lost: string };
  /** Where it can be heard. */
  readonly url: string;
}

export function composeVoicemail(message: LeftMessage): MailDocument {
  const { group, seconds, transcript } = message;
  const from = nameCaller(message);
  return {
    language: "en",
    subject: subjectOf(message),
    preview: transcript ?? `${from} left a message.`,
    blocks: [
      { kind: "heading", text: `${from} left a message` },
      {
        kind: "facts",
        rows: [
          { label: "Helpline", value: group },
          { label: "From", value: describeCaller(message) },
          { label: "Called", value: tellTime(message) },
          { label: "Length", value: seconds === null ? "unknown" : sayDuration(seconds) },
        ],
      },
      ...quote(transcript),
      ...tellSound(message),
      { kind: "button", text: "Open the voicemail", url: message.url },
    ],
    reason: reasonOf(message),
  };
}

/** What was said, for those who have the recording already. */
export function composeLateTranscript(message: LeftMessage): MailDocument {
  return {
    language: "en",
    subject: `Re: ${subjectOf(message)}`,
    preview: message.transcript ?? "",
    blocks: [
      { kind: "text", text: `What ${nameCaller(message)} said (${tellTime(message)}):` },
      ...quote(message.transcript),
      { kind: "button", text: "Open the voicemail", url: message.url },
    ],
    reason: reasonOf(message),
  };
}

function subjectOf(message: LeftMessage): string {
  return `${message.group}: voicemail from ${nameCaller(message)}`;
}

function reasonOf({ group }: LeftMessage): string {
  return `You get this because voicemail of ${group} is sent to you.`;
}

function nameCaller({ caller }: LeftMessage): string {
  return caller?.name ?? caller?.number ?? (caller === null ? "a withheld number" : "somebody");
}

function describeCaller({ caller }: LeftMessage): string {
  if (caller === null) return "The number was withheld: nobody can call back.";
  return [caller.name, caller.number].filter((word) => word !== null).join(", ") || "Erased since";
}

function tellTime({ calledAt, zone }: LeftMessage): string {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone: zone, dateStyle: "full", timeStyle: "short" });
  return `${format.format(calledAt)} (${zone})`;
}

function quote(transcript: string | null): readonly Block[] {
  return transcript === null
    ? []
    : [
        { kind: "quote", text: transcript },
        { kind: "text", text: "Written down by a machine: the recording is what counts." },
      ];
}

function tellSound({ sound }: LeftMessage): readonly Block[] {
  if (sound === "attached") return [];
  const text =
    sound === "later"
      ? "The recording could not be fetched yet. It is still being tried: look for it where the button leads."
      : `The recording could not be had: ${sound.lost}`;
  return [{ kind: "text", text, tone: "bad" }];
}
