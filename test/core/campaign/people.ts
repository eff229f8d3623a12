// What the tests of campaigns share: a line, somebody on it, and a campaign for them.
import type { Candidate, Decision, Reach } from "#core/campaign/plan";
import { planOne } from "#core/campaign/plan";
import { preparePlanning } from "#core/campaign/planning";
import type { Pinned } from "#core/campaign/sending";
import { Hours } from "#core/hours";
import { LineConfig, toLine } from "#core/line";
import type { Line } from "#core/line";
import { MessageTemplate } from "#core/message-template/template";
import { pinnedCampaign } from "../../fixtures/pinned-campaign.ts";

/** A Monday, noon in New York. */
export const NOON = Date.parse("2031-01-06T12:00:00-05:00");
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export function line(config: Partial<LineConfig> = {}): Line {
  return toLine(
    "line-1",
    LineConfig.parse({
      name: "Test",
      channel: "sms",
      sender: "long-code",
      address: "+15550001000",
      organisation: "Partyline",
      zone: "America/New_York",
      hours: Hours.parse("Mo-Su 00:00-24:00"),
      ...config,
    }),
  );
}

export function template(text: string): Pinned["variants"][string] {
  return { kind: "template", template: MessageTemplate.parse({ text: { en: text } }) };
}

export function pinned(more: Partial<Pinned> = {}): Pinned {
  return pinnedCampaign({
    campaignId: "campaign-1",
    name: "Spring",
    launchedAt: NOON,
    line: line(),
    variants: { a: template("Hi {{ first_name }}!") },
    ...more,
  });
}

export function reach(more: Partial<Reach> = {}): Reach {
  return {
    id: "00000000-0000-8000-8000-000000000001",
    address: { kind: "phone", value: "+12125550101" },
    standing: "granted",
    standingThere: null,
    lastHeardAt: null,
    recentCount: 0,
    isBusy: false,
    ...more,
  };
}

export function somebody(more: Partial<Candidate> = {}): Candidate {
  return {
    contactId: "contact-1",
    mergedInto: null,
    isErased: false,
    language: null,
    zone: null,
    fields: { first_name: "Ana" },
    tags: [],
    categories: {},
    reaches: [reach()],
    ...more,
  };
}

export function plan(who: Candidate, campaign: Pinned = pinned()): Decision {
  const weights = Object.keys(campaign.variants).map((name) => ({ name, weight: 1 }));
  return planOne(who, preparePlanning(campaign, weights));
}
