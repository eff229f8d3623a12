// On WhatsApp a choice is tapped, not numbered.
import { responsesOf } from "../records.ts";
import type { Scene } from "../stage.ts";

export const quickReplies: Scene = {
  title: "Choices to tap, on WhatsApp",
  play: async ({ person, shows }) => {
    const ade = person("+447700900404", "Ade Balogun");
    await ade.writes("whatsapp", "SURVEY");
    await ade.reads("Riverside Centre: five short questions about our open days. English or Español?");
    await ade.taps("English");
    await ade.reads("How often do you come to the centre?");
    await ade.taps("Never yet");
    await ade.reads("What keeps you from coming? Or reply SKIP.");
    await ade.writes("whatsapp", "I only moved here on Monday");
    await ade.reads("May we ring you about it?");
    await ade.taps("No");
    await ade.reads("Thank you for helping the Riverside Centre!");
    await shows(responsesOf("centre-survey", ade, ["visits", "keeps_away", "news"]), [
      {
        visits: "never",
        keeps_away: "I only moved here on Monday",
        news: false,
        disposition: "completed",
        delivery: "read",
      },
    ]);
  },
};
