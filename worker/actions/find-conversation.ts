// The conversation a staff member is looking at.
import { findResponse } from "../db/responses.ts";
import type { ResponseRow } from "../db/responses.ts";
import { notFound } from "../errors.ts";
import type { Services } from "../services.ts";

/** Throws `not_found`. */
export async function mustFindRun({ db }: Services, runId: string): Promise<ResponseRow> {
  const run = await findResponse(db, runId);
  if (run === null) throw notFound("conversation", runId);
  return run;
}
