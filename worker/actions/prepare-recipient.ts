// One recipient of a page before the claim: what they would read, what it comes to, and whether they are to be sent it now.
import { draftContent, valuesOf } from "#core/campaign/draft-content";
import { openingOfAll } from "#core/campaign/open";
import { costMicrosOf } from "#core/campaign/price";
import type { Load, Pinned, PinnedContent } from "#core/campaign/sending";
import type { Outgoing } from "#core/contact/memory";
import { hoursOf } from "#core/contact/offered";
import type { Offered } from "#core/contact/offered";
import { zonesOfPerson } from "#core/contact/person";
import type { Line } from "#core/line";
import { renderMessage } from "#core/message-template/render-message";
import { unreachable } from "#core/organisation";
import type { Dropped, PutOff, Recipient } from "../db/recipients.ts";

export type Prepared =
  | { readonly kind: "ready"; readonly recipient: Recipient; readonly offered: Offered; readonly load: Load }
  | { readonly kind: "later"; readonly putOff: PutOff }
  | { readonly kind: "dropped"; readonly dropped: Dropped };

/** Whatever is wrong with one person's data stops nobody else. */
export function prepareRecipient(recipient: Recipient, pinned: Pinned, line: Line, now: number): Prepared {
  try {
    return prepare(recipient, pinned, line, now);
  } catch {
    return drop(recipient.id, "broken", "failed");
  }
}

/** A row that cannot be read, or whose line or variant there is none of. */
export function drop(id: string, reason: string, status: Dropped["status"] = "canceled"): Prepared {
  return { kind: "dropped", dropped: { id, status, reason } };
}

function prepare(recipient: Recipient, pinned: Pinned, line: Line, now: number): Prepared {
  const { id, address, profile, variant } = recipient;
  const content = pinned.variants[variant];
  if (content === undefined) return drop(id, "broken", "failed");
  if (address.kind !== "phone" && address.kind !== "whatsapp-user") return drop(id, "unreachable");
  const far = address.kind === "phone" ? unreachable(address.value, line, pinned) : null;
  if (far !== null) return drop(id, far === "country" ? "country-not-allowed" : far);
  // Hours are looked at before a slot is asked for: who sleeps takes none from those who are awake. The claim asks again.
  const until = pinned.expiresAt ?? Number.POSITIVE_INFINITY;
  const zones = zonesOfPerson(profile.zone, address, line);
  const openAt = openingOfAll(hoursOf(line, pinned), zones, now, until);
  if (openAt === null) return drop(id, "never-open");
  if (openAt > now) return { kind: "later", putOff: { id, dueAt: openAt, reason: "hours" } };
  const said = say(content, recipient, pinned, line);
  if (said.kind === "missing") return drop(id, "missing-placeholders");
  if (said.kind === "failed") return drop(id, "text-fails", "failed");
  const { text, media, content: approved, segments } = said;
  const costMicros = costMicrosOf(line, address.value, segments);
  const message: Outgoing = {
    id,
    lineId: line.id,
    runId: null,
    turn: null,
    node: null,
    kind: "campaign",
    via: "rest",
    bound: true,
    text,
    media,
    options: [],
    content: approved,
    at: now,
    campaign: { id: pinned.campaignId, segments, costMicros },
  };
  const { permission, begunElsewhere } = recipient;
  const flow = content.kind === "flow" ? content.flow : null;
  const { hours, expiresAt, frequencyCap, consent, inConversation } = pinned;
  const rules = { hours, expiresAt, frequencyCap, consent, inConversation };
  const offered = { message, address, line, profile, permission, begunElsewhere, flow, rules };
  return { kind: "ready", recipient, offered, load: { id, segments, costMicros } };
}

/** A flow's own words are written by the person's object; here they are only measured. */
function say(content: PinnedContent, { id, address, profile }: Recipient, pinned: Pinned, line: Line) {
  if (content.kind === "template")
    return renderMessage(content.template, valuesOf(profile.fields), line.channel, profile.language);
  const reach = {
    id,
    address,
    standing: "unknown",
    lastHeardAt: null,
    recentCount: 0,
    isBusy: false,
  } as const;
  const person = { ...profile, contactId: id, mergedInto: null, isErased: false, reaches: [] };
  const drafted = draftContent(content, person, reach, { line, launchedAt: pinned.launchedAt });
  return drafted.kind === "ok" ? { ...drafted, text: "", media: [], content: null } : drafted;
}
