// Staff begin a flow with someone by number.
import type { Actor } from "../actor.ts";
import { contactIdOf } from "../db/contacts.ts";
import { findLine } from "../db/lines.ts";
import { Problem } from "../errors.ts";
import { invalidAt } from "../explain.ts";
import type { Services } from "../services.ts";
import { beginFlow } from "./begin-flow.ts";
import { mustFindFlowInUse } from "./find-flow.ts";
import { readNumber } from "./read-number.ts";
import { recordDeed } from "./write-as.ts";

export interface Start {
  readonly lineId: string;
  readonly to: string;
  /** The same request twice begins it once. */
  readonly id: string;
}

export type Begun =
  | { readonly kind: "started"; readonly runId: string | null; readonly contactId: string }
  | { readonly kind: "waits"; readonly until: number; readonly contactId: string }
  | { readonly kind: "repeated"; readonly contactId: string };

const REFUSED = {
  "opted-out": "This person has asked to hear nothing from us.",
  "in-conversation": "This person is in a conversation on this line already.",
  "never-open": "This line has no opening hours in which to begin.",
} as const;

/** Throws `not_found`, `invalid`, or `conflict` with the reason why the person is not asked. */
export async function startFlow(
  services: Services,
  actor: Actor,
  idOrSlug: string,
  { id, lineId, to }: Start,
): Promise<Begun> {
  const flow = await mustFindFlowInUse(services, idOrSlug);
  const line = await findLine(services.db, lineId);
  if (line?.channel === "chat")
    throw invalidAt({ path: "lineId", message: "is a web chat: visitors begin those themselves" });
  const address = await readNumber(services, to, "to");
  const addressId = await services.identity.idOf(address);
  const answer = await beginFlow(services, { id, addressId, address, lineId, flow: flow.id, source: "api" });
  if (answer.kind === "refused") throw new Problem("conflict", REFUSED[answer.why], { why: answer.why });
  if (answer.kind !== "repeated") {
    await recordDeed(services, actor, {
      action: "flow.start",
      subject: { kind: "flow", id: flow.id },
      detail: { lineId, addressId },
    });
  }
  return { ...answer, contactId: await contactIdOf(services.db, addressId) };
}
