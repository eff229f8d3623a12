// Inside the Worker: what a digest of one day reads, with every row counted that D1 says it read.
import { drizzle } from "drizzle-orm/d1";
import { gatherDigest } from "../../worker/actions/gather-digest.ts";
import type { Services } from "../../worker/services.ts";
import { countRows } from "./count-rows.ts";
import type { DigestRun } from "./digest.ts";

export async function runDigest(services: Services, startsAt: number, endsAt: number): Promise<DigestRun> {
  const { d1, rows } = countRows(services.d1);
  const begun = Date.now();
  const figures = await gatherDigest(
    { ...services, d1, db: drizzle(d1) },
    { span: { startsAt, endsAt }, zone: "UTC", daysAhead: 1 },
  );
  return { rowsRead: rows.read, ms: Date.now() - begun, received: figures.totals.received };
}
