// A draft in its form: as it stands, as it was last saved, and over which revision.
import type { Draft } from "./draft.ts";

export interface Kept {
  readonly id: string;
  readonly revision: number;
}

export interface Held {
  readonly draft: Draft;
  /** The draft as it was last saved or read. */
  readonly saved: Draft;
  /** null before the first save. */
  readonly kept: Kept | null;
  readonly problem: unknown;
}

export function holdNew(draft: Draft): Held {
  return { draft, saved: draft, kept: null, problem: null };
}

export function holdDraft({ id, revision, config }: Kept & { readonly config: Draft }): Held {
  return { draft: config, saved: config, kept: { id, revision }, problem: null };
}

/** The draft to save, with the revision it was made from: the API refuses it where somebody saved another since. 0 for a new one. */
export function toSave({ draft, kept }: Pick<Held, "draft" | "kept">) {
  return { revision: kept?.revision ?? 0, config: draft };
}
