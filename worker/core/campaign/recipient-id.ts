// The id of a recipient's message: derived from what it is for, so that a page planned twice plans it once.
import { deriveIdAt } from "#core/id";

export interface RecipientKey {
  readonly campaignId: string;
  readonly addressId: string;
  /** When the campaign was launched: its messages lie together in the order of ids. Epoch milliseconds. */
  readonly launchedAt: number;
  /** The second opens only when the first ended in a failure that may be tried again, or goes by another channel. */
  readonly attempt?: number;
}

/** Only the first part of it depends on the launch, so that a preview draws the same variants as the launch. */
export function recipientId({ campaignId, addressId, launchedAt, attempt = 1 }: RecipientKey): string {
  return deriveIdAt(launchedAt, "campaign", campaignId, addressId, attempt);
}
