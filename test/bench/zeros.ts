// The four zeros: runs inside the runtime (test/bench/zeros), in time of their own, counted from the carrier's own log.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import type { Part, Row } from "./row.ts";

/** What `--break` takes away, which zero must then be none, and how many people it takes to be sure to see it. */
export const BREAKS = {
  claim: { mutant: "zero-claim", zero: "afterStop" },
  dedupe: { mutant: "once-settled", zero: "repeated" },
  hours: { mutant: "zero-hours", zero: "afterHours" },
  journal: { mutant: "zero-journal", zero: "lost" },
  rank: { mutant: "order-statuses", zero: "lost" },
} as const satisfies Record<
  string,
  { mutant: string; zero: "lost" | "repeated" | "afterHours" | "afterStop" }
>;
export type Guard = keyof typeof BREAKS;

const PEOPLE = 1_000;
const PEOPLE_TO_BREAK = 120;

const Figures = z.object({
  people: z.number(),
  reached: z.number(),
  lost: z.number(),
  repeated: z.number(),
  afterHours: z.number(),
  afterStop: z.number(),
  crossed: z.number(),
  unknown: z.number(),
  ambiguous: z.number(),
  settled: z.number(),
});
const Costs = z.object({ d1Rows: z.number(), objectRows: z.number(), letters: z.number() });
const Meta = z.object({
  figures: Figures.optional(),
  costs: Costs.optional(),
  sites: z.array(z.string()).optional(),
  traces: z.array(z.string()).optional(),
});
const Report = z.object({
  testResults: z.array(z.object({ assertionResults: z.array(z.object({ meta: Meta })) })),
});
type Meta = z.infer<typeof Meta>;

/** A thousand people with everything going wrong, then twenty for each outside call that fails. */
export async function measureZeros(people = PEOPLE): Promise<Part> {
  const metas = await run({ ZEROS_PEOPLE: String(people), ZEROS_SITES: "all" });
  const figures = metas.find((meta) => meta.figures !== undefined)?.figures;
  const costs = metas.find((meta) => meta.costs !== undefined)?.costs;
  const bySite = metas.find((meta) => meta.sites !== undefined && meta.traces !== undefined);
  if (figures === undefined || bySite?.sites === undefined || costs === undefined)
    throw new Error("the zeros were not played");
  console.log(`${bySite.sites.length} outside calls:\n${bySite.sites.map((site) => `  ${site}`).join("\n")}`);
  const traces = metas.flatMap((meta) => meta.traces ?? []);
  const isCounted = figures.unknown === figures.ambiguous - figures.settled;
  return {
    rows: [
      ...toRows(figures),
      [
        "every outside call failed, before and after",
        `${bySite.traces?.length ?? 0} wrong`,
        `${bySite.sites.length} calls, a run of 20 people for each`,
      ],
      ...toCostRows(costs),
    ],
    broken: [
      ...traces,
      ...(isCounted ? [] : ["what is unknown is not what was made ambiguous and not settled"]),
    ],
  };
}

/** The same with one guard gone: its zero must be none any more. */
export async function breakZero(guard: Guard): Promise<Part> {
  const { mutant, zero } = BREAKS[guard];
  const metas = await run({ MUTANT: mutant, ZEROS_PEOPLE: String(PEOPLE_TO_BREAK) }, ["-t", "everything"]);
  const figures = metas.find((meta) => meta.figures !== undefined)?.figures;
  if (figures === undefined) throw new Error("the zeros were not played");
  const isSeen = figures[zero] > 0;
  return {
    rows: toRows(figures),
    broken: isSeen ? [] : [`without "${guard}" there are still 0 ${zero}: the bench sees nothing`],
  };
}

function toRows({ people, reached, ...figures }: z.infer<typeof Figures>): readonly Row[] {
  const { lost, repeated, afterHours, afterStop, crossed, unknown, ambiguous, settled } = figures;
  return [
    [
      "lost, repeated, after hours, after STOP",
      [lost, repeated, afterHours, afterStop].join(", "),
      `${people} people, ${reached} reached; redelivery, 429 storms, time-outs, deaths, evictions, STOP, both nights in which clocks change`,
    ],
    [
      "unknown = ambiguous - settled",
      `${unknown} = ${ambiguous} - ${settled}`,
      "hand-overs whose outcome a fault hid, less those a callback or a look-up brought to light",
    ],
    ["granted before a STOP and crossed by it", String(crossed), "within the two seconds a claim lives"],
  ];
}

const MILLION = 1_000_000;
/** Cloudflare's list, dollars: rows written of D1 and of objects, a queue's operations (three per message). */
const PER_ROW = 1 / MILLION;
const PER_LETTER = 1.2 / MILLION;

function toCostRows({ d1Rows, objectRows, letters }: z.infer<typeof Costs>): readonly Row[] {
  const dollars = MILLION * ((d1Rows + objectRows) * PER_ROW + letters * PER_LETTER);
  return [
    [
      "a campaign's message: rows of D1, of objects, queue messages",
      [d1Rows, objectRows, letters].map((figure) => figure.toFixed(1)).join(", "),
      "planned, handed over, sent, delivered; each further one of a campaign",
    ],
    [
      "a million messages at Cloudflare's list prices",
      `$${dollars.toFixed(2)}`,
      `${d1Rows.toFixed(1)} M rows of D1, ${objectRows.toFixed(1)} M of objects, ${(letters * 3).toFixed(1)} M queue operations`,
    ],
  ];
}

async function run(
  env: Readonly<Record<string, string>>,
  more: readonly string[] = [],
): Promise<readonly Meta[]> {
  const folder = await mkdtemp(join(tmpdir(), "partyline-zeros-"));
  const file = join(folder, "report.json");
  const args = [
    "run",
    "--config",
    "test/vitest.config.ts",
    "--project",
    "zeros",
    "--reporter",
    "json",
    "--outputFile",
    file,
  ];
  try {
    await new Promise<void>((resolve) => {
      const options = { env: { ...process.env, ...env }, maxBuffer: 256e6 };
      // A run that finds something fails: what it found is in its report.
      execFile("vitest", [...args, ...more], options, () => resolve());
    });
    const report = Report.parse(JSON.parse(await readFile(file, "utf8")));
    return report.testResults.flatMap(({ assertionResults }) => assertionResults.map(({ meta }) => meta));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
