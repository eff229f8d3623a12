// What Resend's webhooks say of an e-mail (resend.com/docs/webhooks).
import * as z from "zod";

const Pair = z.object({ name: z.string(), value: z.string() });

export const ResendEvent = z.object({
  type: z.string(),
  created_at: z.string(),
  data: z.object({
    email_id: z.string().optional(),
    // The documentation shows a list, webhooks carry an object.
    tags: z
      .union([z.record(z.string(), z.string()), z.array(Pair)])
      .optional()
      .catch(undefined),
    bounce: z
      .object({ type: z.string().catch(""), subType: z.string().catch(""), message: z.string().catch("") })
      .optional(),
    failed: z.object({ reason: z.string() }).optional().catch(undefined),
    suppressed: z.object({ message: z.string() }).optional().catch(undefined),
  }),
});
export type ResendEvent = z.infer<typeof ResendEvent>;

/** Our own id, as it went along as a tag. */
export function emailIdOf({ data: { tags = {} } }: ResendEvent): string | null {
  const id = Array.isArray(tags) ? tags.find(({ name }) => name === "email")?.value : tags["email"];
  return id ?? null;
}
