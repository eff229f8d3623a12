// The digest from a person's answers to an organiser's mailbox: at its hour, once, and ended by one click.
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { startSystem, type TestSystem } from "./harness.ts";

const HOUR_MS = 3_600_000;
const Digest = z.object({
  id: z.string(),
  nextAt: z.string().nullable(),
  unsubscribedAt: z.string().nullable(),
});

let system: TestSystem;

beforeAll(async () => {
  system = await startSystem();
});

afterAll(() => system.stop());

test("yesterday's text is read in the morning's e-mail; who unsubscribes gets no more", async () => {
  const { api } = system;
  const address = "+12025550177";
  await system.addLine({
    name: "Questions",
    channel: "sms",
    sender: "long-code",
    address,
    organisation: "Riverside Centre",
  });
  const organiser = system.mailbox("ann@riverside.test");
  const { id, nextAt } = await api.send("POST", "/api/v1/digests", { email: organiser.address }, Digest);
  expect(nextAt).not.toBeNull();

  // The first one is about whatever was before: from then on a day is a day.
  await system.tick(Date.parse(nextAt ?? "") - (await system.now()));
  await organiser.expect(/all quiet|needs? somebody|\d+ texts?/);

  const person = system.handset("+12025550178");
  await person.text(address, "Is anybody there?");
  await system.recorded();
  const { nextAt: morning } = await api.get(`/api/v1/digests/${id}`, Digest);
  await system.tick(Date.parse(morning ?? "") - (await system.now()));
  const mail = await organiser.expect("1 text matched nothing");
  expect(mail.text).toMatch(/texts came in: +1 \(1 more than the day before\)/);
  expect(mail.html).toContain("need");
  expect(mail.link("Unsubscribe")).toContain(`/calendar/unsubscribe/${id}-`);

  expect(await mail.unsubscribe()).toBe(200);
  expect((await api.get(`/api/v1/digests/${id}`, Digest)).unsubscribedAt).not.toBeNull();
  const count = organiser.mails().length;
  await system.tick(48 * HOUR_MS);
  expect(organiser.mails()).toHaveLength(count);
});
