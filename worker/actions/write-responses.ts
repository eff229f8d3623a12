// The responses to a flow as a CSV: a row each, the newest first, its answers as people read them.
import { answerName } from "#core/conversation/flow";
import { markFormula } from "#core/csv/mark";
import { writeRow } from "#core/csv/write-row";
import { listAnswerNames } from "../db/answer-counts.ts";
import type { FlowRow } from "../db/flows.ts";
import { listResponses } from "../db/responses.ts";
import type { ResponseFilter, ResponseRow } from "../db/responses.ts";
import { findLatestVersion } from "../db/versions.ts";
import type { Services } from "../services.ts";

/** With long answers a few megabytes: a Worker has 128. */
const ROWS_PER_PAGE = 500;
const HEADINGS = ["number", "name", "state", "language", "began", "ended"];

/** As it is read: nothing is held but a page. Columns in the flow's order, then what it no longer asks. */
export async function writeResponses(
  { db, d1 }: Services,
  { id }: FlowRow,
  filter: ResponseFilter,
): Promise<ReadableStream<Uint8Array>> {
  const version = await findLatestVersion(db, id);
  const asked =
    version?.document.nodes.flatMap((node) => (node.kind === "ask" ? answerName(node) : [])) ?? [];
  const names = [...new Set([...asked, ...(await listAnswerNames(d1, id))])];
  const encoder = new TextEncoder();
  let before: string | undefined;
  let isOver = false;
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      const head = writeRow([...HEADINGS, ...names].map(markFormula), ",");
      controller.enqueue(encoder.encode(`\uFEFF${head}`));
    },
    async pull(controller) {
      const rows = isOver ? [] : await listResponses(db, ROWS_PER_PAGE, { ...filter, flowId: id, before });
      const page = rows.slice(0, ROWS_PER_PAGE);
      isOver = rows.length <= ROWS_PER_PAGE;
      before = page.at(-1)?.id;
      // A pull that brings nothing would not be asked again.
      if (page.length === 0) return controller.close();
      const text = page.map((row) => writeRow(toCells(row, names), ",")).join("");
      controller.enqueue(encoder.encode(text));
    },
  });
}

function toCells(row: ResponseRow, names: readonly string[]): readonly string[] {
  const about = [row.address, row.contactName, row.disposition ?? row.phase, row.language];
  const times = [row.startedAt, row.finishedAt].map((at) => (at === null ? "" : new Date(at).toISOString()));
  const answers = names.map((name) => (row.answers[name]?.skipped === true ? "" : row.answers[name]?.label));
  return [...about, ...times, ...answers].map((cell) => markFormula(cell ?? ""));
}
