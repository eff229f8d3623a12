// Two people break off; the next day they are reminded, and go on where they were: on WhatsApp while free text still may go.
import { responsesOf } from "../records.ts";
import type { Scene } from "../stage.ts";

export const reminder: Scene = {
  title: "A reminder, a day later",
  play: async ({ person, shows, wait }) => {
    const hana = person("+447700900408", "Hana Kim");
    await hana.writes("texts", "REVIEW");
    await hana.reads("Hi! Which product is this review for?");
    await hana.writes("texts", "Bicycle bell");
    await hana.reads("Okay, got it. What's your name?");
    const milo = person("+447700900419", "Milo Novak");
    await milo.writes("whatsapp", "REVIEW");
    await milo.reads("Hi! Which product is this review for?");
    await wait(24);
    await hana.reads("Still there? What's your name?");
    await milo.reads("Still there? Which product is this review for?");
    await shows(responsesOf("product-review", hana, ["product", "name", "review"]), [
      { product: "Bicycle bell", name: null, review: null, disposition: null, delivery: "delivered" },
    ]);
    await hana.writes("texts", "Hana");
    await hana.reads("Please send your review for Bicycle bell.");
    await hana.writes("texts", "Loud and cheerful");
    await hana.reads("Thanks Hana -- your review for Bicycle bell has been recorded.");
    await shows(responsesOf("product-review", hana, ["product", "name", "review"]), [
      {
        product: "Bicycle bell",
        name: "Hana",
        review: "Loud and cheerful",
        disposition: "completed",
        delivery: "delivered",
      },
    ]);
  },
};
