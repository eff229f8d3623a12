// An evening of a helpline from the cron to the handsets: reminders, a shift given back and taken, a gap, and texts passed on.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { untilTime } from "../tour/stage.ts";
import { startSystem, type TestSystem } from "./harness.ts";

const NUMBER = "+447700900210";
const OTHER = "+447700900211";
const OPEN = "Mo-Su 00:00-24:00";
/** Two queues and the distance between two texts to one person, on a machine that is busy. */
const PATIENCE = { withinMs: 30_000 };
const DAY_MS = 86_400_000;

const Made = z.object({ id: z.string() });
const Askings = z.object({
  data: z.array(z.object({ id: z.string(), name: z.string(), kind: z.string(), state: z.string() })),
});

let system: TestSystem;
let helplineId: string;
let tomorrow: string;

const texted = (nth: number) => ({ phone: handset(nth).number, remindBy: ["sms"] });
const handset = (nth: number) => system.handset(`+44770090042${nth}`);

async function addVolunteer(helpline: string, name: string, more: object): Promise<string> {
  const proof = "signed up at the desk";
  return (
    await system.api.send("POST", "/api/v1/volunteers", { name, proof, helplines: [helpline], ...more }, Made)
  ).id;
}

const addShift = (helpline: string, from: string, to: string, volunteers: readonly string[]) =>
  system.api.send(
    "POST",
    `/api/v1/helplines/${helpline}/overrides`,
    { kind: "add", date: tomorrow, from, to, volunteers },
    Made,
  );

beforeAll(async () => {
  system = await startSystem();
  await system.tick(untilTime(await system.now(), "17:00"));
  tomorrow = new Date((await system.now()) + DAY_MS).toISOString().slice(0, 10);
  await system.addLine({
    name: "Texts",
    channel: "sms",
    sender: "long-code",
    address: NUMBER,
    organisation: "Riverside",
    zone: "Europe/London",
    hours: OPEN,
  });
  helplineId = await system.addHelpline({
    name: "Riverside",
    number: NUMBER,
    zone: "Europe/London",
    texts: "volunteer",
  });
  const ann = await addVolunteer(helplineId, "Ann", texted(1));
  await addVolunteer(helplineId, "Ben", texted(2));
  await addVolunteer(helplineId, "Cat", texted(3));
  await addShift(helplineId, "14:00", "16:00", [ann]);
  const other = await system.addHelpline({
    name: "Hillside",
    number: OTHER,
    zone: "Europe/London",
    coordinators: ["office@hillside.test"],
  });
  const dee = await addVolunteer(other, "Dee", { email: "dee@hillside.test" });
  await addShift(other, "09:00", "11:00", [dee]);
  await addShift(other, "20:00", "22:00", []);
  await system.advance(untilTime(await system.now(), "18:01"));
});

afterAll(() => system.stop());

const states = async (): Promise<string[]> => {
  const { data } = await system.api.get(`/api/v1/helplines/${helplineId}/askings`, Askings);
  return data.map(({ name, kind, state }) => `${name}: ${kind} ${state}`).toSorted();
};

describe("in the evening", () => {
  test("a shift that is given back by text is the first's who says yes, and the second is told", async () => {
    const [ann, ben, cat] = [handset(1), handset(2), handset(3)];
    const asked = await ann.expect("you are on shift", PATIENCE);
    expect(asked.body).toContain("14:00-16:00");
    await ann.text(NUMBER, "2");
    await ann.expect("we are asking the others", PATIENCE);
    await Promise.all([ben, cat].map((each) => each.expect("Can you take it?", PATIENCE)));
    await ben.text(NUMBER, "1");
    await ben.expect("It is yours", PATIENCE);
    await cat.text(NUMBER, "yes");
    await cat.expect("Somebody else has taken", PATIENCE);
    expect(await states()).toEqual(["Ann: reminder returned", "Ben: offer taken", "Cat: offer gone"]);
  });

  test("who has an e-mail gives the shift back on its page, and coordinators hear of what nobody has", async () => {
    const office = system.mailbox("office@hillside.test");
    const open = await office.expect("nobody", PATIENCE);
    expect(open.subject).toContain("20:00-22:00");
    const reminder = await system.mailbox("dee@hillside.test").expect("you are on shift", PATIENCE);
    const { pathname } = new URL(reminder.link(/I cannot/));
    const answer = new URLSearchParams({ answer: "no" });
    const page = await system.api.call(pathname, { method: "POST", body: answer });
    expect(await page.text()).toContain("Thank you for telling us");
    await system.advance(61 * 60_000);
    const back = await office.expect("nobody", PATIENCE);
    expect(back.subject).toContain("09:00-11:00");
    await system.advance(2 * 3_600_000);
    expect(office.unclaimed()).toEqual([]);
  });
});

test("two callers text the helpline while somebody is on shift, and each hears what is meant for them", async () => {
  await system.advance(untilTime(await system.now(), "14:30"));
  const [ben, kim, lee] = [handset(2), handset(8), handset(9)];
  await kim.text(NUMBER, "Is anybody there?");
  await ben.expect(/\[B\] .*Is anybody there\?/, PATIENCE);
  await lee.text(NUMBER, "Me too");
  await ben.expect(/\[C\] .*Me too/, PATIENCE);
  await ben.text(NUMBER, "C I see you");
  await lee.expect("I see you", PATIENCE);
  await ben.text(NUMBER, "B I am here");
  await kim.expect("I am here", PATIENCE);
  expect(lee.unclaimed()).toEqual([]);
});
