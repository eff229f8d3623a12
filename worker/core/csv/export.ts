// Who goes into an export, and what its columns are.
import * as z from "zod";
import { Condition } from "#core/condition";
import type { Reach } from "#core/consent/permission";

export const ExportSettings = z.strictObject({
  /** Only the people of this import, and its columns in their order; the newest import gives the columns where absent. */
  importId: z.string().max(80).nullable().default(null),
  /** Only whom this holds for. */
  condition: Condition.nullable().default(null),
});
export type ExportSettings = z.infer<typeof ExportSettings>;

export type ExportField =
  | {
      readonly kind:
        | "number"
        | "other-numbers"
        | "name"
        | "language"
        | "zone"
        | "tags"
        | "created"
        | "opted-out";
    }
  | { readonly kind: "attribute" | "answer"; readonly name: string }
  | { readonly kind: "category"; readonly funnel: string }
  | { readonly kind: "grant" | "suppression"; readonly channel: Reach }
  /** A cell as it was in an import, by column. */
  | { readonly kind: "kept"; readonly importId: string; readonly column: number };

export interface ExportColumn {
  readonly heading: string;
  readonly field: ExportField;
}
