// npm run check: types, lint, format, bindings and bundle, two at a time; what failed is shown in its own words.
import { availableParallelism } from "node:os";
import { buildStale } from "./build/build-stale.ts";
import { type Step, STEPS } from "./check/steps.ts";
import { runScript } from "./script.ts";

const waiting = [...STEPS];
const failed: string[] = [];

await runScript(async () => {
  const startedAt = performance.now();
  await buildStale();
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work));
  console.log(`${failed.length === 0 ? "all fine" : `failed: ${failed.join(", ")}`}, ${since(startedAt)}`);
  if (failed.length > 0) process.exitCode = 1;
});

async function work(): Promise<void> {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) await take(step);
}

async function take(step: Step): Promise<void> {
  const began = performance.now();
  const { isFine, output, note } = await step.run();
  const line = [isFine ? "ok    " : "FAILED", step.name.padEnd(9), since(began).padStart(7), note ?? ""];
  console.log(line.join(" ").trimEnd());
  if (isFine) return;
  failed.push(step.name);
  console.log(output.trim());
}

function since(then: number): string {
  return `${((performance.now() - then) / 1000).toFixed(1)} s`;
}
