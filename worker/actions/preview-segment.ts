// What a filter comes to at this moment: the sentence, how many people, a few of them.
import type { Condition } from "#core/condition";
import { findUnknown } from "#core/segment/named";
import { describeSegment } from "#core/segment/sentence";
import type { ContactRow } from "../db/contacts.ts";
import { readNames } from "../db/segment/names.ts";
import { countPeople, findContacts, samplePeople } from "../db/segment/people.ts";
import type { Services } from "../services.ts";

/** Enough to see whether these are the people one had in mind. */
export const SAMPLES = 3;

export interface SegmentPreview {
  readonly sentence: string;
  /** What it asks about that is not there. */
  readonly warnings: readonly string[];
  readonly count: number;
  readonly samples: readonly ContactRow[];
}

export async function previewSegment(
  { d1, db, clock }: Services,
  condition: Condition,
): Promise<SegmentPreview> {
  const asked = { condition, now: clock.now() };
  const [nameOf, count, ids] = await Promise.all([
    readNames(d1, [condition]),
    countPeople(d1, asked),
    samplePeople(d1, asked, SAMPLES),
  ]);
  return {
    sentence: describeSegment(condition, nameOf),
    warnings: findUnknown(condition, nameOf),
    count,
    samples: await findContacts(db, ids),
  };
}
