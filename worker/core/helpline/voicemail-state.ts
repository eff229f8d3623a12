// How far a message left on the machine has come, in the one word staff see.

export const VOICEMAIL_STATES = [
  "waiting-for-sound",
  "waiting-for-transcript",
  "being-emailed",
  "emailed",
  "unaddressed",
  "failed",
  "deleted",
] as const;
export type VoicemailState = (typeof VOICEMAIL_STATES)[number];

/** `unaddressed`: nobody is named to e-mail it to. `failed`: its sound can never be had. */
export function voicemailState(voicemail: {
  readonly deletedAt: number | null;
  readonly failure: string | null;
  readonly emailedAt: number | null;
  readonly recipients: number | null;
  readonly file: string | null;
  readonly readyAt: number | null;
}): VoicemailState {
  if (voicemail.deletedAt !== null) return "deleted";
  if (voicemail.failure !== null) return "failed";
  if (voicemail.emailedAt !== null) return voicemail.recipients === 0 ? "unaddressed" : "emailed";
  if (voicemail.file === null) return "waiting-for-sound";
  return voicemail.readyAt === null ? "waiting-for-transcript" : "being-emailed";
}
