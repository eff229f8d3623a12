// The attachments of a request: base64 in, bytes out.
import type { MailAttachment } from "./mail.ts";
import { MailProblem } from "./problem.ts";

/** "Max 40 MB per email, after Base64 encoding of the attachments." */
const ENCODED_CHARS_MAX = 40 * 1024 * 1024;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
const FIELDS: ReadonlySet<string> = new Set(["content", "filename", "content_type", "content_id", "path"]);

/** What Resend derives a type from, for the files that this product sends. */
const TYPES: Readonly<Record<string, string>> = {
  csv: "text/csv",
  html: "text/html",
  ics: "text/calendar",
  jpg: "image/jpeg",
  json: "application/json",
  mp3: "audio/mpeg",
  pdf: "application/pdf",
  png: "image/png",
  txt: "text/plain",
  wav: "audio/wav",
};

export interface Attachable {
  readonly given: unknown;
  readonly mint: () => string;
}

/** Throws Resend's refusal. */
export function readAttachments({ given, mint }: Attachable): readonly MailAttachment[] {
  if (given === undefined || given === null) return [];
  if (!Array.isArray(given)) return refuse("The `attachments` field must be an `array`.");
  let chars = 0;
  return given.map((each: unknown) => {
    const fields: Record<string, unknown> = typeof each === "object" && each !== null ? { ...each } : {};
    for (const name of Object.keys(fields)) {
      if (!FIELDS.has(name)) refuse(`\`${name}\` is no field of an attachment.`);
    }
    const { content, filename, path } = fields;
    if (typeof path === "string" && path !== "")
      refuse("This simulator fetches nothing: send the `content`.");
    if (typeof content !== "string" || content === "")
      return refuse("Attachment must have either a `content` or `path`.");
    if (typeof filename !== "string" || filename === "") return refuse("Attachment must have a `filename`.");
    if (content.length % 4 !== 0 || !BASE64.test(content))
      refuse("The attachment's `content` must be Base64.");
    chars += content.length;
    if (chars > ENCODED_CHARS_MAX) refuse("The attachments exceed the maximum size of 40MB.");
    return {
      id: mint(),
      filename,
      contentType: typeof fields["content_type"] === "string" ? fields["content_type"] : typeOf(filename),
      contentId: typeof fields["content_id"] === "string" ? fields["content_id"] : null,
      bytes: new Uint8Array(Buffer.from(content, "base64")),
    };
  });
}

function typeOf(filename: string): string {
  return TYPES[filename.split(".").at(-1)?.toLowerCase() ?? ""] ?? "application/octet-stream";
}

function refuse(message: string): never {
  throw new MailProblem(422, "invalid_attachment", message);
}
