// From here on its slots begin with people. A funnel that is wrong is not started.
import type { FunnelConfig } from "#core/funnel/funnel";
import type { FunnelProblem } from "#core/funnel/problem";
import type { Actor } from "../actor.ts";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { checkFunnel } from "./check-funnel.ts";
import { mustFindFunnelInUse } from "./find-funnel.ts";
import { moveFunnel } from "./move-funnel.ts";

/** Returns the check's warnings. Throws `not_found`, `conflict`, or `invalid` with the problems of the check. */
export async function startFunnel(
  services: Services,
  actor: Actor,
  idOrKey: string,
): Promise<readonly FunnelProblem[]> {
  const { id, key, config } = await mustFindFunnelInUse(services, idOrKey);
  const warnings = await refuseErrors(services, key, config);
  await moveFunnel(services, actor, id, "running", ["draft", "paused"]);
  return warnings;
}

/** Returns the warnings. Throws `invalid` with all problems where one of them is an error. */
export async function refuseErrors(
  services: Services,
  key: string,
  config: FunnelConfig,
): Promise<readonly FunnelProblem[]> {
  const problems = await checkFunnel(services, key, config);
  if (problems.some(({ kind }) => kind === "error"))
    throw new Problem("invalid", "This funnel cannot run yet.", problems);
  return problems;
}
