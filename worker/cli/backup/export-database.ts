// D1 as it runs, at one moment: Cloudflare's own export, read into a copy.
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { Refusal } from "../script.ts";
import type { Finished } from "../tool.ts";

/** Node holds no longer text (V8: 2^29 - 24 characters). */
const BYTES_MAX = 500_000_000;

/** Requests to D1 wait while it is exported: messages are answered all the same, and what happens is recorded afterwards. */
export async function exportDatabase(
  run: (args: readonly string[]) => Promise<Finished>,
  copy: DatabaseSync,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "partyline-"));
  try {
    const dump = join(folder, "dump.sql");
    const { code, output } = await run([
      "d1",
      "export",
      "DB",
      "--remote",
      "--skip-confirmation",
      "--output",
      dump,
    ]);
    if (code !== 0) throw new Refusal(`The database could not be exported:\n${output.trim()}`);
    if (statSync(dump).size > BYTES_MAX)
      throw new Refusal("The database is larger than 500 MB: go back in time with D1's Time Travel instead.");
    copy.exec(readFileSync(dump, "utf8"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
