// Words for the fields of a schema that the core owns: the API's description is no business of the core's.
import * as z from "zod";

/** Fields that several schemas share would be described for all of them: those are left out by whoever calls. */
export function describe<Shape extends Readonly<Record<string, z.ZodType>>>(
  shape: Shape,
  words: { readonly [Field in keyof Shape]?: string },
): void {
  for (const [field, description] of Object.entries(words)) {
    if (typeof description === "string") shape[field]?.register(z.globalRegistry, { description });
  }
}
