// A flow that asks for everything WhatsApp can send, and somebody who answers the first half of it.
import type { Handset } from "../../carrier/carrier.ts";
import type { Line } from "../organiser.ts";

const PLACES = ["Alder", "Birch", "Cedar", "Elm", "Fir", "Hazel", "Larch", "Maple", "Oak", "Pine", "Rowan"];
const choose = (id: string, text: string, labels: readonly string[]) => ({
  id,
  kind: "ask",
  text: { en: text },
  answer: {
    kind: "choice",
    options: labels.map((label) => ({ id: label.toLowerCase(), label: { en: label } })),
  },
});

/** Three buttons, a list of four, eleven that fit no list; then what only a phone can send. */
export const VISIT = {
  schema: 1,
  languages: ["en"],
  nodes: [
    choose("how", "Hello {{ name | default: 'there' }}! How was it?", ["Good", "Fair", "Bad"]),
    choose("season", "When did you come?", ["Spring", "Summer", "Autumn", "Winter"]),
    choose("tree", "Which tree did you like best?", PLACES),
    { id: "again", kind: "ask", text: { en: "Will you come again?" }, answer: { kind: "yes-no" } },
    {
      id: "picture",
      kind: "ask",
      text: { en: "Send us a picture!" },
      answer: { kind: "media", accept: ["image"] },
    },
    { id: "place", kind: "ask", text: { en: "And where was that?" }, answer: { kind: "location" } },
    { id: "thanks", kind: "end", text: { en: "Thank you! See you under the {{ tree }}." } },
  ],
};
/** A tap must be answered about as fast as a text: well within the five seconds that two messages of ours are kept apart. */
export const TAPPED_WITHIN_MS = 4_000;

/** Answers everything up to the picture. */
export async function reachPicture(handset: Handset, line: Line): Promise<void> {
  await handset.text(line.address, "tree");
  await handset.expect("How was it?", { withinMs: TAPPED_WITHIN_MS });
  await handset.text(line.address, "good");
  await handset.expect("When did you come?", { withinMs: TAPPED_WITHIN_MS });
  await handset.text(line.address, "2");
  await handset.expect("Which tree did you like best?");
  await handset.text(line.address, "the oak");
  await handset.expect("Will you come again?", { withinMs: TAPPED_WITHIN_MS });
  await handset.text(line.address, "yes");
  await handset.expect("Send us a picture!");
}
