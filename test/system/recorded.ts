// Waiting for the record: what handsets sent passes a queue before the API shows it.
import { parseAddress } from "#core/phone";
import * as z from "zod";
import type { Carrier } from "../carrier/carrier.ts";
import type { Api } from "./api.ts";
import { eventually } from "./eventually.ts";

const Page = z.object({
  data: z.array(z.object({ id: z.string(), contact: z.object({ address: z.string().nullable() }) })),
  next: z.string().nullable(),
});

/** Returns a function that waits until every text the product answered is listed by the API. */
export function makeRecorded(api: Api, carrier: Carrier): () => Promise<void> {
  /** Ids of listed texts by number. */
  const listed = new Map<string, Set<string>>();
  return async () => {
    const expected = countAnswered(carrier);
    const isComplete = (): boolean =>
      [...expected].every(([number, count]) => (listed.get(number)?.size ?? 0) >= count);
    await eventually(async () => isComplete() || (await list(api, listed).then(isComplete)), {
      what: "the record of what was texted",
    });
  };
}

/** How many texts of each number were answered; those of nobody's number are kept apart from people's. */
function countAnswered(carrier: Carrier): ReadonlyMap<string, number> {
  const senders = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const entry of carrier.log.entries) {
    if (entry.kind === "texted") senders.set(entry.sid, entry.from.replace("whatsapp:", ""));
    if (entry.kind !== "webhook" || entry.outcome.kind !== "answered" || entry.outcome.status !== 200)
      continue;
    const number = senders.get(entry.sid);
    if (number === undefined) continue;
    senders.delete(entry.sid);
    const { kind } = parseAddress(number.startsWith("+") ? number : `whatsapp:${number}`);
    if (kind === "phone" || kind === "whatsapp-user") counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return counts;
}

/** Reads the newest pages, until one that holds nothing new. */
async function list(api: Api, listed: Map<string, Set<string>>): Promise<void> {
  let cursor = "";
  for (;;) {
    const { data, next } = await api.get(`/api/v1/messages?direction=in&limit=200${cursor}`, Page);
    let fresh = 0;
    for (const { id, contact } of data) {
      if (contact.address === null) continue;
      const ids = listed.get(contact.address) ?? new Set();
      if (!ids.has(id)) fresh += 1;
      listed.set(contact.address, ids.add(id));
    }
    if (next === null || fresh === 0) return;
    cursor = `&cursor=${encodeURIComponent(next)}`;
  }
}
