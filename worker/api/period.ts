// A span of time in a query.
import * as z from "zod";

const ISO = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

/** A day, from its first instant in UTC, or an instant; epoch milliseconds. */
const Instant = z
  .string()
  .max(40)
  .transform((text, context) => {
    if (ISO.safeParse(text).success) return Date.parse(text);
    context.addIssue("write 2026-11-21 or 2026-11-21T10:00:00Z");
    return z.NEVER;
  });

export const Period = z.object({
  from: Instant.optional().meta({ description: "Begun at or after: 2026-11-21 or 2026-11-21T10:00:00Z." }),
  to: Instant.optional().meta({ description: "Begun before." }),
});
