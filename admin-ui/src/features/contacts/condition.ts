// What the filter bar says as a condition: the export asks by it.
import type { Condition, Filter } from "#core/condition";
import { toQuery } from "./sought.ts";
import type { Sought } from "./sought.ts";

/** Everyone, where nothing is asked. */
export function toCondition(sought: Sought): Condition {
  const { q, tag, funnel, category, consent, channel, language } = sought;
  const { createdFrom, createdBefore } = toQuery(sought);
  const filters: (Filter | false)[] = [
    q !== undefined && { path: "attributes.name", op: "contains", value: q },
    tag !== undefined && { path: "tags", op: "eq", value: tag },
    funnel !== undefined &&
      (category === undefined
        ? { path: `category.${funnel}`, op: "exists", value: true }
        : { path: `category.${funnel}`, op: "eq", value: category }),
    consent !== undefined && { path: `consent.${channel ?? "sms"}`, op: "eq", value: consent },
    channel !== undefined && { path: "channel", op: "eq", value: channel },
    language !== undefined && { path: "language", op: "eq", value: language },
  ];
  return {
    all: [
      ...filters.filter((filter) => filter !== false),
      ...(createdFrom === undefined
        ? []
        : [{ not: { path: "created", op: "before", value: createdFrom } } as const]),
      ...(createdBefore === undefined
        ? []
        : [{ path: "created", op: "before", value: createdBefore } as const]),
    ],
  };
}
