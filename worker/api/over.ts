// What a change is made over: whoever saw something older is told, and overwrites nobody.
import * as z from "zod";

export const Over = z.object({
  over: z.iso
    .datetime()
    .transform((at) => Date.parse(at))
    .optional()
    .meta({ description: "`changedAt` as you saw it: refused with `conflict` where it was changed since." }),
});
