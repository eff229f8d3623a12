// `POST /emails` and `POST /emails/batch`: from a request to e-mails on their way.
import { type Context, Hono } from "hono";
import { DroppedConnection } from "../rest/problem.ts";
import { beginAnswer, forgetAnswer, recallAnswer, rememberAnswer } from "./idempotency.ts";
import { mintUuid } from "./ids.ts";
import { acceptMail } from "./journey.ts";
import type { Draft, Mail } from "./mail.ts";
import type { Office } from "./office.ts";
import { MailProblem, outage } from "./problem.ts";
import { asRecord, readDraft } from "./read-draft.ts";

const BATCH_MAX = 100;

export function sendEmails(office: Office): Hono {
  return new Hono()
    .post("/emails", (c) =>
      answerOnce(office, c, (given) => {
        const draft = readDraft(office, given, () => mintUuid(office.random));
        return { drafts: [draft], show: ([mail]) => ({ id: mail?.id }) };
      }),
    )
    .post("/emails/batch", (c) =>
      answerOnce(office, c, (given) => {
        const { drafts, errors } = readBatch(
          office,
          given,
          c.req.header("x-batch-validation") === "permissive",
        );
        return {
          drafts,
          show: (mails) => ({
            data: mails.map(({ id }) => ({ id })),
            ...(errors.length > 0 && { errors }),
          }),
        };
      }),
    );
}

interface Reading {
  readonly drafts: readonly Draft[];
  readonly show: (mails: readonly Mail[]) => object;
}

/** Carries a request out once per idempotency key, under the fault at hand. */
async function answerOnce(office: Office, c: Context, read: (given: unknown) => Reading): Promise<Response> {
  const fault = office.faults.sends.take();
  if (fault?.kind === "refused") throw outage(fault.status, fault.retryAfterS);
  if (fault?.kind === "dropped") throw new DroppedConnection();
  const body = await c.req.text();
  const key = c.req.header("idempotency-key") ?? null;
  const payload = `${c.req.path} ${body}`;
  const recalled = recallAnswer(office, key, payload);
  if (recalled !== null) {
    office.log.add({ kind: "repeated", ids: idsOf(recalled), key: key ?? "" });
    return Response.json(recalled);
  }
  beginAnswer(office, key, payload);
  let answer: object;
  try {
    const { drafts, show } = read(parse(c, body));
    answer = show(drafts.map((draft) => acceptMail(office, draft, key)));
  } catch (error) {
    forgetAnswer(office, key);
    throw error;
  }
  if (fault?.kind === "answer-held") await new Promise<void>((go) => office.faults.heldAnswers.keep(go));
  rememberAnswer(office, key, payload, answer);
  if (fault?.kind === "accepted-then-dropped") throw new DroppedConnection();
  if (fault?.kind === "accepted-but-answers") throw outage(fault.status);
  return Response.json(answer);
}

function idsOf(answer: unknown): readonly string[] {
  const { id, data } = asRecord(answer) ?? {};
  const ids: unknown[] = Array.isArray(data) ? data.map((each: unknown) => asRecord(each)?.["id"]) : [id];
  return ids.map(String);
}

function parse(c: Context, body: string): unknown {
  if (!(c.req.header("content-type") ?? "").toLowerCase().startsWith("application/json")) {
    throw new MailProblem(415, "validation_error", "The request body must be `application/json`.");
  }
  try {
    return JSON.parse(body);
  } catch {
    throw new MailProblem(400, "validation_error", "The request body is no valid JSON.");
  }
}

interface BatchError {
  readonly index: number;
  readonly message: string;
}

/** Strict: all or none. Permissive: those that are right, and what is wrong with the others. */
function readBatch(
  office: Office,
  given: unknown,
  isPermissive: boolean,
): { drafts: readonly Draft[]; errors: readonly BatchError[] } {
  const list: unknown[] = Array.isArray(given) ? given : fail("The request body must be an array.");
  if (list.length === 0) fail("The batch must contain at least one email.");
  if (list.length > BATCH_MAX) fail(`The batch must contain at most ${BATCH_MAX} emails.`);
  const drafts: Draft[] = [];
  const errors: BatchError[] = [];
  for (const [index, each] of list.entries()) {
    try {
      drafts.push(readOfBatch(office, each));
    } catch (error) {
      if (!isPermissive || !(error instanceof MailProblem)) throw error;
      errors.push({ index, message: error.message });
    }
  }
  return { drafts, errors };
}

/** Resend would drop the attachments of a batch and say nothing; nobody wants that to pass a test. */
function readOfBatch(office: Office, given: unknown): Draft {
  for (const name of ["attachments", "scheduled_at"]) {
    if (asRecord(given)?.[name] !== undefined) fail(`The \`${name}\` field is not supported in a batch.`);
  }
  return readDraft(office, given, () => mintUuid(office.random));
}

function fail(message: string): never {
  throw new MailProblem(422, "validation_error", message);
}
