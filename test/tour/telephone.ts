// Calls and e-mails in a scene: what was heard and read, said aside as it was.
import * as z from "zod";
import type { Answering, Call } from "../carrier/carrier.ts";
import type { ReceivedMail } from "../carrier/mail/mailbox.ts";
import { GROUPS, type GroupName } from "../demo/seed/groups.ts";
import { helplineId } from "../demo/seed/helplines.ts";
import { eventually } from "../system/eventually.ts";
import type { Stage } from "./stage.ts";

/** A call's record, and an e-mail, pass a queue or two. */
const WITHIN_MS = 10_000;

const Calls = z.object({
  data: z.array(z.object({ state: z.string(), story: z.array(z.object({ text: z.string() })) })),
});

/** What the telephones of a group's volunteers do from now on; those not named ring. */
export function setTelephones(
  { system }: Stage,
  group: GroupName,
  telephones: Readonly<Record<string, Answering>>,
): void {
  for (const { name, phone } of GROUPS[group].volunteers)
    system.handset(phone).whenCalled(telephones[name] ?? { kind: "rings" });
}

/** Prints what a caller heard, and what was heard at the telephones that rang for them. */
export function tellCall({ note }: Stage, group: GroupName, caller: string, call: Call): void {
  const named = (words: string): string =>
    GROUPS[group].volunteers.reduce((text, { name, phone }) => text.replaceAll(phone, name), words);
  for (const line of call.script()) note(`${caller} hears  ${named(line)}`);
  for (const { number, rangSeconds, talkedSeconds, script } of call.rung()) {
    note(`${named(number)}'s telephone rang ${rangSeconds ?? 0} s, and they talked ${talkedSeconds} s`);
    for (const line of script) note(`${named(number)} hears  ${line}`);
  }
}

/** Expects that the group's newest call is told like this by the API. */
export async function expectStory(
  stage: Stage,
  group: GroupName,
  expected: readonly string[],
): Promise<void> {
  const { system, checks, note } = stage;
  const path = `/api/v1/calls?limit=1&helplineId=${await helplineId(system, group)}`;
  const story = await checks.expect("the call is on record", () =>
    eventually(async () => {
      const [call] = (await system.api.get(path, Calls)).data;
      return call?.state === "ended" && call.story.map(({ text }) => text);
    }),
  );
  checks.same("the call's story", comparable(story), comparable(expected));
  note(`GET /api/v1/calls: ${story.join("; ")}`);
}

/** A busy machine adds seconds of its own, and a caller's hanging up and their message are told at once, in either order. */
function comparable(story: readonly string[]): readonly string[] {
  return story.map((words) => words.replaceAll(/ \d+ s\b/g, "")).sort();
}

/** Expects an e-mail next, and prints it as a mail program lists it. */
export async function readMail(
  { system, checks, note }: Stage,
  address: string,
  subject: RegExp,
): Promise<ReceivedMail> {
  const mail = await checks.expect(`an e-mail to ${address}`, () =>
    system.mailbox(address).expect(subject, { withinMs: WITHIN_MS }),
  );
  const files = mail.attachments.map(({ filename, bytes }) => `${filename}, ${bytes.length} bytes`);
  note(`${address} reads "${mail.subject}"${files.length === 0 ? "" : ` (attached: ${files.join()})`}`);
  return mail;
}
