// What an organiser sets in a campaign, field by field, for the API's description.
import { CampaignConfig, Variant } from "#core/campaign/campaign";
import { describe } from "./describe.ts";

describe(CampaignConfig.shape, {
  name: "For the staff; recipients never see it.",
  lineId: "The line it goes out by: its pace, hours, prices, spend cap and countries bind it.",
  variants: "What recipients get. More than one is an A/B test: who gets which is drawn once and kept.",
  startAt: "Not before; at once where absent.",
  expiresAt: "Who was not reached by then is not sent anything.",
  dailyCap: "People a day, on the line's calendar.",
  inConversation:
    "Somebody who is in a conversation on this line is left out (skip), waited for (wait), or interrupted (interrupt).",
  consent: "`granted`: only who opted in or gave a grant. `not-refused`: everyone who did not opt out.",
  fallbackLineId:
    "Where the line cannot reach somebody, or fails for good, the same words go by this one, if they may be written to there.",
  quota: "So many conversations answered to the end stop it; only for flows.",
});
describe(Variant.shape, { weight: "Its share of the recipients, against the other variants' weights." });
