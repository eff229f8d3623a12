// Days to tell of: one with everything in it, and one with nothing.
import type { Due } from "#core/digest/due";
import type { DigestFigures, Totals } from "#core/digest/figures";

const HOUR = 3_600_000;
export const TUESDAY: Due = {
  startsAt: Date.parse("2026-11-24T00:00Z"),
  endsAt: Date.parse("2026-11-25T00:00Z"),
  dueAt: Date.parse("2026-11-25T07:00Z"),
};

const NONE: Totals = {
  received: 0,
  sent: 0,
  delivered: 0,
  failed: 0,
  unknown: 0,
  answers: 0,
  optOuts: 0,
};

export const QUIET: DigestFigures = {
  totals: NONE,
  before: NONE,
  failures: [],
  hours: [],
  flows: [],
  categories: [],
  campaigns: [],
  helplines: [],
  attention: { alarms: [], notices: [], doubtful: [], deadLetters: 0, emails: 0 },
};

const hour = (at: number, count: number) => ({ at: TUESDAY.startsAt + at * HOUR, count });

export const BUSY: DigestFigures = {
  totals: { received: 214, sent: 1311, delivered: 1250, failed: 41, unknown: 2, answers: 87, optOuts: 3 },
  before: { received: 180, sent: 1311, answers: 91 },
  failures: [
    { words: "the number is not in use", count: 22 },
    { words: "the phone was switched off or out of reach", count: 14 },
    { words: "the carrier filtered it as unwanted", count: 5 },
  ],
  hours: [hour(9, 80), hour(10, 61), hour(13, 12), hour(18, 40), hour(20, 21)],
  flows: [
    {
      id: "review",
      name: "Product review",
      begun: 96,
      completed: 71,
      completedBefore: 60,
      notable: [
        {
          kind: "lowest",
          runId: "r1",
          addressId: "a1",
          name: "John Mbeki",
          rating: "1/5",
          words: "Second one that broke within a month, and nobody answers my e-mails.",
        },
        {
          kind: "highest",
          runId: "r2",
          addressId: "a2",
          name: null,
          rating: "5/5",
          words: "Lasts two days!",
        },
      ],
    },
    { id: "survey", name: "Centre survey", begun: 20, completed: 16, completedBefore: 31, notable: [] },
  ],
  categories: [
    { funnel: "lead", category: "hot", people: 12 },
    { funnel: "lead", category: "cold", people: 1 },
  ],
  campaigns: [
    {
      id: "c1",
      name: "Winter food parcels",
      state: "sending",
      planned: 1500,
      sent: 1180,
      delivered: 1121,
      failed: 38,
      waiting: 282,
      replied: 64,
    },
  ],
  helplines: [
    {
      id: "h1",
      name: "Night line",
      zone: "Europe/London",
      calls: 11,
      answered: 8,
      missed: 1,
      voicemails: 2,
      unheard: 1,
      gaps: [{ startsAt: Date.parse("2026-11-25T14:00Z"), endsAt: Date.parse("2026-11-25T16:00Z") }],
    },
    {
      id: "h2",
      name: "Auckland",
      zone: "Pacific/Auckland",
      calls: 0,
      answered: 0,
      missed: 0,
      voicemails: 0,
      unheard: 0,
      gaps: [],
    },
  ],
  attention: {
    alarms: [
      {
        kind: "campaign-paused",
        text: "Winter food parcels: every third message failed\nhttps://example.org",
      },
    ],
    notices: [
      { kind: "doubtful", count: 1 },
      { kind: "hand-off", count: 3 },
    ],
    doubtful: [{ name: "Ada", words: "please stop it with these, or call me on +447700900123" }],
    deadLetters: 0,
    emails: 1,
  },
};
