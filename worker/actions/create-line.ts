// A new line: one of our addresses, ready to be texted.
import type { LineConfig } from "#core/line";
import type { Actor } from "../actor.ts";
import type { LineRow } from "../db/lines.ts";
import { lines } from "../db/schema/index.ts";
import type { Services } from "../services.ts";
import { checkLine, LINE_TAKEN } from "./check-line.ts";
import { writeAs } from "./write-as.ts";

/** Throws `invalid`, or `conflict` where another line has the address. */
export async function createLine(services: Services, actor: Actor, config: LineConfig): Promise<LineRow> {
  await checkLine(services, config);
  const now = services.clock.now();
  const { channel, address } = config;
  const row: LineRow = {
    id: services.mint(),
    channel,
    address,
    config,
    createdAt: now,
    changedAt: now,
    archivedAt: null,
  };
  const deed = {
    action: "line.create",
    subject: { kind: "line", id: row.id },
    detail: { channel, sender: config.sender },
  };
  await writeAs(services, actor, deed, services.db.insert(lines).values(row), { taken: LINE_TAKEN });
  return row;
}
