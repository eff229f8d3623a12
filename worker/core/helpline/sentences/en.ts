// What is said on the telephone, in English.
import type { CallSentences } from "#core/helpline/sentences";

export const en: CallSentences = {
  greeting: "Hello, this is {name}.",
  hold: "Please hold while we find somebody for you.",
  nobody: "Nobody can take your call right now.",
  voicemail: "Please leave a message after the tone, and hang up when you are done.",
  thanks: "Thank you. Goodbye.",
  notAChoice: "Sorry, that is not one of the choices.",
  whisper: "This is a call for {name}.",
  accept: "Press 1 to take it, or 2 to pass it on.",
  sorry: "Sorry, something went wrong on our side.",
  noGroup: "Sorry, this number is not in use at the moment. Please check it and call again.",
};
