// JOIN asks again before it believes: only a plain yes is consent, kept with its words.
import { consentsOf } from "../records.ts";
import type { Scene } from "../stage.ts";

export const doubleOptIn: Scene = {
  title: "Joining, twice confirmed",
  play: async ({ person, shows }) => {
    const lea = person("+447700900411", "Lea Novak");
    await lea.writes("texts", "JOIN");
    await lea.reads("Riverside Centre news: about two texts a month. Is that all right? Reply YES or NO.");
    await lea.writes("texts", "what for?");
    await lea.reads("We only write to you if you reply YES. NO is fine, too.");
    await lea.writes("texts", "Yes");
    await lea.reads("Lovely! What shall we call you?");
    await lea.writes("texts", "Lea");
    await lea.reads("Welcome, Lea! Reply STOP at any time.");
    await shows(consentsOf(lea), [{ kind: "grant", words: "Yes" }]);
  },
};
