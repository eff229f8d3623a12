// Flows and their versions as the API shows them.
import * as z from "zod";
import { Condition } from "#core/condition";
import { PROBLEM_CODES } from "#core/conversation/check/problem";
import { AnswerRule, Flow, Node, Slug, Text, Words } from "#core/conversation/flow";
import type { FlowRow, FlowSummary } from "../../db/flows.ts";
import type { VersionRow, VersionSummary } from "../../db/versions.ts";
import { Time, toTime, toTimeOrNull } from "./time.ts";

// Named, so that the description says each of them once.
Condition.register(z.globalRegistry, { id: "Condition" });
Text.register(z.globalRegistry, { id: "Text", description: "What is said, per language; Liquid inside." });
Words.register(z.globalRegistry, { id: "Words", description: "Words a person may use, per language." });
AnswerRule.register(z.globalRegistry, { id: "AnswerRule", description: "What a question accepts." });
Node.register(z.globalRegistry, { id: "Node" });
Flow.register(z.globalRegistry, {
  id: "FlowDocument",
  description: "An ordered list of nodes; one without `next` goes on to the one below it.",
});

const Published = z.object({
  versionId: z.string(),
  number: z.int(),
  publishedAt: Time,
  publishedBy: z.string(),
});

export const FlowView = z
  .object({
    id: z.string(),
    slug: Slug,
    name: z.string(),
    revision: z.int().meta({ description: "Counts the saves of the draft." }),
    published: Published.nullable(),
    responses: z.object({ started: z.int(), completed: z.int() }),
    createdAt: Time,
    changedAt: Time,
    archivedAt: Time.nullable(),
  })
  .meta({ id: "Flow" });

export const FlowWithDraft = z
  .object({ ...FlowView.shape, draft: z.unknown() })
  .meta({ id: "FlowWithDraft" });

export function toFlowView(row: FlowSummary) {
  const { id, slug, name, revision, publishedVersionId, number, publishedAt, publishedBy } = row;
  const isPublished =
    publishedVersionId !== null && number !== null && publishedAt !== null && publishedBy !== null;
  return {
    id,
    slug,
    name,
    revision,
    published: isPublished
      ? { versionId: publishedVersionId, number, publishedAt: toTime(publishedAt), publishedBy }
      : null,
    responses: { started: row.started, completed: row.completed },
    createdAt: toTime(row.createdAt),
    changedAt: toTime(row.changedAt),
    archivedAt: toTimeOrNull(row.archivedAt),
  };
}

export const SavedDraft = z
  .object({ id: z.string(), revision: z.int(), changedAt: Time })
  .meta({ id: "SavedDraft" });

export function toSavedDraft({ id, revision, changedAt }: FlowRow) {
  return { id, revision, changedAt: toTime(changedAt) };
}

export const FlowProblemView = z
  .object({
    kind: z.enum(["error", "warning"]).meta({ description: "An error keeps a flow from being published." }),
    code: z.enum(PROBLEM_CODES),
    node: z.string().nullable(),
    message: z.string(),
  })
  .meta({ id: "FlowProblem" });

export const VersionView = z
  .object({ id: z.string(), number: z.int(), publishedAt: Time, publishedBy: z.string() })
  .meta({ id: "FlowVersion" });

export const VersionWithDocument = z
  .object({
    ...VersionView.shape,
    document: Flow,
    quickReplies: z
      .record(z.string(), z.string())
      .meta({ description: "WhatsApp content by `node:language`." }),
  })
  .meta({ id: "FlowVersionWithDocument" });

export function toVersionView({ id, number, publishedAt, publishedBy }: VersionSummary) {
  return { id, number, publishedAt: toTime(publishedAt), publishedBy };
}

export function toVersionWithDocument(row: VersionRow) {
  const { document, quickReplies } = row;
  return { ...toVersionView(row), document, quickReplies };
}
