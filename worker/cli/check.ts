// npm run check: types, lint, format, bindings and bundle, two at a time; what failed is shown in its own words.
import { availableParallelism } from "node:os";
import { buildStale } from "./build/build-stale.ts";
import { type Step, STEPS } from "./check/steps.ts";
import { runScript } from "./script.ts";

/** Two at a time, on one core too: much of it waits for the disk. */
const AT_ONCE = Math.max(2, availableParallelism());

const ended = new Map<string, Promise<void>>();
const queue: (() => void)[] = [];
const failed: string[] = [];
let running = 0;

await runScript(async () => {
  const startedAt = performance.now();
  await buildStale();
  for (const step of STEPS) ended.set(step.name, begin(step));
  await Promise.all(ended.values());
  console.log(`${failed.length === 0 ? "all fine" : `failed: ${failed.join(", ")}`}, ${since(startedAt)}`);
  if (failed.length > 0) process.exitCode = 1;
});

async function begin(step: Step): Promise<void> {
  if (step.after !== undefined) await ended.get(step.after);
  if (running === AT_ONCE) await new Promise<void>((resolve) => queue.push(resolve));
  else running += 1;
  await take(step);
  // Whoever waits goes on in its place.
  const next = queue.shift();
  if (next === undefined) running -= 1;
  else next();
}

async function take(step: Step): Promise<void> {
  const began = performance.now();
  const { isFine, output, note } = await step.run();
  const line = [isFine ? "ok    " : "FAILED", step.name.padEnd(13), since(began).padStart(7), note ?? ""];
  console.log(line.join(" ").trimEnd());
  if (isFine) return;
  failed.push(step.name);
  console.log(output.trim());
}

function since(then: number): string {
  return `${((performance.now() - then) / 1000).toFixed(1)} s`;
}
