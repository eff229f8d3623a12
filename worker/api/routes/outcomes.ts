// What became of a flow's runs: rates with their formulas, and where people left.
import { Hono } from "hono";
import type { Flow } from "#core/conversation/flow";
import { rates } from "#core/conversation/rates";
import { inLanguage } from "#core/language";
import { mustFindFlow } from "../../actions/find-flow.ts";
import { recordDeed } from "../../actions/write-as.ts";
import { writeResponses } from "../../actions/write-responses.ts";
import { countAnswers, VALUES_MAX } from "../../db/answer-counts.ts";
import { countExits, countOutcomes } from "../../db/outcomes.ts";
import type { NodeCount } from "../../db/outcomes.ts";
import { findLatestVersion } from "../../db/versions.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { Period } from "../period.ts";
import { ResponseFilters, toFilter } from "../response-filters.ts";
import { says } from "../says.ts";
import { takes } from "../takes.ts";
import { AnswerCountsView, DropOffView, RatesView } from "../views/response.ts";

export const outcomes = new Hono<ApiEnv>()
  .get(
    "/:id/rates",
    needs("viewer"),
    says("flows", "Response, contact, cooperation and refusal rates", RatesView),
    takes("query", Period),
    async (context) => {
      const services = context.get("services");
      const { id } = await mustFindFlow(services, context.req.param("id"));
      const rows = await countOutcomes(services.d1, id, context.req.valid("query"));
      const ended = rows.flatMap(({ disposition, count }) =>
        disposition === null ? [] : [[disposition, count] as const],
      );
      const counts = Object.fromEntries(ended);
      const running = rows.find(({ disposition }) => disposition === null)?.count ?? 0;
      return context.json({ counts, running, rates: rates(counts) });
    },
  )
  .get(
    "/:id/drop-off",
    needs("viewer"),
    says("flows", "Where people left", DropOffView),
    takes("query", Period),
    async (context) => {
      const services = context.get("services");
      const { id } = await mustFindFlow(services, context.req.param("id"));
      const counts = await countExits(services.d1, id, context.req.valid("query"));
      const version = await findLatestVersion(services.db, id);
      const data = inOrder(counts, version?.document ?? null).map((count) => ({
        ...count,
        text: textOf(version?.document ?? null, count.node),
        dropOff: count.views === 0 ? null : count.exits / count.views,
      }));
      return context.json({ data, formula: "exits at a question / views of that question" });
    },
  )
  .get(
    "/:id/answers",
    needs("viewer"),
    says("flows", "What was answered how often", AnswerCountsView),
    takes("query", Period),
    async (context) => {
      const services = context.get("services");
      const { id } = await mustFindFlow(services, context.req.param("id"));
      const { questions, values } = await countAnswers(services.d1, id, context.req.valid("query"));
      return context.json({ questions, values, isComplete: values.length < VALUES_MAX });
    },
  )
  .get(
    "/:id/responses.csv",
    needs("editor"),
    says("flows", "Download the responses", null, {
      description: "CSV in UTF-8, the newest first. What a spreadsheet would run is marked by an apostrophe.",
    }),
    takes("query", ResponseFilters),
    async (context) => {
      const services = context.get("services");
      const flow = await mustFindFlow(services, context.req.param("id"));
      const file = await writeResponses(services, flow, toFilter(context.req.valid("query")));
      const subject = { kind: "flow", id: flow.id };
      await recordDeed(services, context.get("actor"), { action: "flow.download", subject });
      return context.body(file, 200, {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${flow.slug}.csv"`,
      });
    },
  );

/** As the newest version has them; nodes it no longer has come last. */
function inOrder(counts: readonly NodeCount[], flow: Flow | null): readonly NodeCount[] {
  const places = new Map(flow?.nodes.map(({ id }, place) => [id, place]));
  const placeOf = ({ node }: NodeCount) => places.get(node) ?? places.size;
  return counts.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function textOf(flow: Flow | null, id: string): string | null {
  const node = flow?.nodes.find((one) => one.id === id);
  return node !== undefined && "text" in node ? inLanguage(node.text, flow?.languages[0] ?? "en") : null;
}
