// What an organiser is told before a launch, in words.
import { describe, expect, test } from "vitest";
import { CampaignConfig } from "#core/campaign/campaign";
import { checkLaunch } from "#core/campaign/checklist";
import type { Finding } from "#core/campaign/checklist";
import { forecast } from "#core/campaign/forecast";
import { planOne } from "#core/campaign/plan";
import type { Candidate } from "#core/campaign/plan";
import { preparePlanning } from "#core/campaign/planning";
import type { Pinned } from "#core/campaign/sending";
import { count, emptyTally } from "#core/campaign/tally";
import { Hours } from "#core/hours";
import { HOUR, line, NOON, pinned, reach, somebody, template } from "./people.ts";

const PRICED = line({ prices: { currency: "USD", perSegment: { US: 0.01 } } });

function check(
  people: readonly Candidate[],
  campaign: Partial<Pinned> = {},
  config: Partial<CampaignConfig> = {},
): readonly Finding[] {
  const launch = pinned({ line: PRICED, ...campaign });
  const planning = preparePlanning(launch, [{ name: "a", weight: 1 }]);
  const tally = emptyTally();
  count(
    tally,
    people.map((person) => planOne(person, planning)),
  );
  return checkLaunch({
    config: CampaignConfig.parse({
      name: "Spring",
      lineId: "11111111-1111-4111-8111-111111111111",
      variants: [{ name: "a", content: { kind: "text", text: { en: "Hi" } } }],
      audience: { kind: "segment", segment: "everyone" },
      ...config,
    }),
    pinned: launch,
    ...forecast(tally, launch, NOON, []),
    now: NOON,
  });
}

const crowd = (size: number) =>
  Array.from({ length: size }, (_, place) =>
    somebody({ contactId: `contact-${place}`, reaches: [reach({ id: `address-${place}` })] }),
  );
const messages = (findings: readonly Finding[]) => findings.map(({ kind, message }) => `${kind}: ${message}`);

describe("before a launch", () => {
  test("there is nothing to say of a plain one", () => expect(check(crowd(3))).toEqual([]));

  test("an empty audience keeps it back", () =>
    expect(messages(check([]))).toEqual(["error: Nobody is in the audience."]));

  test("so does an audience that is left out whole, with the reasons", () => {
    const people = [
      ...crowd(2).map((person) => ({ ...person, reaches: [reach({ standing: "opted-out" })] })),
      somebody({ fields: {} }),
    ];
    expect(messages(check(people))).toEqual([
      "error: Nobody of the 3 in the audience can be sent anything: 2 asked to hear nothing from us and 1 lacked something that the text needs.",
      "warning: 1 contact is left out because they lack first_name (1). A default in the template would include them.",
    ]);
  });

  test.each<readonly [string, readonly Candidate[], Partial<Pinned>, Partial<CampaignConfig>, string]>([
    ["no prices", crowd(1), { line: line() }, {}, "no-prices"],
    [
      "a country without a price",
      [somebody({ reaches: [reach({ address: { kind: "phone", value: "+33612345678" } })] })],
      {},
      {},
      "unpriced-countries",
    ],
    [
      "more than a day may spend",
      crowd(30),
      { line: line({ prices: { currency: "USD", perSegment: { "*": 0.01 } }, spendCapPerDay: 0.1 }) },
      {},
      "spend-cap",
    ],
    ["some left out", [...crowd(1), somebody({ mergedInto: "x" })], {}, {}, "some-excluded"],
    ["a start that has passed", crowd(1), { startAt: NOON - HOUR }, {}, "starts-now"],
    ["too many before the end", crowd(100), { expiresAt: NOON + 10_000 }, {}, "unfinished"],
    [
      "a costly character",
      crowd(1),
      { variants: { a: template("Hi {{ first_name }} 🌞") } },
      {},
      "costly-character",
    ],
    [
      "a variant that nobody gets",
      crowd(5),
      {},
      {
        variants: [
          { name: "a", weight: 1, content: { kind: "text", text: { en: "Hi" } } },
          { name: "b", weight: 1, content: { kind: "text", text: { en: "Hello" } } },
        ],
      },
      "variant-for-nobody",
    ],
    ["a daily cap", crowd(10), { dailyCap: 4 }, { dailyCap: 4 }, "daily-cap"],
    [
      "people on the line to fall back on",
      [somebody({ reaches: [reach({ standingThere: "granted" })] })],
      { line: line({ channel: "whatsapp", sender: "whatsapp" }), fallback: { ...PRICED, id: "line-2" } },
      {},
      "by-fallback",
    ],
    [
      "WhatsApp's window",
      [
        ...crowd(1).map((person) => ({ ...person, reaches: [reach({ lastHeardAt: NOON - HOUR })] })),
        ...crowd(1),
      ],
      { line: line({ channel: "whatsapp", sender: "whatsapp" }) },
      {},
      "whatsapp-window",
    ],
  ])("it warns of %s", (_what, people, campaign, config, code) => {
    expect(check(people, campaign, config)).toContainEqual({
      kind: "warning",
      code,
      message: expect.any(String),
    });
  });

  test("a start that has passed is made up for at once, or when hours open", () => {
    const past = { startAt: NOON - HOUR };
    expect(messages(check(crowd(1), past))).toEqual(["warning: Its start has passed: it begins at once."]);
    expect(messages(check(crowd(1), { ...past, hours: Hours.parse("Mo-Su 13:00-17:00") }))).toEqual([
      "warning: Its start has passed: it begins when its hours open.",
    ]);
  });

  test.each<readonly [string, readonly Candidate[], Partial<Pinned>, Partial<CampaignConfig>, string]>([
    ["ends before it begins", crowd(1), { startAt: NOON + 2 * HOUR, expiresAt: NOON + HOUR }, {}, "expired"],
    [
      "never opens",
      crowd(1),
      { hours: Hours.parse("Mo-Su 01:00-02:00"), expiresAt: NOON + HOUR },
      {},
      "never-open",
    ],
    [
      "ends before it begins, which is why nobody has hours left",
      crowd(3),
      { expiresAt: NOON - HOUR },
      {},
      "expired",
    ],
    ["stops after answers nobody is asked for", crowd(1), {}, { quota: 5 }, "quota-without-questions"],
  ])("it is kept back when it %s", (_what, people, campaign, config, code) => {
    expect(check(people, campaign, config)[0]).toEqual({ kind: "error", code, message: expect.any(String) });
  });
});
