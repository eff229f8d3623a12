// A file of contacts arrives: it goes into FILES as it comes, and is looked at for what its columns may mean. Nobody is changed yet.
import { detectDialect, readRows } from "#core/csv/detect-dialect";
import { detectEncoding } from "#core/csv/detect-encoding";
import type { Dialect } from "#core/csv/dialect";
import { readHeadings } from "#core/csv/headings";
import { COLUMNS_MAX } from "#core/csv/mapping";
import type { ImportSettings } from "#core/csv/mapping";
import { proposeMapping } from "#core/csv/propose";
import { recogniseOther } from "#core/csv/signature";
import type { Actor } from "../actor.ts";
import { beginning } from "../db/imports.ts";
import { imports } from "../db/schema/index.ts";
import { readOrganisation } from "../db/settings.ts";
import { Problem } from "../errors.ts";
import { keepUpload } from "../files/keep-upload.ts";
import type { Upload } from "../files/keep-upload.ts";
import { uploadKey } from "../files/keys.ts";
import { decoderOf } from "../files/read-rows.ts";
import type { Services } from "../services.ts";
import { writeAs } from "./write-as.ts";

/** What Cloudflare lets into a Worker in one request on the Free and Pro plans; about a million rows. */
export const UPLOAD_BYTES_MAX = 100 * 1024 * 1024;
/** What is looked at to tell how a file is written. */
const HEAD_BYTES = 64 * 1024;

/** Returns the import's id. Throws `unsupported_media_type`, `too_large` or `invalid`, each with what to do about it. */
export async function uploadImport(
  services: Services,
  actor: Actor,
  { fileName, body }: { readonly fileName: string; readonly body: ReadableStream<Uint8Array> },
): Promise<string> {
  const { db, d1, files, clock, mint } = services;
  const id = mint();
  const upload = await keepUpload(files, uploadKey(id), body, {
    bytesMax: UPLOAD_BYTES_MAX,
    look: refuseOthers,
    tooLarge: () =>
      new Problem(
        "too_large",
        "The file is larger than 100 MB: split it into several, each with the headings.",
      ),
  });
  try {
    const { defaultCountry } = await readOrganisation(d1);
    const { dialect, headings, rows } = inspect(upload);
    const settings: ImportSettings = {
      mapping: [...proposeMapping(headings, rows)],
      rule: "fill",
      defaultCountry,
      addTags: [],
      everybodyAgreed: null,
    };
    const now = clock.now();
    const row = db.insert(imports).values({
      id,
      fileName,
      bytes: upload.bytes,
      dialect,
      headings,
      settings,
      state: "uploaded",
      step: 0,
      stepAt: now,
      ...beginning({ dialect }),
      heldBytesMax: upload.heldBytesMax,
      createdAt: now,
      createdBy: actor.id,
    });
    const deed = {
      action: "import.upload",
      subject: { kind: "import", id },
      detail: { bytes: upload.bytes, columns: headings.length },
    };
    await writeAs(services, actor, deed, row);
    return id;
  } catch (error) {
    await files.delete(uploadKey(id));
    throw error;
  }
}

function refuseOthers(head: Uint8Array): void {
  if (head.length === 0) throw new Problem("invalid", "The file is empty.");
  const other = recogniseOther(head);
  if (other !== null) throw new Problem("unsupported_media_type", `This is no CSV but ${other}.`);
}

function inspect({ head, isUtf8 }: Upload) {
  const sample = head.subarray(0, HEAD_BYTES);
  const detected = detectEncoding(sample, isUtf8);
  if (detected === null)
    throw new Problem("unsupported_media_type", "This is no text in any encoding we know: send a CSV.");
  const decode = decoderOf(detected.encoding);
  return inspectAs(head, detectDialect(sample, detected, decode));
}

/** Headings and first rows of a file, read as a dialect says. Throws `invalid`. */
export function inspectAs(head: Uint8Array, dialect: Dialect) {
  const decode = decoderOf(dialect.encoding);
  const rows = readRows(head.subarray(0, HEAD_BYTES), dialect, decode).slice(dialect.rowsAbove);
  if (rows.length === 0) throw new Problem("invalid", "There are no rows in the file.");
  const headings = readHeadings(rows, dialect.hasHeadings);
  if (headings.length > COLUMNS_MAX)
    throw new Problem(
      "invalid",
      `The file has ${headings.length} columns: at most ${COLUMNS_MAX} can be taken. Delete those you do not need.`,
    );
  return { dialect, headings, rows: dialect.hasHeadings ? rows.slice(1) : rows };
}
