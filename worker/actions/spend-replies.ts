// Answers that left with a webhook's response asked nobody for a slot: their lines' Senders hear of them afterwards.
import { costMicrosOf } from "#core/campaign/price";
import type { Line } from "#core/line";
import type { TurnRecord } from "#core/record";
import { billedSegments } from "#core/text";
import { rowToLine } from "../db/offer.ts";
import type { Services } from "../services.ts";

/** Once per line, whatever the number of turns. */
export async function spendReplies(services: Services, turns: readonly TurnRecord[]): Promise<void> {
  const answering = turns.filter(({ lineId, messages }) => lineId !== null && messages.some(isAnswer));
  if (answering.length === 0) return;
  const lines = await readLines(services.d1, new Set(answering.flatMap(({ lineId }) => lineId ?? [])));
  const now = services.clock.now();
  await Promise.all(
    lines.map((line) => {
      const spent = answering.filter(({ lineId }) => lineId === line.id).map((turn) => spentBy(turn, line));
      const segments = spent.reduce((sum, one) => sum + one.segments, 0);
      const costMicros = spent.reduce((sum, one) => sum + one.costMicros, 0);
      return services.sender(line.id).spend({ pacing: line, segments, costMicros, now });
    }),
  );
}

function spentBy({ messages, address }: TurnRecord, line: Line): { segments: number; costMicros: number } {
  const segments = messages
    .filter(isAnswer)
    .reduce((sum, { text, media }) => sum + billedSegments(text, line.channel, media.length), 0);
  const number = address.kind === "phone" ? address.value : "";
  return { segments, costMicros: costMicrosOf(line, number, segments) };
}

function isAnswer({ direction, via }: TurnRecord["messages"][number]): boolean {
  return direction === "out" && via === "twiml";
}

async function readLines(d1: D1Database, ids: ReadonlySet<string>): Promise<readonly Line[]> {
  const { results } = await d1
    .prepare("SELECT id, config FROM lines WHERE id IN (SELECT value FROM json_each(?))")
    .bind(JSON.stringify([...ids]))
    .all<{ id: string; config: string }>();
  return results.map(rowToLine);
}
