// The parts of a file that players ask for.
import { expect, test } from "vitest";
import { parseRange } from "../../worker/api/range.ts";

test.each<[header: string | undefined, part: ReturnType<typeof parseRange>]>([
  [undefined, null],
  ["bytes=0-9", { offset: 0, length: 10 }],
  ["bytes=90-", { offset: 90, length: 10 }],
  ["bytes=-5", { offset: 95, length: 5 }],
  ["bytes=-500", { offset: 0, length: 100 }],
  ["bytes=0-500", { offset: 0, length: 100 }],
  ["bytes=100-", "unsatisfiable"],
  ["bytes=-0", "unsatisfiable"],
  // Not understood: the whole of it, as if nothing had been asked.
  ["bytes=9-0", null],
  ["bytes=0-1,5-6", null],
  ["bytes=-", null],
  ["pages=1-2", null],
])("%s of 100 bytes", (header, part) => {
  expect(parseRange(header, 100)).toEqual(part);
});
