// Tells the Sender of a line, and the people in conversation on it, how it is configured now; others learn it when they next begin something.
import { findRunningOn } from "../db/running.ts";
import { rowToLine } from "../db/offer.ts";
import type { Services } from "../services.ts";

/** Objects told at once: each is a call of its own. */
const AT_ONCE = 20;

/** One page of addresses after `cursor` ("" for the first); asks for the next. Telling the same line twice changes nothing. */
export async function tellLine(services: Services, lineId: string, cursor: string): Promise<void> {
  const { line, addressIds, next } = await findRunningOn(services.d1, lineId, cursor);
  if (line === null) return;
  const now = services.clock.now();
  const told = rowToLine(line);
  if (cursor === "") await services.sender(lineId).learnLine({ pacing: told, now });
  for (let first = 0; first < addressIds.length; first += AT_ONCE) {
    const page = addressIds.slice(first, first + AT_ONCE);
    await Promise.all(page.map((id) => services.contact(id).learnLine({ line: told, now })));
  }
  if (next !== null) await services.work.send({ kind: "tell-line", lineId, cursor: next });
}
