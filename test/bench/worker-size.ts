// How big the Worker is, and how long it takes to start, as Cloudflare would see it.
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";

const run = promisify(execFile);

export interface Size {
  readonly gzipKiB: number;
  readonly startUpMs: number;
}

export async function measureWorker(): Promise<Size> {
  const folder = await mkdtemp(join(tmpdir(), "partyline-size-"));
  try {
    await run("wrangler", ["deploy", "--dry-run", "--outdir", folder], {
      env: { ...process.env, WRANGLER_SEND_METRICS: "false" },
    });
    const files = (await readdir(folder)).filter((name) => /\.(js|mjs|wasm)$/.test(name));
    const bytes = await Promise.all(
      files.map(async (name) => gzipSync(await readFile(join(folder, name))).length),
    );
    const profile = join(folder, "startup.cpuprofile");
    await run("wrangler", ["check", "startup", "--outfile", profile], {
      env: { ...process.env, WRANGLER_SEND_METRICS: "false" },
    });
    const { startTime, endTime } = JSON.parse(await readFile(profile, "utf8")) as {
      startTime: number;
      endTime: number;
    };
    return {
      gzipKiB: bytes.reduce((sum, one) => sum + one, 0) / 1024,
      startUpMs: (endTime - startTime) / 1000,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
