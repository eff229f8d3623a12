// Unsaved work outlives a reload, a crash and a session that expired: this tab keeps it until it is saved.

export interface Kept {
  /** The revision it was made from. */
  readonly revision: number;
  readonly draft: unknown;
}

const keyOf = (flowId: string) => `partyline-draft-${flowId}`;

export function readKept(flowId: string): Kept | null {
  const text = sessionStorage.getItem(keyOf(flowId));
  if (text === null) return null;
  try {
    const kept: unknown = JSON.parse(text);
    if (typeof kept !== "object" || kept === null || !("revision" in kept) || !("draft" in kept)) return null;
    return typeof kept.revision === "number" ? { revision: kept.revision, draft: kept.draft } : null;
  } catch {
    return null;
  }
}

/** A full or forbidden store is no reason to stop anybody's typing. */
export function writeKept(flowId: string, kept: Kept): void {
  try {
    sessionStorage.setItem(keyOf(flowId), JSON.stringify(kept));
  } catch {
    // What is on the page is still there.
  }
}

export function forgetKept(flowId: string): void {
  sessionStorage.removeItem(keyOf(flowId));
}
