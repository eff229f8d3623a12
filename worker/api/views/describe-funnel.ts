// What an organiser sets in a funnel, field by field, for the API's description.
import { FunnelConfig, Slots, Stage } from "#core/funnel/funnel";
import { describe } from "./describe.ts";

describe(FunnelConfig.shape, {
  name: "For the staff.",
  lineId: "The line its stages are asked on.",
  zone: "Whose clock slots, days and dates are on; the line's where absent.",
  slots: "When people are begun with: each of these hours on each of these days.",
  dailyCap:
    "People begun with in a day, those whose date has come among them; spread evenly over the day's slots.",
  consent: "`granted`: only who opted in or gave a grant. `not-refused`: everyone who did not opt out.",
  stages: "The first is where people come in.",
  categories: "What flows call people, and where each leads.",
  words: "The categories that the funnel gives by itself.",
});
describe(Stage.shape, {
  name: "For the staff.",
  silence: "So many days without a word since we last wrote, or they did; and where that leads.",
});
describe(Slots.shape, {
  weekdays: "1 is Monday, 7 is Sunday.",
  hours: "Of the day, on the funnel's clock.",
  holidays: "Dates without slots.",
});
