// Which e-mails are posted in one request.
import type { DueEmail, Unit } from "../db/emails.ts";
import { BATCH_MAX } from "../email/resend.ts";

/** Batches in doubt first and whole; attachments alone, since a batch takes none (Resend); the rest together. */
export function planUnits(due: readonly DueEmail[], mint: () => string): readonly Unit[] {
  const again = new Map<string, string[]>();
  for (const { id, batchId } of due) {
    if (batchId !== null) again.set(batchId, [...(again.get(batchId) ?? []), id]);
  }
  const fresh = due.filter(({ batchId }) => batchId === null);
  // One whose outcome is in doubt was posted alone: it keeps its key.
  const alone = fresh.filter(({ isLoaded, isDoubted }) => isLoaded === 1 || isDoubted === 1);
  const light = fresh.filter(({ isLoaded, isDoubted }) => isLoaded === 0 && isDoubted === 0);
  const together: Unit[] = [];
  for (let from = 0; from < light.length; from += BATCH_MAX) {
    const ids = light.slice(from, from + BATCH_MAX).map(({ id }) => id);
    const [only] = ids;
    together.push(
      ids.length === 1 && only !== undefined
        ? { kind: "alone", id: only }
        : { kind: "together", ids, batchId: mint() },
    );
  }
  return [
    ...[...again].map(([batchId, ids]): Unit => ({ kind: "again", batchId, ids })),
    ...alone.map(({ id }): Unit => ({ kind: "alone", id })),
    ...together,
  ];
}
