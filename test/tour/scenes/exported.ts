// The contacts again as a CSV: with what they answered, and nothing a spreadsheet would run.
import { parse } from "csv-parse/sync";
import { NEIGHBOURS } from "../../demo/seed/neighbours.ts";
import { exportCsv } from "../../demo/seed/office.ts";
import type { Scene } from "../stage.ts";

export const exported: Scene = {
  title: "The contacts again, with their categories",
  play: async ({ system: { api }, checks, prints }) => {
    const condition = { path: "attributes.street", op: "exists", value: true };
    const csv = await checks.expect("the export is written", () => exportCsv(api, { condition }));
    const [headings = [], ...rows] = parse(csv);
    const people = rows.map((cells) =>
      Object.fromEntries(headings.map((heading, column) => [heading, cells[column] ?? ""])),
    );
    checks.same("everybody of the list is in it", people.length, NEIGHBOURS.length);
    checks.same("in the columns of the list, in their order", headings.slice(0, 5), [
      "Mobile",
      "First name",
      "Street",
      "Consent",
      "Shoe size",
    ]);
    const category = headings.find((heading) => heading.toLowerCase().includes("energy")) ?? "";
    const sorted = people.map((person) => person[category] ?? "").filter((word) => word !== "");
    checks.same("with the category their answers gave them", sorted.toSorted(), [
      "Deleted",
      "Removed",
      "Sent to call",
      "Waiting",
    ]);
    checks.same(
      "a formula of the list is text from now on",
      new Set(people.map((person) => person["Shoe size"])),
      new Set(["'=2*21"]),
    );
    prints(
      "GET /api/v1/exports/:id/file",
      people
        .filter((person) => person[category] !== "")
        .map((person) => ({
          mobile: person["Mobile"],
          name: person["First name"],
          street: person["Street"],
          [category]: person[category],
        })),
    );
  },
};
