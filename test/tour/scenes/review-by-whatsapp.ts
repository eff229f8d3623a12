// The review collector, by WhatsApp: the profile's name comes along, and three answers make a review.
import type { Scene } from "../stage.ts";
import { responsesOf } from "../records.ts";

export const reviewByWhatsapp: Scene = {
  title: "A review by WhatsApp",
  play: async ({ person, shows }) => {
    const maya = person("+447700900401", "Maya Lewis");
    await maya.writes("whatsapp", "REVIEW");
    await maya.reads("Hi! Which product is this review for?");
    await maya.writes("whatsapp", "iPhone 15");
    await maya.reads("Okay, got it. What's your name?");
    await maya.writes("whatsapp", "John");
    await maya.reads("Please send your review for iPhone 15.");
    await maya.writes("whatsapp", "Great phone, poor charger 🔌");
    await maya.reads("Thanks John -- your review for iPhone 15 has been recorded.");
    await shows(responsesOf("product-review", maya, ["product", "name", "review"]), [
      {
        product: "iPhone 15",
        name: "John",
        review: "Great phone, poor charger 🔌",
        disposition: "completed",
        delivery: "read",
      },
    ]);
  },
};
