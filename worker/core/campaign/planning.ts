// A launched campaign, or a draft that is looked at as if it were, made ready for deciding about its audience.
import { draftContent } from "#core/campaign/draft-content";
import { openingOfAll } from "#core/campaign/open";
import type { Planning } from "#core/campaign/plan";
import type { Pinned } from "#core/campaign/sending";
import type { Weighted } from "#core/campaign/variant";

/** `weights` are the variants with their shares, in the order they were written down. */
export function preparePlanning(pinned: Pinned, weights: readonly Weighted[]): Planning {
  const { campaignId, launchedAt, line, consent, inConversation, verifiedNumbers, frequencyCap } = pinned;
  return {
    campaignId,
    launchedAt,
    line,
    consent,
    inConversation,
    organisation: { verifiedNumbers: verifiedNumbers === null ? null : [...verifiedNumbers], frequencyCap },
    variants: weights,
    draft: (name, person, reach) => {
      const content = pinned.variants[name];
      if (content === undefined) throw new Error(`there is no variant ${name}`);
      return draftContent(content, person, reach, pinned);
    },
    opensIn: onceEach((zones) => opens(pinned, zones)),
    fallback:
      pinned.fallback === null
        ? null
        : preparePlanning({ ...pinned, line: pinned.fallback, fallback: null }, weights),
  };
}

function opens({ line, hours, launchedAt, expiresAt }: Pinned, zones: readonly string[]): boolean {
  const all = hours === null ? [line.hours] : [line.hours, hours];
  return openingOfAll(all, zones, launchedAt, expiresAt ?? Infinity) !== null;
}

/** A hundred thousand people live in some hundred sets of zones: each is looked up once. */
function onceEach(ask: (zones: readonly string[]) => boolean): (zones: readonly string[]) => boolean {
  const known = new Map<string, boolean>();
  return (zones) => {
    const key = zones.join(" ");
    const answer = known.get(key) ?? ask(zones);
    known.set(key, answer);
    return answer;
  };
}
