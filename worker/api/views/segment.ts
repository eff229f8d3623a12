// Segments as the API takes and shows them.
import * as z from "zod";
import type { Condition } from "#core/condition";
import { describeSegment } from "#core/segment/sentence";
import type { NameOf } from "#core/segment/sentence";
import { FlatFilters, SegmentFilter } from "#core/segment/filter";
import { conditionOf } from "../../actions/find-segment.ts";
import type { SegmentRow } from "../../db/segments.ts";
import { ContactView } from "./contact.ts";
import { Time, toTime, toTimeOrNull } from "./time.ts";

/** What one request may carry by id. */
const CONTACTS_MAX = 1_000;

const SegmentName = z.string().trim().min(1).max(120);
const FilterInput = SegmentFilter.meta({
  description:
    "A tree of `all`, `any` and `not` over comparisons, or `{ filters: [...] }`, which means all of them. Paths: attributes.<name>, tags, category.<funnel>, consent.<channel>, channel, language, zone (as it was given, never a guess), created, last_inbound, campaigns.received, campaigns.replied, answers.<flow>.<question>, lists.",
});

/** Either spelling of the filter; neither makes a list. */
const given = { filter: FilterInput.optional(), filters: FlatFilters.optional() };

export const NewSegment = z
  .strictObject({
    name: SegmentName,
    kind: z
      .enum(["filter", "list"])
      .optional()
      .meta({ description: "By whether there is a filter where absent." }),
    ...given,
  })
  .refine(({ filter, filters }) => filter === undefined || filters === undefined, {
    path: ["filters"],
    message: "is the same as filter: give one of them",
  })
  .refine(({ kind, filter, filters }) => kind !== "list" || (filter ?? filters) === undefined, {
    path: ["kind"],
    message: "is list, which takes no filter",
  })
  .refine(({ kind, filter, filters }) => kind === "list" || (filter ?? filters) !== undefined, {
    path: ["filter"],
    message: "is missing; a segment that is a list says kind: list",
  });

export const ChangedSegment = z.strictObject({
  revision: z.int().min(1).meta({ description: "The one it was made from." }),
  name: SegmentName.optional(),
  ...given,
});

export const FilterToPreview = z
  .strictObject(given)
  .refine(({ filter, filters }) => (filter ?? filters) !== undefined, {
    path: ["filter"],
    message: "is missing",
  });

/** The filter in whichever spelling it came. */
export function filterOf({
  filter,
  filters,
}: {
  readonly filter?: Condition | undefined;
  readonly filters?: z.infer<typeof FlatFilters> | undefined;
}): Condition | undefined {
  return filter ?? (filters === undefined ? undefined : { all: filters });
}

export const Group = z
  .union([
    z.strictObject({ contacts: z.array(z.uuid()).min(1).max(CONTACTS_MAX) }),
    z.strictObject({ filter: FilterInput }),
    z.strictObject({ segment: z.string().min(1).max(120).meta({ description: "By id or name." }) }),
    z.strictObject({
      import: z.uuid().meta({ description: "Everyone the file named and who was not rejected." }),
    }),
  ])
  .meta({ description: "By id, by a filter or a segment as it holds now, or by an import." });

export const SegmentView = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(["filter", "list"]),
    filter: z.unknown().meta({ description: "null for a list." }),
    sentence: z.string().meta({ description: "Who is meant, in words." }),
    revision: z.int(),
    createdAt: Time,
    createdBy: z.string(),
    changedAt: Time,
    archivedAt: Time.nullable(),
  })
  .meta({ id: "Segment" });

export const SegmentWithCount = z
  .object({ ...SegmentView.shape, count: z.int().meta({ description: "Contacts in it at this moment." }) })
  .meta({ id: "SegmentWithCount" });

export const SegmentPreviewView = z
  .object({
    sentence: z.string(),
    warnings: z
      .array(z.string())
      .meta({ description: "Lists, campaigns and flows it asks about that are not there." }),
    count: z.int(),
    samples: z.array(ContactView),
  })
  .meta({ id: "SegmentPreview" });

export const MembershipView = z
  .object({
    isIn: z.boolean(),
    filters: z.array(
      z.object({
        path: z.string(),
        op: z.string(),
        value: z.unknown(),
        sentence: z.string(),
        holds: z.boolean(),
      }),
    ),
  })
  .meta({ id: "SegmentMembership" });

export function toSegmentView(row: SegmentRow, nameOf: NameOf) {
  const { id, name, kind, filter, revision, createdBy } = row;
  return {
    id,
    name,
    kind,
    filter,
    sentence: kind === "list" ? "Whoever was put on this list." : describeSegment(conditionOf(row), nameOf),
    revision,
    createdAt: toTime(row.createdAt),
    createdBy,
    changedAt: toTime(row.changedAt),
    archivedAt: toTimeOrNull(row.archivedAt),
  };
}
