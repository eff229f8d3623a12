// A word that starts a flow on a line, or the flow for everything else.
import { classify } from "#core/consent";
import { bare } from "#core/text";
import type { Actor } from "../actor.ts";
import { findFlow } from "../db/flows.ts";
import { findLine } from "../db/lines.ts";
import { triggers } from "../db/schema/index.ts";
import type { TriggerRow } from "../db/triggers.ts";
import { invalidAt } from "../explain.ts";
import type { Services } from "../services.ts";
import { writeAs } from "./write-as.ts";

export interface NewTrigger {
  readonly lineId: string;
  /** Id or slug. */
  readonly flow: string;
  /** As a person would write it; empty for the catch-all. */
  readonly keyword: string;
}

/** Throws `invalid`, or `conflict` where the line has the keyword already. */
export async function createTrigger(
  services: Services,
  actor: Actor,
  wanted: NewTrigger,
): Promise<TriggerRow> {
  const { db, clock, mint } = services;
  const [line, flow] = await Promise.all([findLine(db, wanted.lineId), findFlow(db, wanted.flow)]);
  if (line === null || line.archivedAt !== null)
    throw invalidAt({ path: "lineId", message: "is no line in use" });
  if (flow === null || flow.archivedAt !== null)
    throw invalidAt({ path: "flow", message: "is no flow in use" });
  const keyword = bare(wanted.keyword);
  if (keyword === "" && wanted.keyword.trim() !== "") {
    throw invalidAt({ path: "keyword", message: "has no letter or digit that anybody could text" });
  }
  const { kind } = classify(wanted.keyword, line.config.words);
  if (kind !== "none" && kind !== "yes") {
    throw invalidAt({ path: "keyword", message: "is a word about consent, which no flow ever gets to see" });
  }
  const { slug: flowSlug } = flow;
  const row = { id: mint(), lineId: line.id, keyword, flowId: flow.id, createdAt: clock.now() };
  const deed = {
    action: "trigger.create",
    subject: { kind: "trigger", id: row.id },
    detail: { lineId: line.id, flowId: flow.id },
  };
  const taken = keyword === "" ? "This line has a catch-all already." : "This line has this keyword already.";
  await writeAs(services, actor, deed, db.insert(triggers).values(row), { taken });
  return { ...row, flowSlug };
}
