// The same review in the browser, over a WebSocket that breaks in the middle.
import { responsesOf } from "../records.ts";
import type { Scene } from "../stage.ts";

export const webChat: Scene = {
  title: "A web chat",
  play: async ({ visitor, note, shows }) => {
    const ivy = await visitor("product-review");
    await ivy.reads("Hi! Which product is this review for?");
    ivy.writes("Umbrella");
    await ivy.reads("Okay, got it. What's your name?");
    note("The connection breaks; the page opens another and sends again what it is not sure of.");
    await ivy.reconnects();
    ivy.writes("Ivy", "frame-7");
    ivy.writes("Ivy", "frame-7");
    await ivy.reads("Please send your review for Umbrella.");
    ivy.writes("Turned inside out in the first wind");
    await ivy.reads("Thanks Ivy -- your review for Umbrella has been recorded.");
    ivy.readsNothing("every frame counted once");
    ivy.leaves();
    await shows(responsesOf("product-review", ivy, ["product", "name", "review"]), [
      {
        product: "Umbrella",
        name: "Ivy",
        review: "Turned inside out in the first wind",
        disposition: "completed",
        delivery: "sent",
      },
    ]);
  },
};
