// Whom we may begin something with at all: by the line's countries, and by a trial account's verified numbers.
import { describe, expect, test } from "vitest";
import { Organisation, unreachable } from "#core/organisation";

const LONDON = "+442079460018";
const NEW_YORK = "+12125550123";

describe("a number", () => {
  test.each([
    [LONDON, undefined, null, null],
    [LONDON, ["GB"], null, null],
    [LONDON, ["US", "CA"], null, "country"],
    // Canada shares +1 with the United States: the area code tells.
    ["+14165550123", ["US"], null, "country"],
    [NEW_YORK, ["US"], null, null],
    // A satellite phone is of no country, so of none that is allowed.
    ["+881612345678", ["US"], null, "country"],
    [LONDON, undefined, [LONDON], null],
    [LONDON, undefined, [NEW_YORK], "not-verified"],
    [LONDON, undefined, [], "not-verified"],
    [LONDON, ["US"], [NEW_YORK], "country"],
  ] as const)("%s on a line for %j, with %j verified: %j", (number, countries, verifiedNumbers, why) => {
    const line = countries === undefined ? {} : { countries: [...countries] };
    const verified = verifiedNumbers === null ? null : [...verifiedNumbers];
    expect(unreachable(number, line, { verifiedNumbers: verified })).toBe(why);
  });
});

test("an organisation that set nothing is bound by nothing", () => {
  expect(Organisation.parse({})).toEqual({
    verifiedNumbers: null,
    frequencyCap: null,
    defaultCountry: null,
    zone: null,
    optOutScope: "everywhere",
    operatorEmails: [],
  });
});
