// What keeps a draft from being published, and what its author should know besides.
import { check } from "#core/conversation/check";
import type { Problem as FlowProblem } from "#core/conversation/check";
import type { Flow } from "#core/conversation/flow";
import { parseFlow } from "#core/conversation/parse-flow";
import type { Channel } from "#core/conversation/run";
import { channelsOf } from "../db/lines.ts";
import type { Services } from "../services.ts";

export interface Checked {
  /** null where the draft is not even a flow. */
  readonly flow: Flow | null;
  /** Errors first. */
  readonly problems: readonly FlowProblem[];
}

/** Checks a draft for the channels given, or for those that lead to the flow. */
export async function checkDraft(
  services: Services,
  flowId: string,
  draft: unknown,
  channels?: readonly Channel[],
): Promise<Checked> {
  const parsed = parseFlow(draft);
  if (parsed.kind === "bad") return { flow: null, problems: parsed.problems };
  const known = channels ?? (await channelsOf(services.db, flowId));
  return { flow: parsed.flow, problems: check(parsed.flow, known.length === 0 ? {} : { channels: known }) };
}
