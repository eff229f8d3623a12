// Writes what happened into D1: any number of records, late, twice or out of order, with the same result.
import type { JournalRecord, StrayRecord, TurnRecord } from "#core/record";
import { projectConversations } from "../db/projection/conversations.ts";
import { projectErasures } from "../db/projection/erasures.ts";
import { projectPeople } from "../db/projection/people.ts";
import {
  findStrayReceipts,
  hasMessage,
  keepStrayReceipts,
  projectStatuses,
} from "../db/projection/statuses.ts";
import type { Receipt } from "../db/projection/statuses.ts";
import type { Services } from "../services.ts";
import { forgetFiles } from "./forget-files.ts";
import { settleFailures } from "./settle-failures.ts";

/** A parameter of D1 holds 2 MB; rows are cut into pieces well below it. */
const PARAMETER_CHARACTERS_MAX = 500_000;

export async function applyRecords(services: Services, records: readonly JournalRecord[]): Promise<void> {
  const { d1 } = services;
  const turns: TurnRecord[] = [];
  const strays: StrayRecord[] = [];
  const receipts: Receipt[] = [];
  const homeless = [];
  const outcomes = [];
  const erasures = [];
  for (const record of records) {
    if (record.kind === "turn") turns.push(record);
    else if (record.kind === "outcome") outcomes.push(record);
    else if (record.kind === "erase") erasures.push(record);
    else if (record.kind === "stray") strays.push(record);
    else if (hasMessage(record)) receipts.push(record);
    else homeless.push(record);
  }
  await forgetFiles(services, erasures);
  const prepare = preparer(d1);
  const statements = [
    ...projectErasures(erasures, prepare),
    ...projectPeople(turns, prepare),
    ...projectConversations(turns, prepare),
    ...projectStatuses(outcomes, receipts, prepare),
    ...keepStrayReceipts(homeless, prepare),
    ...prepare(
      `INSERT INTO notices (id, kind, text, at)
       SELECT j.value->>'id', 'stray', j.value->>'text', j.value->>'at' FROM json_each(?1) j WHERE true ON CONFLICT DO NOTHING`,
      strays.map(({ from, text, ...rest }) => ({
        ...rest,
        text: `From ${from === "" ? "an unknown sender" : from}: ${text}`,
      })),
    ),
  ];
  if (statements.length > 0) await d1.batch(statements);

  const found =
    homeless.length > 0 || outcomes.some(({ isMatchedBySid }) => isMatchedBySid) ? await matchStrays(d1) : [];
  await settleFailures(services, [...receipts, ...found]);
  await askForMedia(services, turns);
}

/** One statement per piece of rows, none for no rows: each row is one element of a JSON parameter (D1 binds 100 at most). */
function preparer(d1: D1Database): (query: string, rows: readonly object[]) => D1PreparedStatement[] {
  return (query, rows) => {
    const statements: D1PreparedStatement[] = [];
    let piece: string[] = [];
    let characters = 0;
    const flush = () => {
      if (piece.length > 0) statements.push(d1.prepare(query).bind(`[${piece.join(",")}]`));
      piece = [];
      characters = 0;
    };
    for (const row of rows) {
      const json = JSON.stringify(row);
      if (characters + json.length > PARAMETER_CHARACTERS_MAX) flush();
      piece.push(json);
      characters += json.length;
    }
    flush();
    return statements;
  };
}

async function matchStrays(d1: D1Database): Promise<readonly Receipt[]> {
  const found = await findStrayReceipts(d1);
  if (found.length === 0) return [];
  const prepare = preparer(d1);
  await d1.batch([
    ...projectStatuses([], found, prepare),
    ...prepare(
      `DELETE FROM stray_receipts WHERE (sid, status) IN (
         SELECT j.value->>'sid', j.value->>'status' FROM json_each(?1) j)`,
      found,
    ),
  ]);
  return found;
}

/** Pictures are fetched afterwards: the person has their answer already. */
async function askForMedia({ outbound }: Services, turns: readonly TurnRecord[]): Promise<void> {
  for (const message of turns.flatMap(({ messages }) => messages)) {
    if (message.direction !== "in" || message.sid === null) continue;
    for (const [place, item] of message.media.entries()) {
      if (typeof item === "string" || item.ref === "") continue;
      const { ref: mediaSid, type } = item;
      await outbound.send({
        kind: "media",
        messageId: message.id,
        messageSid: message.sid,
        mediaSid,
        place,
        type,
      });
    }
  }
}
