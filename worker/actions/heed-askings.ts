// Answers that came in by text to questions about shifts: each is made true, and whoever gave it is told.
import { askingNamed } from "#core/asking/asking";
import { ASKING_SOURCE, YES } from "#core/asking/asking-flow";
import { askingWords, fillIn, nameShift } from "#core/asking/words";
import { deriveId } from "#core/id";
import type { JournalRecord, TurnRecord } from "#core/record";
import { answerAsking } from "./answer-asking.ts";
import type { Answered } from "./answer-asking.ts";
import { findLine } from "../db/lines.ts";
import { readOrganisation } from "../db/settings.ts";
import { toLine } from "#core/line";
import type { Services } from "../services.ts";

interface Said {
  readonly askingId: string;
  readonly verdict: "yes" | "no";
  readonly at: number;
  readonly record: TurnRecord;
  readonly lineId: string | null;
}

export function answersAskings(record: JournalRecord): record is TurnRecord {
  return record.kind === "turn" && record.runs.some(({ source }) => source.startsWith(ASKING_SOURCE));
}

export async function heedAskings(services: Services, record: TurnRecord): Promise<void> {
  for (const said of saidIn(record)) {
    const answered = await answerAsking(services, said.askingId, said.verdict, said.at);
    if (answered !== null) await tell(services, answered, said);
  }
}

function saidIn(record: TurnRecord): readonly Said[] {
  return record.runs
    .filter(({ source }) => source.startsWith(ASKING_SOURCE))
    .flatMap(({ answers, lineId }) =>
      Object.entries(answers).flatMap(([name, { value, at }]): readonly Said[] => {
        const askingId = askingNamed(name);
        const verdict = value === YES ? "yes" : "no";
        return askingId === null ? [] : [{ askingId, verdict, at, record, lineId: lineId ?? record.lineId }];
      }),
    );
}

/** An answer to what they wrote: it is free of hours, and said once by its id. */
async function tell(services: Services, { asking, batch, outcome }: Answered, said: Said): Promise<void> {
  const { address, addressId } = said.record;
  const row = said.lineId === null ? null : await findLine(services.db, said.lineId);
  if (row === null) return;
  const { optOutScope } = await readOrganisation(services.d1);
  const { language, words } = askingWords(batch.volunteer.config.language);
  const shift = nameShift(asking, batch.helpline.config.zone, language);
  await services.contact(addressId).reply({
    address,
    line: toLine(row.id, row.config, optOutScope),
    text: fillIn(words.told[outcome], { shift }),
    isAnswer: true,
    id: deriveId("asking-told", asking.id, said.at),
    now: services.clock.now(),
  });
}
