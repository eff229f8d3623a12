// What is said on the telephone, in German.
import type { CallSentences } from "#core/helpline/sentences";

export const de: CallSentences = {
  greeting: "Guten Tag, hier ist {name}.",
  hold: "Bitte bleiben Sie dran, wir suchen jemanden für Sie.",
  nobody: "Im Moment kann niemand Ihren Anruf annehmen.",
  voicemail: "Bitte sprechen Sie nach dem Ton und legen Sie danach auf.",
  thanks: "Vielen Dank. Auf Wiederhören.",
  notAChoice: "Das ist leider keine der Möglichkeiten.",
  whisper: "Ein Anruf für {name}.",
  accept: "Drücken Sie 1, um ihn anzunehmen, oder 2, um ihn weiterzugeben.",
  sorry: "Leider ist bei uns etwas schiefgegangen.",
  noGroup: "Diese Rufnummer ist leider nicht vergeben. Bitte prüfen Sie die Nummer und rufen Sie erneut an.",
};
