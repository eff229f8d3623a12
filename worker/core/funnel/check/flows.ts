// Whether the stages' conversations and the funnel's rules speak of the same things.
import type { Change, Flow } from "#core/conversation/flow";
import type { FunnelConfig, Stage } from "#core/funnel/funnel";
import { error, warning } from "#core/funnel/problem";
import type { FunnelProblem } from "#core/funnel/problem";

const MINUTES_A_DAY = 1_440;

/** Published flows by slug or id; null for one that is not published, nothing for one that does not exist. */
export type FlowsByName = ReadonlyMap<string, Flow | null>;

export function checkFlows(key: string, config: FunnelConfig, flows: FlowsByName): FunnelProblem[] {
  const published = config.stages.flatMap((stage) => {
    const flow = flows.get(stage.flow);
    return flow === undefined || flow === null ? [] : [{ stage, flow }];
  });
  const given = new Set(published.flatMap(({ flow }) => categoriesOf(key, flow)));
  const asked = new Set(published.flatMap(({ flow }) => attributesOf(flow)));
  const isWhole = published.length === config.stages.length;
  return [
    ...config.stages.flatMap((stage) => checkFlow(stage, flows)),
    ...published.flatMap(({ stage, flow }) => checkPatience(stage, flow)),
    ...published.flatMap(({ stage, flow }) => checkCategories(key, config, stage, flow)),
    ...config.categories
      .filter(({ name }) => isWhole && !given.has(name))
      .map(({ name }) => warning("category-never-given", name, `No stage's flow calls anybody "${name}".`)),
    ...config.categories.flatMap(({ name, leads }) =>
      isWhole && leads.kind === "wait" && !asked.has(leads.attribute)
        ? [
            warning(
              "date-never-asked",
              name,
              `No stage's flow asks for the date "${leads.attribute}" that "${name}" waits for.`,
            ),
          ]
        : [],
    ),
  ];
}

function checkFlow({ id, name, flow }: Stage, flows: FlowsByName): FunnelProblem[] {
  if (!flows.has(flow))
    return [error("flow", id, `"${name}" begins the flow "${flow}", which does not exist.`)];
  if (flows.get(flow) !== null) return [];
  return [error("flow", id, `"${name}" begins the flow "${flow}", which is not published yet.`)];
}

/** While the conversation goes on nobody is silent; once silence has counted it must not be answered any more. */
function checkPatience({ id, name, silence }: Stage, { expiresAfterMinutes }: Flow): FunnelProblem[] {
  if (expiresAfterMinutes <= silence.days * MINUTES_A_DAY) return [];
  const days = Math.ceil(expiresAfterMinutes / MINUTES_A_DAY);
  return [
    error(
      "flow-outlives-silence",
      id,
      `"${name}" counts as silence after ${silence.days} days, but its conversation waits for ${days}: make it expire by then.`,
    ),
  ];
}

function checkCategories(
  key: string,
  { categories }: FunnelConfig,
  stage: Stage,
  flow: Flow,
): FunnelProblem[] {
  const given = categoriesOf(key, flow);
  if (given.length === 0)
    return [
      warning(
        "flow-gives-nothing",
        stage.id,
        `The flow of "${stage.name}" never sets a category of "${key}": nobody gets out by an answer.`,
      ),
    ];
  return given
    .filter((category) => !categories.some(({ name }) => name === category))
    .map((category) =>
      error(
        "category-without-rule",
        stage.id,
        `The flow of "${stage.name}" calls people "${category}", for which there is no rule.`,
      ),
    );
}

function changesOf({ nodes }: Flow): readonly Change[] {
  return nodes.flatMap((node) => (node.kind === "set" ? node.changes : []));
}

function categoriesOf(key: string, flow: Flow): readonly string[] {
  const given = changesOf(flow).flatMap((change) =>
    change.kind === "category" && change.funnel === key ? [change.category] : [],
  );
  return [...new Set(given)];
}

function attributesOf(flow: Flow): readonly string[] {
  const set = changesOf(flow).flatMap((change) => (change.kind === "field" ? [change.name] : []));
  const asked = flow.nodes.flatMap((node) =>
    node.kind === "ask" && node.attribute !== undefined ? [node.attribute] : [],
  );
  return [...set, ...asked];
}
