// npm run tour: a scripted day on a system of its own, printed as it happens, beside what the API says of it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import "../../worker/cli/quiet.ts";
import { runScript } from "../../worker/cli/script.ts";
import { randomHex } from "../../worker/cli/secrets.ts";
import { makeLocalSecrets } from "../../worker/cli/secrets/make.ts";
import { configure } from "../demo/seed/configure.ts";
import { untilMorning } from "../demo/seed/seed.ts";
import { startLocally } from "../demo/start.ts";
import { seeded } from "../system/seeded.ts";
import { createChecks, Difference } from "./checks.ts";
import { SCENES } from "./scenes.ts";
import { createStage } from "./stage.ts";

/** Eleven scenes and more fit between 10:00 and the evening, when lines fall silent. */
const BETWEEN_SCENES_MS = 45 * 60_000;

/** `npm run tour -- csv funnel`: only the scenes with one of these in their title. */
const wanted = process.argv.slice(2).map((word) => word.toLowerCase());
const scenes = SCENES.filter(
  ({ title }) => wanted.length === 0 || wanted.some((word) => title.toLowerCase().includes(word)),
);

await runScript(async () => {
  const startedAt = performance.now();
  const folder = mkdtempSync(join(tmpdir(), "partyline-tour-"));
  const system = await startLocally({
    folder,
    secrets: makeLocalSecrets(randomHex),
    productPort: 0,
    carrierPort: 0,
    watch: false,
    random: seeded(20261121),
  });
  const checks = createChecks();
  try {
    await configure(system);
    await system.advance(untilMorning(await system.now()));
    for (const scene of scenes) {
      print(`\n${scene.title.toUpperCase()}\n`);
      await playScene(() => scene.play(createStage(system, checks, print)));
      await system.advance(BETWEEN_SCENES_MS);
    }
  } finally {
    await system.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  const differences = checks.differences();
  for (const difference of differences) print(`Not as written: ${difference}\n`);
  const outcome = differences.length === 0 ? "all as written" : `${differences.length} not as written`;
  print(`
${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  print(`tour: ${checks.count()} checks, ${outcome}`);
  process.exit(differences.length === 0 ? 0 : 1);
});

function print(line: string): void {
  console.log(line);
}

/** A scene ends with its first difference; the others are played all the same. */
async function playScene(play: () => Promise<void>): Promise<void> {
  try {
    await play();
  } catch (error) {
    if (!(error instanceof Difference)) throw error;
    print(`  !! ${error.message}`);
  }
}
