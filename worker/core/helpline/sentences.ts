// What is said on the telephone where a group has no words of its own.
import { ar } from "#core/helpline/sentences/ar";
import { de } from "#core/helpline/sentences/de";
import { en } from "#core/helpline/sentences/en";
import { es } from "#core/helpline/sentences/es";
import { fr } from "#core/helpline/sentences/fr";
import { hi } from "#core/helpline/sentences/hi";
import { pt } from "#core/helpline/sentences/pt";

/** `{name}` is the group's. */
export interface CallSentences {
  readonly greeting: string;
  readonly hold: string;
  readonly nobody: string;
  /** Before the tone. */
  readonly voicemail: string;
  readonly thanks: string;
  readonly notAChoice: string;
  /** To a volunteer who picks up. */
  readonly whisper: string;
  readonly accept: string;
  readonly sorry: string;
  /** To who calls a number that no group has. */
  readonly noGroup: string;
}

export const CALL_SENTENCES: Readonly<Record<string, CallSentences>> = { en, es, fr, de, pt, ar, hi };
