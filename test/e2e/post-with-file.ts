// An e-mail with an attachment, put where the product keeps both: until something of the product's own attaches a file.
import * as z from "zod";
import type { TestSystem } from "./harness.ts";

const runs = z.custom<{ run: () => Promise<unknown> }>();
const Bindings = z.object({
  DB: z.custom<{
    prepare: (query: string) => { bind: (...values: unknown[]) => z.infer<typeof runs> };
  }>(),
  FILES: z.custom<{ put: (key: string, bytes: Uint8Array) => Promise<unknown> }>(),
  EMAIL: z.custom<{ send: (job: { emailId: string }) => Promise<unknown> }>(),
});

export interface Posted {
  readonly id: string;
  readonly to: string;
  readonly file: { readonly name: string; readonly contentType: string; readonly bytes: Uint8Array };
}

/** Writes the row and the file, and asks for it to be sent. */
export async function postWithFile(system: TestSystem, { id, to, file }: Posted): Promise<void> {
  const { DB, FILES, EMAIL } = Bindings.parse(await system.bindings());
  const key = `recordings/${id}`;
  const now = await system.now();
  await FILES.put(key, file.bytes);
  const attachments = [{ key, name: file.name, contentType: file.contentType }];
  await DB.prepare(
    `INSERT INTO emails (id, kind, recipient, recipient_id, subject, html, body, attachments, state, rank, attempts, round,
                         due_at, history, created_at)
     VALUES (?1, 'voicemail', ?2, ?2, 'A voicemail', '<p>Listen</p>', 'Listen', ?3, 'queued', 0, 0, 0, ?4, '[]', ?4)`,
  )
    .bind(id, to, JSON.stringify(attachments), now)
    .run();
  await EMAIL.send({ emailId: id });
}
