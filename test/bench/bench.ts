// npm run bench: every figure the README quotes, in one table. These machines are noisy: ratios and counts say more than times.
// `-- --only=zeros,pace` measures some parts; `-- --break=hours` takes one guard away, and its zero must be none any more.
import "../../worker/cli/quiet.ts";
import { parseArgs } from "node:util";
import { PARTS } from "./parts.ts";
import type { Part } from "./row.ts";
import { breakZero, BREAKS } from "./zeros.ts";

const { values } = parseArgs({ options: { only: { type: "string" }, break: { type: "string" } } });

const broken: string[] = [];
console.log("| figure | value | how |\n|---|---|---|");
for (const measure of chosen()) {
  const part = await measure();
  for (const row of part.rows) console.log(`| ${row.join(" | ")} |`);
  broken.push(...(part.broken ?? []));
}
for (const promise of broken) console.error(promise);
process.exit(broken.length === 0 ? 0 : 1);

function chosen(): readonly (() => Promise<Part>)[] {
  if (values.break !== undefined) {
    const guard = nameIn(BREAKS, values.break);
    return [() => breakZero(guard)];
  }
  const names = values.only?.split(",") ?? Object.keys(PARTS);
  return names.map((name) => PARTS[nameIn(PARTS, name)]);
}

function nameIn<Names extends object>(names: Names, given: string): keyof Names {
  if (isNameIn(names, given)) return given;
  throw new Error(`there is no "${given}"; there are ${Object.keys(names).join(", ")}`);
}

function isNameIn<Names extends object>(names: Names, given: PropertyKey): given is keyof Names {
  return Object.hasOwn(names, given);
}
