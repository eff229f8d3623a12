// Waiting for the record, as an organiser would see it: what a jump in time does is looked up there.
import { expect } from "vitest";
import * as z from "zod";
import { TEST_SECRETS } from "../fixtures/secrets.ts";
import { createApi } from "../system/api.ts";
import { place } from "./browse.ts";

const Page = z.object({ data: z.array(z.object({ contact: z.object({ address: z.string().nullable() }) })) });

/** Waits until the API lists so many texts of this number. */
export async function recorded(number: string, count: number): Promise<void> {
  const api = createApi(place().product, TEST_SECRETS.ADMIN_TOKEN, fetch);
  const listed = async (): Promise<number> => {
    const { data } = await api.get("/api/v1/messages?direction=in&limit=200", Page);
    return data.filter(({ contact }) => contact.address === number).length;
  };
  await expect.poll(listed, { timeout: 10_000 }).toBe(count);
}
