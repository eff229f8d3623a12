// What the fields of an open step need to know of the flow around them. Closed steps do not read it, so they stay as they are.
import { createContext, useContext } from "react";
import type { Draft, Step } from "../draft/draft.ts";
import type { Found } from "../draft/place-problem.ts";

export interface Editing {
  readonly draft: Draft;
  readonly languages: readonly string[];
  /** Of the step that is open; of the whole flow in its settings. */
  readonly problems: readonly Found[];
  /** Its place in the list; the number of steps for the settings. */
  readonly index: number;
}

const EditingContext = createContext<Editing | null>(null);
export const EditingProvider = EditingContext.Provider;

export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (editing === null) throw new Error("a field of a step stands outside of the editor");
  return editing;
}

/** A form for one kind of step: it is given the step and says what it becomes. */
export interface StepForm<Of extends Step> {
  readonly step: Of;
  readonly change: (step: Of) => void;
}
