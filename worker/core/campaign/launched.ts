// What a launch holds fast beside what its Sender needs: who is meant, and how the variants are shared out.
import type { Pinned } from "#core/campaign/sending";
import type { Weighted } from "#core/campaign/variant";
import type { Condition } from "#core/condition";

/** Who is meant: later edits of the segment change nothing. */
export type PinnedAudience =
  | { readonly kind: "condition"; readonly condition: Condition }
  /** By contact id; who was merged since counts as whom they were merged into. */
  | { readonly kind: "contacts"; readonly contacts: readonly string[] };

export interface Launched {
  readonly pinned: Pinned;
  readonly audience: PinnedAudience;
  /** In the order they were written down: the draw depends on it. */
  readonly weights: readonly Weighted[];
}
