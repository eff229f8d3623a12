// Lints part by part, and only what may have changed: the linter that knows types takes half a minute for everything.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../checkout.ts";
import { type Finished, runTool } from "../tool.ts";

export interface Part {
  readonly name: string;
  /** Folders; those in `without` are another part's. */
  readonly folders: readonly string[];
  readonly without: readonly string[];
  /** Where `tsc -b` puts the declarations it is checked against: a change behind them concerns it not. */
  readonly standsOn: readonly string[];
}

const TYPES = ".build/types";

/** The longest first, so that two at a time end together. */
export const PARTS: readonly Part[] = [
  {
    name: "test",
    folders: ["test"],
    without: [],
    standsOn: ["core", "worker", "cli", "admin-ui"].map((part) => `${TYPES}/${part}`),
  },
  {
    name: "admin-ui",
    folders: ["admin-ui"],
    without: [],
    standsOn: ["core", "worker"].map((part) => `${TYPES}/${part}`),
  },
  {
    name: "worker",
    folders: ["worker", "durable-objects"],
    without: ["worker/core"],
    standsOn: [`${TYPES}/core`],
  },
  { name: "core", folders: ["worker/core"], without: [], standsOn: [] },
];

/** What decides how everything is linted. */
const RULES = [".oxlintrc.json", "tsconfig.json", "package-lock.json"];

/** Where it stands what a part was when nothing was wrong with it. */
const FINE = ".build/lint";

/** As oxlint ends; null where the part is what it was when nothing was wrong with it. Wants the declarations to be up to date. */
export async function lint(part: Part): Promise<Finished | null> {
  const now = fingerprint(ROOT, part);
  const fine = join(ROOT, FINE, part.name);
  if (existsSync(fine) && readFileSync(fine, "utf8") === now) return null;
  const without = part.without.flatMap((folder) => ["--ignore-pattern", `${folder}/**`]);
  const finished = await runTool("oxlint", [...part.folders, ...without]);
  if (finished.code !== 0) return finished;
  mkdirSync(join(ROOT, FINE), { recursive: true });
  writeFileSync(fine, now);
  return finished;
}

/** Another one where anything is another that the linter reads for this part. */
export function fingerprint(root: string, { folders, without, standsOn }: Part): string {
  const hash = createHash("sha256");
  const files = [...RULES, ...[...folders, ...standsOn].flatMap((folder) => list(root, folder, without))];
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update("\0");
  return hash.digest("hex");
}

/** Files by their paths from `root`, in the order of their names. */
function list(root: string, folder: string, without: readonly string[]): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (without.includes(path) || entry.name === "dist") return [];
      if (entry.isDirectory()) return list(root, path, without);
      return /\.(tsx?|json)$/.test(entry.name) ? [path] : [];
    });
}
