// One survey, three people: by SMS in English and in Spanish along different branches, by WhatsApp with taps.
import { responsesOf } from "../records.ts";
import type { Scene } from "../stage.ts";

export const surveyInTwoLanguages: Scene = {
  title: "A branching survey in two languages",
  play: async ({ person, shows, note }) => {
    const nora = person("+447700900402", "Nora Field");
    await nora.writes("texts", "survey");
    await nora.reads(
      "Riverside Centre: five short questions about our open days. English or Español?\n1. English\n2. Español",
    );
    await nora.writes("texts", "a)");
    await nora.reads(
      "How often do you come to the centre?\n1. Every week\n2. About once a month\n3. Never yet",
    );
    await nora.writes("texts", "two");
    await nora.reads(
      "What do you come for? Name all that apply.\n1. Food bank\n2. Classes\n3. Sport\n4. Childcare",
    );
    await nora.writes("texts", "classes and sport");
    await nora.reads("From 0 to 10, how likely are you to recommend us to a neighbour?");
    await nora.writes("texts", "maybe a 4");
    await nora.reads("Sorry to hear that. What should we change first?");
    await nora.writes("texts", "Open later in the evening");
    await nora.reads("May we ring you about it?");
    await nora.writes("texts", "yes please");
    await nora.reads("Thank you for helping the Riverside Centre!");

    note("Luis answers in Spanish, and has not been there yet: he is asked why instead.");
    const luis = person("+447700900403", "Luis Ortega");
    await luis.writes("texts", "ENCUESTA");
    await luis.reads(
      "Riverside Centre: five short questions about our open days. English or Español?\n1. English\n2. Español",
    );
    await luis.writes("texts", "espanol");
    await luis.reads(
      "¿Con qué frecuencia viene al centro?\n1. Cada semana\n2. Una vez al mes\n3. Nunca hasta ahora",
    );
    await luis.writes("texts", "nunca");
    await luis.reads("¿Qué le impide venir? O responda SALTAR.");
    await luis.writes("texts", "saltar");
    await luis.reads("¿Podemos llamarle para hablar de ello?");
    await luis.writes("texts", "no");
    await luis.reads("¡Gracias por ayudar al Centro Riverside!");

    const columns = ["visits", "uses", "recommend", "improve", "news"];
    await shows(responsesOf("centre-survey", nora, columns), [
      {
        visits: "monthly",
        uses: ["classes", "sport"],
        recommend: 4,
        improve: "Open later in the evening",
        news: true,
        disposition: "completed",
        delivery: "delivered",
      },
    ]);
    await shows(responsesOf("centre-survey", luis, ["visits", "keeps_away", "recommend", "news"]), [
      {
        visits: "never",
        keeps_away: null,
        recommend: null,
        news: false,
        disposition: "completed",
        delivery: "delivered",
      },
    ]);
  },
};
