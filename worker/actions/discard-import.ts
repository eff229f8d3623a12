// Staff drop a file that was never imported: the file, what a dry run found in it, and the import itself. Nobody was changed by it.
import type { Actor } from "../actor.ts";
import { failUnstarted, findImport, forgetImport } from "../db/imports.ts";
import { notFound, Problem } from "../errors.ts";
import { uploadKey } from "../files/keys.ts";
import type { Services } from "../services.ts";
import { writeAs } from "./write-as.ts";

/** Broken off halfway it is an import that has failed, and can be discarded again. Throws `not_found` or `conflict`. */
export async function discardImport(services: Services, actor: Actor, id: string): Promise<void> {
  const { db, d1, files, clock } = services;
  if ((await findImport(db, id)) === null) throw notFound("import", id);
  const failed = failUnstarted(db, id, "It was discarded.", clock.now());
  if (
    !(await writeAs(services, actor, { action: "import.discard", subject: { kind: "import", id } }, failed))
  )
    throw new Problem("conflict", "It was imported: take it back instead.");
  await files.delete(uploadKey(id));
  await forgetImport(d1, id);
  services.feed.tell(["imports"]);
}
