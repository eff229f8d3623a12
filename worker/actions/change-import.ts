// Staff say what the columns of a file mean, and how it is read. What a dry run found before counts no more.
import type { Dialect } from "#core/csv/dialect";
import { checkMapping } from "#core/csv/mapping";
import type { ImportSettings } from "#core/csv/mapping";
import { proposeMapping } from "#core/csv/propose";
import { isCountry } from "#core/phone";
import type { Actor } from "../actor.ts";
import { beginning, findImport, moveImport } from "../db/imports.ts";
import { notFound, Problem } from "../errors.ts";
import { invalidAt } from "../explain.ts";
import { uploadKey } from "../files/keys.ts";
import type { Services } from "../services.ts";
import { inspectAs } from "./upload-import.ts";
import { writeAs } from "./write-as.ts";

/** As much of the file as shows its first rows. */
const HEAD_BYTES = 64 * 1024;

type Given<Whole> = { readonly [Key in keyof Whole]?: Whole[Key] | undefined };

export interface ImportPatch {
  readonly dialect: Given<Dialect>;
  readonly settings: Given<ImportSettings>;
}

/** Where the dialect changes, columns are proposed anew unless they are given. Throws `not_found`, `invalid` or `conflict`. */
export async function changeImport(
  services: Services,
  actor: Actor,
  id: string,
  { dialect, settings }: ImportPatch,
): Promise<void> {
  const { db, files, clock } = services;
  const before = await findImport(db, id);
  if (before === null) throw notFound("import", id);
  const isReadAnew = Object.values(dialect).some((value) => value !== undefined);
  const read = isReadAnew ? await readAs(files, id, merge(before.dialect, dialect)) : before;
  const proposed = "rows" in read ? [...proposeMapping(read.headings, read.rows)] : before.settings.mapping;
  const after = merge({ ...before.settings, mapping: proposed }, settings);
  if (after.mapping.length > read.headings.length)
    throw invalidAt({
      path: "mapping",
      message: `has more columns than the file's ${read.headings.length}`,
    });
  const wrong = checkMapping(after.mapping);
  if (wrong !== null && settings.mapping !== undefined)
    throw invalidAt({ path: "mapping", message: `is refused: ${wrong}` });
  if (after.defaultCountry !== null && !isCountry(after.defaultCountry))
    throw invalidAt({ path: "defaultCountry", message: `is no country: "${after.defaultCountry}"` });
  const { dialect: spoken, headings } = read;
  const moved = moveImport(db, id, ["uploaded", "checked"], {
    state: "uploaded",
    stepAt: clock.now(),
    dialect: spoken,
    headings,
    settings: after,
    ...beginning({ dialect: spoken }),
  });
  const fields = Object.entries({ ...dialect, ...settings }).flatMap(([name, value]) =>
    value === undefined ? [] : name,
  );
  const deed = { action: "import.change", subject: { kind: "import", id }, detail: { fields } };
  if (!(await writeAs(services, actor, deed, moved)))
    throw new Problem("conflict", "The import has begun: its columns are settled.");
}

/** What is absent stays. */
function merge<Whole extends object>(whole: Whole, given: Given<Whole>): Whole {
  const entries = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.assign({}, whole, Object.fromEntries(entries));
}

/** Headings and first rows of a file that was uploaded. Throws `conflict` where it is not kept any more. */
export async function readAs(files: R2Bucket, id: string, dialect: Dialect) {
  const head = await files.get(uploadKey(id), { range: { offset: 0, length: HEAD_BYTES } });
  if (head === null) throw new Problem("conflict", "The file is not there any more: upload it again.");
  return inspectAs(new Uint8Array(await head.arrayBuffer()), dialect);
}
