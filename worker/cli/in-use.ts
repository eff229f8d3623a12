// Says who is using this checkout's local data, so that nobody deletes it under a running server.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Refusal } from "./script.ts";

/** Kept beside the data it guards, not inside, so that it outlives a reset by somebody else. */
function lockFile(folder: string): string {
  return `${folder}.pid`;
}

/** Marks the folder as used by this process; returns what takes the mark away. Throws when another one uses it. */
export function occupy(folder: string): () => void {
  const pid = occupant(folder);
  if (pid !== null) throw new Refusal(`${folder} is in use by process ${pid}: stop that one first.`);
  const file = lockFile(folder);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, String(process.pid));
  return () => {
    if (existsSync(file) && readFileSync(file, "utf8") === String(process.pid)) rmSync(file);
  };
}

/** The process that uses the folder; null when there is none, or the one that did is gone. */
export function occupant(folder: string): number | null {
  const file = lockFile(folder);
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, "utf8"));
  return Number.isInteger(pid) && pid > 0 && pid !== process.pid && isAlive(pid) ? pid : null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Alive, but somebody else's.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Where the demo and `npm run dev` keep their data. */
export function dataFolders(root: string): readonly string[] {
  return [join(root, ".wrangler/demo"), join(root, ".wrangler/state")];
}
