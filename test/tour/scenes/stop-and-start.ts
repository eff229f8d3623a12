// STOP in the middle of a survey: silence at once, whatever is tried; START undoes it; every change is kept with its words.
import { consentsOf, start } from "../records.ts";
import type { Scene } from "../stage.ts";

export const stopAndStart: Scene = {
  title: "STOP in the middle, START again",
  play: async ({ person, shows, refuses }) => {
    const eva = person("+447700900405", "Eva Lindqvist");
    await eva.writes("texts", "REVIEW");
    await eva.reads("Hi! Which product is this review for?");
    await eva.writes("texts", "STOP");
    await eva.reads(
      "You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.",
    );
    await eva.writes("texts", "Desk lamp");
    await eva.readsNothing("she has opted out");
    await eva.writes("whatsapp", "REVIEW");
    await eva.readsNothing("STOP counts on every channel");
    await refuses("beginning a flow with her", "conflict", (api) =>
      start(api, "product-review", "texts", eva),
    );

    await eva.writes("texts", "START");
    await eva.reads(
      "You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.",
    );
    await eva.writes("texts", "REVIEW");
    await eva.reads("Hi! Which product is this review for?");
    await shows(consentsOf(eva), [
      { kind: "opt-out", words: "STOP" },
      { kind: "opt-in", words: "START" },
    ]);
  },
};
