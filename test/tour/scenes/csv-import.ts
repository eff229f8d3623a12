// A thousand contacts from a spreadsheet: looked at before anything changes, imported, and taken back.
import { parse } from "csv-parse/sync";
import { makeContactsCsv } from "../../system/contacts-csv.ts";
import { download, run, upload } from "../../demo/seed/office.ts";
import type { Scene } from "../stage.ts";

export const csvImport: Scene = {
  title: "A thousand contacts from a CSV, and back again",
  play: async ({ system: { api }, checks, note, prints }) => {
    const csv = makeContactsCsv();
    const uploaded = await checks.expect("the file is taken", () => upload(api, "members.csv", csv.text));
    prints(
      "POST /api/v1/imports: what its columns seem to mean",
      uploaded.columns.map(({ heading, target }) => ({ heading, ...target })),
    );
    checks.same(
      "a meaning is proposed for each column",
      uploaded.columns.map(({ target }) => target.kind),
      ["number", "name", "language", "zone", "attribute", "attribute", "tags", "grant", "attribute"],
    );

    const dry = await checks.expect("the dry run ends", () => run(api, uploaded.id, "dry-run"));
    const expected = { new: csv.accepted, changed: 0, same: 0, rejected: csv.rows - csv.accepted };
    checks.same("every row is new or rejected before anybody is changed", dry.counts, expected);
    const imported = await checks.expect("the import ends", () => run(api, uploaded.id, "start"));
    checks.same("the import does what the dry run said", imported.counts, expected);
    checks.same(
      "every row ended in exactly one of new, changed, same, rejected",
      Object.values(imported.counts).reduce((sum, count) => sum + count, 0),
      csv.rows,
    );
    prints("GET /api/v1/imports/:id", [imported.counts]);

    const [headings = [], ...rejects] = parse(
      await download(api, `/api/v1/imports/${uploaded.id}/rejects`),
      // Some were rejected for having too many cells.
      { relax_column_count: true },
    );
    checks.same("the rejected rows come back with their own columns and the reason", headings, [
      ...uploaded.columns.map(({ heading }) => heading),
      "Why it was rejected",
    ]);
    checks.same("each of them is there", rejects.length, expected.rejected);
    const reasonIn = (cells: readonly string[]): string => cells[headings.length - 1] ?? "";
    const reasons = new Set(rejects.map(reasonIn));
    checks.same("for at least eight reasons", reasons.size >= 8, true);
    prints(
      "GET /api/v1/imports/:id/rejects: the first ones",
      rejects.slice(0, 4).map((cells) => ({ phone: cells[0], why: reasonIn(cells) })),
    );

    note("It was the wrong list.");
    const undone = await checks.expect("the import is taken back", () => run(api, uploaded.id, "undo"));
    checks.same("everybody it brought is gone again", undone.undone, { removed: csv.accepted, reverted: 0 });
  },
};
