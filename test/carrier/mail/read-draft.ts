// One e-mail of a request, checked as Resend checks it. What Resend would silently ignore is refused: a test should hear of it.
import { parseMailAddress } from "./address.ts";
import { type Attachable, readAttachments } from "./attachments.ts";
import type { Draft } from "./mail.ts";
import type { Office } from "./office.ts";
import { MailProblem } from "./problem.ts";
import { textOf } from "./html.ts";

const RECIPIENTS_MAX = 50;
const TAG = /^[\w-]{1,256}$/;
const FIELDS: ReadonlySet<string> = new Set([
  "from",
  "to",
  "cc",
  "bcc",
  "reply_to",
  "subject",
  "html",
  "text",
  "headers",
  "attachments",
  "tags",
  "scheduled_at",
]);

/** Throws Resend's refusal. */
export function readDraft(office: Office, given: unknown, mint: Attachable["mint"]): Draft {
  const fields = asRecord(given) ?? refuse("The request body must be a JSON object.");
  for (const name of Object.keys(fields)) {
    if (!FIELDS.has(name)) refuse(`\`${name}\` is no field of an e-mail that this simulator knows.`);
  }
  for (const name of ["from", "to", "subject"]) {
    const value = fields[name];
    if (value === undefined || value === null || value === "") missing(`Missing \`${name}\` field.`);
  }
  const html = optionalText(fields, "html");
  const text = optionalText(fields, "text");
  if (html === null && text === null) missing("Missing `html` or `text` field.");
  const from = readText(fields, "from");
  checkSender(office, from);
  const to = readAddresses(fields, "to");
  if (to.length === 0) missing("Missing `to` field.");
  const draft: Draft = {
    from,
    to,
    cc: readAddresses(fields, "cc"),
    bcc: readAddresses(fields, "bcc"),
    replyTo: readAddresses(fields, "reply_to"),
    subject: readText(fields, "subject"),
    html,
    // As Resend does, unless an empty string says not to.
    text: text === "" ? null : (text ?? (html === null ? null : textOf(html))),
    headers: readHeaders(fields["headers"]),
    tags: readTags(fields["tags"]),
    attachments: readAttachments({ given: fields["attachments"], mint }),
    scheduledAt: readSchedule(office, fields["scheduled_at"]),
  };
  return draft;
}

function readText(fields: Record<string, unknown>, name: string): string {
  const value = fields[name];
  return typeof value === "string" ? value : refuse(`The \`${name}\` field must be a \`string\`.`);
}

function optionalText(fields: Record<string, unknown>, name: string): string | null {
  return fields[name] === undefined || fields[name] === null ? null : readText(fields, name);
}

function checkSender(office: Office, from: string): void {
  const parsed = parseMailAddress(from) ?? badAddress("from");
  const domain = parsed.address.split("@")[1]?.toLowerCase() ?? "";
  const { domains } = office.options;
  if (domains === undefined || domains.includes(domain)) return;
  throw new MailProblem(
    403,
    "validation_error",
    `The ${domain} domain is not verified. Please, add and verify your domain on https://resend.com/domains`,
  );
}

function readAddresses(fields: Record<string, unknown>, name: string): readonly string[] {
  const value = fields[name] ?? [];
  const list: unknown[] = Array.isArray(value) ? value : [value];
  if (list.length > RECIPIENTS_MAX)
    refuse(`The \`${name}\` field must contain at most ${RECIPIENTS_MAX} recipients.`);
  return list.map((each) =>
    typeof each === "string" && parseMailAddress(each) !== null ? each : badAddress(name),
  );
}

function readHeaders(given: unknown): Readonly<Record<string, string>> {
  const headers = asRecord(given ?? {}) ?? refuse("The `headers` field must be an `object`.");
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      if (/^[!-9;-~]+$/.test(name) && typeof value === "string" && !/[\r\n]/.test(value))
        return [name, value];
      return refuse(`Invalid header \`${name}\`.`);
    }),
  );
}

function readTags(given: unknown): Draft["tags"] {
  const list: unknown[] = Array.isArray(given ?? [])
    ? [given ?? []].flat()
    : refuse("`tags` must be an array.");
  return list.map((each) => {
    const { name, value } = asRecord(each) ?? {};
    if (typeof name === "string" && typeof value === "string" && TAG.test(name) && TAG.test(value))
      return { name, value };
    return refuse("Tags should only contain ASCII letters, numbers, underscores, or dashes.");
  });
}

function readSchedule(office: Office, given: unknown): number | null {
  if (given === undefined || given === null) return null;
  const at = typeof given === "string" && /^\d{4}-\d\d-\d\dT/.test(given) ? Date.parse(given) : Number.NaN;
  if (Number.isNaN(at)) refuse("Invalid `scheduled_at` field. This simulator takes ISO 8601 only.");
  return at > office.clock.now() ? at : null;
}

export function asRecord(given: unknown): Record<string, unknown> | null {
  return typeof given === "object" && given !== null && !Array.isArray(given) ? { ...given } : null;
}

function badAddress(name: string): never {
  return refuse(
    `Invalid \`${name}\` field. The email address needs to follow the \`email@example.com\` or \`Name <email@example.com>\` format.`,
  );
}

function missing(message: string): never {
  throw new MailProblem(422, "missing_required_field", message);
}

function refuse(message: string): never {
  throw new MailProblem(422, "validation_error", message);
}
