// Staff let an import run: to see what it would do, to do it, or to take it back. The work itself is the queue's.
import { checkMapping } from "#core/csv/mapping";
import type { WorkJob } from "#core/work";
import type { Actor } from "../actor.ts";
import { beginning, findImport, moveImport } from "../db/imports.ts";
import type { ImportRecord } from "../db/imports.ts";
import type { ImportState } from "#core/csv/state";
import { notFound, Problem } from "../errors.ts";
import { invalidAt } from "../explain.ts";
import type { Services } from "../services.ts";
import { writeAs } from "./write-as.ts";

export type Pass = "check" | "import" | "undo";

const MOVES: Readonly<
  Record<
    Pass,
    { from: readonly ImportState[]; to: ImportState; job: "import" | "undo-import"; refused: string }
  >
> = {
  check: {
    from: ["uploaded", "checked"],
    to: "checking",
    job: "import",
    refused: "A dry run is only for what is not imported yet.",
  },
  import: {
    from: ["uploaded", "checked"],
    to: "importing",
    job: "import",
    refused: "It is being worked on, or was imported before: upload the file again to import it again.",
  },
  undo: {
    from: ["imported", "failed"],
    to: "undoing",
    job: "undo-import",
    refused: "Only an import that is over can be undone, and only once.",
  },
};

/** Throws `not_found`, `conflict`, or `invalid` for columns that make no import. */
export async function beginImport(services: Services, actor: Actor, id: string, pass: Pass): Promise<void> {
  const { db, clock, work } = services;
  const record = await findImport(db, id);
  if (record === null) throw notFound("import", id);
  const { from, to, job, refused } = MOVES[pass];
  const wrong = pass === "undo" ? null : checkMapping(record.settings.mapping);
  if (wrong !== null) throw invalidAt({ path: "mapping", message: `is refused: ${wrong}` });
  const now = clock.now();
  const moved = moveImport(db, id, from, { state: to, stepAt: now, ...bring(pass, record, actor, now) });
  if (!(await writeAs(services, actor, { action: `import.${pass}`, subject: { kind: "import", id } }, moved)))
    throw new Problem("conflict", refused);
  await work.send({ kind: job, importId: id } satisfies WorkJob);
}

function bring(pass: Pass, record: ImportRecord, actor: Actor, now: number): Partial<ImportRecord> {
  switch (pass) {
    case "check":
      return beginning(record);
    case "import":
      return { ...beginning(record), startedAt: now, startedBy: actor.id };
    case "undo":
      return { nextRow: 0, undoneAt: now, undoneBy: actor.id, failure: null };
    default:
      return pass satisfies never;
  }
}
