// Twilio may deliver one webhook several times: the effect is that of one.
import { messagesOf } from "../records.ts";
import type { Scene } from "../stage.ts";

export const webhookTwice: Scene = {
  title: "One message, delivered twice",
  play: async ({ person, shows, note, system }) => {
    const { webhooks } = system.carrier.faults;
    const finn = person("+447700900406", "Finn Archer");
    note("A retry carries the token of the first attempt.");
    webhooks.next({ kind: "repeated", times: 2, token: "same" });
    await finn.writes("texts", "REVIEW");
    await finn.reads("Hi! Which product is this review for?");
    await finn.readsNothing("the second delivery was the same message");

    note("The same MessageSid under another token would be answered twice if it were answered again.");
    webhooks.next({ kind: "repeated", times: 3, token: "new", together: true });
    await finn.writes("texts", "Toaster");
    await finn.reads("Okay, got it. What's your name?");
    await finn.readsNothing("the others were the same message");
    await shows(messagesOf(finn), [
      { direction: "in", text: "REVIEW", status: "received" },
      { direction: "out", text: "Hi! Which product is this review for?", status: "delivered" },
      { direction: "in", text: "Toaster", status: "received" },
      { direction: "out", text: "Okay, got it. What's your name?", status: "delivered" },
    ]);
  },
};
