// Branches and waits that ask for something the flow never learns.
import { filtersOf } from "#core/condition";
import type { Filter } from "#core/condition";
import type { FlowMap } from "#core/conversation/check/map";
import { error, quoted, warning } from "#core/conversation/check/problem";
import type { Problem } from "#core/conversation/check/problem";
import { FACT_ROOTS } from "#core/conversation/facts";
import { answerName } from "#core/conversation/flow";
import type { Ask, Flow, Node } from "#core/conversation/flow";

/** These stand alone; every other root takes a name. */
const ALONE: ReadonlySet<string> = new Set(["tags", "language", "channel"]);

export function checkKnowledge({ flow, nodes }: FlowMap): readonly Problem[] {
  return nodes.flatMap((node) => {
    if (node.kind === "branch") {
      const filters = node.cases.flatMap(({ when }) => filtersOf(when));
      return filters.flatMap((filter) => checkFilter(filter, node, flow));
    }
    return node.kind === "wait" ? checkWait(node, flow) : [];
  });
}

function checkFilter(filter: Filter, node: Node, flow: Flow): readonly Problem[] {
  const [root = "", ...rest] = filter.path.split(".");
  const name = rest.join(".");
  if (!FACT_ROOTS.some((known) => known === root)) {
    return [
      error(
        "path-unknown",
        node,
        `"${filter.path}" is nothing a branch can ask about: begin with ${quoted(FACT_ROOTS)}.`,
      ),
    ];
  }
  if (ALONE.has(root) !== (name === "")) {
    const wanted = ALONE.has(root) ? `"${root}" alone` : `"${root}." and a name`;
    return [error("path-unknown", node, `"${filter.path}" should be ${wanted}.`)];
  }
  if (root === "answers") return checkAnswer(filter, name, node, flow);
  const isKnown = root !== "variant" || flow.nodes.some(({ kind, id }) => kind === "split" && id === name);
  return isKnown ? [] : [error("path-unknown", node, `"${filter.path}": no split is called "${name}".`)];
}

function checkAnswer({ op, value }: Filter, name: string, node: Node, flow: Flow): readonly Problem[] {
  const asks = asksFor(name, flow);
  if (asks.length === 0) return [error("answer-unknown", node, `No question saves an answer as "${name}".`)];
  const ids = asks.flatMap(({ answer }) =>
    answer.kind === "choice" || answer.kind === "multi-choice" ? [answer.options.map(({ id }) => id)] : [],
  );
  const isChoice = ids.length === asks.length && ["eq", "ne", "in", "nin"].includes(op);
  const unknown = isChoice
    ? [value].flat().filter((id) => !ids.flat().some((known) => known === String(id).toLowerCase()))
    : [];
  return unknown.length === 0
    ? []
    : [
        warning(
          "answer-unknown",
          node,
          `"${name}" is never ${quoted(unknown.map(String))}: its choices are ${quoted(ids.flat())}.`,
        ),
      ];
}

function checkWait({ until, ...rest }: Extract<Node, { kind: "wait" }>, flow: Flow): readonly Problem[] {
  if (until.kind !== "answer-date") return [];
  const node = { until, ...rest };
  const asks = asksFor(until.answer, flow);
  if (asks.length > 0 && asks.every(({ answer }) => answer.kind === "date")) return [];
  return [
    error(
      "date-unknown",
      node,
      `It waits for the date "${until.answer}", but no date question saves its answer under that name.`,
    ),
  ];
}

function asksFor(name: string, { nodes }: Flow): readonly Ask[] {
  return nodes.flatMap((node) => (node.kind === "ask" && answerName(node) === name ? [node] : []));
}
