// The other side of the counter: what an organiser sees and does by the API while a visitor looks at a page.
import { expect } from "vitest";
import * as z from "zod";
import { TEST_SECRETS } from "../fixtures/secrets.ts";
import { type Api, createApi } from "../system/api.ts";
import { PATIENCE_MS, place } from "./browse.ts";

const Received = z.object({
  data: z.array(
    z.object({
      text: z.string(),
      contact: z.object({ contactId: z.string().nullable(), address: z.string().nullable() }),
    }),
  ),
});
type Received = z.infer<typeof Received>["data"];

export function organiser(): Api {
  return createApi(place().product, TEST_SECRETS.ADMIN_TOKEN, fetch);
}

/** Sends the e-mail that says that e-mails work. */
export async function sendTestEmail(to: string): Promise<void> {
  await organiser().send("POST", "/api/v1/emails/test", { to }, z.unknown());
}

async function received(): Promise<Received> {
  return (await organiser().get("/api/v1/messages?direction=in&limit=200", Received)).data;
}

/** Waits until the API lists so many texts of this number: what a jump in time does is looked up there. */
export async function recorded(number: string, count: number): Promise<void> {
  const listed = async (): Promise<number> =>
    (await received()).filter(({ contact }) => contact.address === number).length;
  await expect.poll(listed, { timeout: PATIENCE_MS }).toBe(count);
}

/** Waits for the record of these words; returns whose they are. */
export async function whoSaid(words: string): Promise<string> {
  const find = async (): Promise<string | undefined> =>
    (await received()).find(({ text }) => text === words)?.contact.contactId ?? undefined;
  await expect.poll(find, { timeout: PATIENCE_MS }).toBeDefined();
  return (await find()) ?? "";
}
