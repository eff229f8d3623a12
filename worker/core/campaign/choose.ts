// At which of their addresses a person is reached: the first that nothing speaks against, best standing first.
import type { Exclusion } from "#core/campaign/exclusion";
import type { Candidate, Planning, Reach } from "#core/campaign/plan";
import type { Standing } from "#core/consent/standing";
import type { Channel } from "#core/conversation/run";
import { unreachable } from "#core/organisation";
import type { Address } from "#core/phone";

export type Choice =
  | { readonly kind: "chosen"; readonly reach: Reach; readonly to: string }
  | { readonly kind: "none"; readonly reason: Exclusion };

export function choose(candidate: Candidate, planning: Planning): Choice {
  const { channel } = planning.line;
  const reachable = candidate.reaches
    .flatMap((reach) => {
      const to = numberOn(reach.address, channel);
      return to === null ? [] : [{ reach, to }];
    })
    .toSorted((a, b) => compare(a.reach, b.reach));
  const begun = candidate.reaches.reduce((sum, { recentCount }) => sum + recentCount, 0);
  let reason: Exclusion = candidate.isErased ? "erased" : "no-address-for-channel";
  for (const [place, { reach, to }] of reachable.entries()) {
    const against = objection(reach, to, planning, begun);
    if (against === null) return { kind: "chosen", reach, to };
    // What speaks against their best address is what there is to say.
    if (place === 0) reason = against;
  }
  return { kind: "none", reason };
}

/** `begun` is what we began with the person lately, at whichever address. */
function objection(reach: Reach, to: string, planning: Planning, begun: number): Exclusion | null {
  const { line, organisation, consent, inConversation } = planning;
  const unwelcome = refusal(reach.standing, consent);
  if (unwelcome !== null) return unwelcome;
  const far = unreachable(to, line, organisation);
  if (far !== null) return far === "country" ? "country-not-allowed" : "not-verified";
  const cap = organisation.frequencyCap;
  if (cap !== null && begun >= cap.messages) return "frequency-cap";
  return reach.isBusy && inConversation === "skip" ? "in-conversation" : null;
}

function refusal(standing: Standing, consent: Planning["consent"]): Exclusion | null {
  switch (standing) {
    case "opted-out":
    case "suppressed":
      return standing;
    case "unknown":
      return consent === "granted" ? "no-consent" : null;
    case "opted-in":
    case "granted":
      return null;
    default:
      return standing satisfies never;
  }
}

/** What the carrier is told to reach this address on a channel; null where it cannot be. Chats are begun by visitors. */
function numberOn(address: Address, channel: Channel): string | null {
  switch (channel) {
    case "sms":
      return address.kind === "phone" ? address.value : null;
    case "whatsapp":
      return address.kind === "phone" || address.kind === "whatsapp-user" ? address.value : null;
    case "chat":
      return null;
    default:
      return channel satisfies never;
  }
}

const BEST_FIRST: Readonly<Record<Standing, number>> = {
  "opted-in": 0,
  granted: 1,
  unknown: 2,
  suppressed: 3,
  "opted-out": 4,
};

/** Where they last wrote from comes before where they never did; ids settle the rest, so that every pass chooses alike. */
function compare(a: Reach, b: Reach): number {
  const byStanding = BEST_FIRST[a.standing] - BEST_FIRST[b.standing];
  if (byStanding !== 0) return byStanding;
  const byHeard = (b.lastHeardAt ?? 0) - (a.lastHeardAt ?? 0);
  return byHeard === 0 ? (a.id < b.id ? -1 : 1) : byHeard;
}
