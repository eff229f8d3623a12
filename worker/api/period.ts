// A span of time in a query.
import * as z from "zod";

/** A day, from its first instant in UTC, or an instant. */
const Instant = z
  .union(
    [z.iso.date(), z.iso.datetime({ offset: true })],
    "is refused: write 2026-11-21 or 2026-11-21T10:00:00Z",
  )
  .transform((text) => Date.parse(text));

export const Period = z.object({
  from: Instant.optional().meta({ description: "Begun at or after: 2026-11-21 or 2026-11-21T10:00:00Z." }),
  to: Instant.optional().meta({ description: "Begun before." }),
});
