// A text that starts nothing is answered once and waits for a person.
import { inboxOf } from "../records.ts";
import type { Scene } from "../stage.ts";

export const unknownWord: Scene = {
  title: "A text nobody planned for",
  play: async ({ person, shows }) => {
    const jo = person("+447700900409", "Jo Marsh");
    await jo.writes("texts", "Is the hall free on Saturday?");
    await jo.reads("Thank you, somebody will read this. Or reply REVIEW, SURVEY, JOIN or VOLUNTEER.");
    await shows(inboxOf(jo), [{ kind: "unmatched", text: "Is the hall free on Saturday?" }]);
  },
};
