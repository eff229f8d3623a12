// Whether people who come in get anywhere, and out again.
import type { FunnelConfig, OnAnswer, OnNothing, Stage } from "#core/funnel/funnel";
import { error, warning } from "#core/funnel/problem";
import type { FunnelProblem } from "#core/funnel/problem";

export function checkWays({ stages, categories }: FunnelConfig): FunnelProblem[] {
  const ids = stages.map(({ id }) => id);
  const answers = categories.flatMap(({ leads }) => targetsOf(leads));
  const reached = new Set(answers);
  const queue = stages.slice(0, 1);
  for (const stage of queue) {
    reached.add(stage.id);
    for (const id of [...nothingsOf(stage), ...answers]) {
      const next = stages.find((one) => one.id === id);
      if (next !== undefined && !queue.includes(next)) queue.push(next);
    }
  }
  return [
    ...duplicates(ids).map((id) => error("stage-twice", id, `There are two stages "${id}".`)),
    ...duplicates(categories.map(({ name }) => name)).map((name) =>
      error("category-twice", name, `There are two rules for "${name}".`),
    ),
    ...stages.flatMap((stage) =>
      nothingsOf(stage)
        .filter((id) => !ids.includes(id))
        .map((id) =>
          error("stage-unknown", stage.id, `"${stage.name}" leads to "${id}", which is no stage.`),
        ),
    ),
    ...categories.flatMap(({ name, leads }) =>
      targetsOf(leads)
        .filter((id) => !ids.includes(id))
        .map((id) => error("stage-unknown", name, `"${name}" leads to "${id}", which is no stage.`)),
    ),
    ...stages
      .filter(({ id }) => !reached.has(id))
      .map(({ id, name }) => warning("stage-unreached", id, `Nothing leads to "${name}".`)),
    ...stages
      .filter((stage) => isCircle(stages, stage))
      .map(({ id, name }) =>
        error(
          "no-way-out",
          id,
          `Who never answers in "${name}" comes back to it again and again: let silence lead out at last.`,
        ),
      ),
  ];
}

/** Following silence alone, or failure alone, from the stage leads back to it. */
function isCircle(stages: readonly Stage[], from: Stage): boolean {
  const ways: readonly ((stage: Stage) => OnNothing)[] = [
    ({ silence }) => silence.leads,
    ({ failure }) => failure,
  ];
  return ways.some((wayOf) => {
    const seen = new Set<string>();
    let stage: Stage | undefined = from;
    while (stage !== undefined && !seen.has(stage.id)) {
      seen.add(stage.id);
      const leads: OnNothing = wayOf(stage);
      const next: string | null = leads.kind === "stage" ? leads.stage : null;
      if (next === from.id) return true;
      stage = stages.find(({ id }) => id === next);
    }
    return false;
  });
}

function nothingsOf({ silence, failure }: Stage): readonly string[] {
  return [silence.leads, failure].flatMap((leads) => (leads.kind === "stage" ? [leads.stage] : []));
}

function targetsOf(leads: OnAnswer): readonly string[] {
  if (leads.kind === "stage") return [leads.stage];
  return leads.kind === "wait" && leads.stage !== undefined ? [leads.stage] : [];
}

function duplicates(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, place) => names.indexOf(name) !== place))];
}
