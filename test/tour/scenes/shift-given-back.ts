// Two evenings: a volunteer is reminded and cannot come; the first evening another takes the shift, the second nobody does.
import * as z from "zod";
import { Temporal } from "temporal-polyfill";
import type { Handset } from "../../carrier/carrier.ts";
import { COORDINATOR, GROUPS } from "../../demo/seed/groups.ts";
import { helplineId } from "../../demo/seed/helplines.ts";
import { ZONE } from "../../demo/start.ts";
import type { Actor, Scene, Stage } from "../stage.ts";
import { readMail } from "../telephone.ts";

const OnCall = z.object({ people: z.array(z.object({ name: z.string().nullable(), why: z.string() })) });

export const shiftGivenBack: Scene = {
  title: "Tomorrow's shift, given back",
  play: async (stage) => {
    const { note, wait, waitUntil } = stage;
    const [rhys, joe] = [volunteer(stage, "Rhys Bevan"), volunteer(stage, "Joe Adler")];
    await waitUntil("17:55");
    for (const { handset } of [rhys, joe]) await readOld(handset);
    await waitUntil("18:01");
    await giveBack(rhys);
    await joe.readsAbout("Bristol Neighbour Line needs somebody");
    await joe.writes("texts", "1");
    await joe.readsAbout("It is yours, thank you");
    await isOn(stage, ["Joe Adler"]);

    await waitUntil("18:01");
    note("The next evening nobody has time.");
    await giveBack(rhys);
    await joe.readsAbout("Bristol Neighbour Line needs somebody");
    await joe.writes("texts", "2");
    await joe.readsAbout("All right, thank you for answering.");
    await wait(2);
    await readMail(stage, COORDINATOR, /^Bristol Neighbour Line: nobody /);
    await isOn(stage, []);
  },
};

async function giveBack(rhys: Actor): Promise<void> {
  await rhys.readsAbout("Bristol Neighbour Line: you are on shift");
  await rhys.writes("texts", "2");
  await rhys.readsAbout("Thank you for telling us.");
}

/** What came on evenings before. */
async function readOld(handset: Handset): Promise<void> {
  while (handset.unclaimed().length > 0) await handset.expect(/./);
}

function volunteer({ person }: Stage, name: string): Actor {
  const phone = GROUPS.bristol.volunteers.find((one) => one.name === name)?.phone ?? "";
  return person(phone, name);
}

/** Who would be called tomorrow afternoon. */
async function isOn({ system, checks, note }: Stage, names: readonly string[]): Promise<void> {
  const here = Temporal.Instant.fromEpochMilliseconds(await system.now()).toZonedDateTimeISO(ZONE);
  const at = `${here.add({ days: 1 }).toPlainDate().toString()}T14:30`;
  const path = `/api/v1/helplines/${await helplineId(system, "bristol")}/on?at=${at}`;
  const { people } = await system.api.get(path, OnCall);
  checks.same(
    "who is on tomorrow afternoon",
    people.map(({ name }) => name),
    names,
  );
  note(`Tomorrow at 14:30: ${people.map(({ why }) => why).join(" ") || "nobody"}`);
}
