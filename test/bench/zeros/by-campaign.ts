// The messages of a run, sent as an organiser sends them: a line, a campaign on it, launched, and looked at by the API.
import * as z from "zod";
import type { Run } from "./run.ts";
import { insist, list, must } from "./staff.ts";

/** A short code: neither the carrier nor the network stops a text there for us, so nobody makes up for what we let through. */
export const LINE = {
  name: "Zeros",
  channel: "sms",
  sender: "short-code",
  address: "24365",
  organisation: "Partyline",
  segmentsPerSecond: 20,
} as const;

const Recipient = z.object({
  status: z.string(),
  attempt: z.number(),
  messageId: z.string(),
  contact: z.object({ contactId: z.string() }),
});
/** Its words come with the record of the hand-over. */
const Message = z.object({ id: z.string(), text: z.string() });
const Exclusion = z.object({ contactId: z.string() });

/** Makes the line and the campaign; resolves with the campaign's id. */
export async function draftCampaign(run: Run): Promise<string> {
  const line = await must(run, "POST /v1/lines", LINE);
  const text = { kind: "text", text: { en: "Hello {{ first_name | default: 'you' }}, it is on Saturday." } };
  const campaign = await must(run, "POST /v1/campaigns", {
    name: "Zeros",
    lineId: line["id"],
    variants: [{ name: "message", content: text }],
    audience: { kind: "filter", filter: { path: "created", op: "exists" } },
  });
  return String(campaign["id"]);
}

/** Pressed twice, as people do. */
export async function launchCampaign(run: Run, id: string): Promise<void> {
  await Promise.all([1, 2].map(() => insist(run, `POST /v1/campaigns/${id}/launch`, {})));
}

/** What became of each person, by contact id: the status of their last attempt, or `excluded`. */
export async function statesOf(run: Run, id: string): Promise<ReadonlyMap<string, string>> {
  const recipients = await list(run, `/v1/campaigns/${id}/recipients`, Recipient);
  const exclusions = await list(run, `/v1/campaigns/${id}/exclusions`, Exclusion);
  const messages = await list(run, "/v1/messages", Message);
  const wordless = new Set(messages.filter(({ text }) => text === "").map(({ id: messageId }) => messageId));
  const inOrder = recipients.toSorted((a, b) => a.attempt - b.attempt);
  return new Map([
    ...exclusions.map(({ contactId }) => [contactId, "excluded"] as const),
    ...inOrder.map((one) => [one.contact.contactId, stateOf(one, wordless)] as const),
  ]);
}

/** What the carrier tells of a message is not enough: what it said must be there as well. */
function stateOf({ status, messageId }: z.infer<typeof Recipient>, wordless: ReadonlySet<string>): string {
  const isSent = !NOT_SENT.has(status);
  return isSent && wordless.has(messageId) ? `${status} without its words` : status;
}
const NOT_SENT: ReadonlySet<string> = new Set(["pending", "refused", "canceled", "failed", "unknown"]);
