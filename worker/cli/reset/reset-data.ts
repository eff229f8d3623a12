// Deletes the local data of one checkout and nothing else.
import { existsSync, rmSync } from "node:fs";
import { dataFolders, occupant } from "../in-use.ts";

export type ResetOutcome =
  | { readonly kind: "deleted"; readonly folders: readonly string[] }
  | { readonly kind: "refused"; readonly why: string };

/** Refuses every argument, since none makes sense here, and does nothing at all while a server uses the data. */
export function resetData(root: string, args: readonly string[]): ResetOutcome {
  if (args.length > 0) {
    return {
      kind: "refused",
      why: `"${args.join(" ")}" is refused: reset only ever deletes the local data of this folder.`,
    };
  }
  const folders = dataFolders(root);
  for (const folder of folders) {
    const pid = occupant(folder);
    if (pid !== null) {
      return {
        kind: "refused",
        why: `${folder} is in use by process ${pid}: stop the demo or the dev server first.`,
      };
    }
  }
  const there = folders.filter((folder) => existsSync(folder));
  for (const folder of there) rmSync(folder, { recursive: true });
  return { kind: "deleted", folders: there };
}
