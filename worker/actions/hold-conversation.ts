// A person on the staff takes a conversation out of the flow's hands, or gives it back.
import type { Actor } from "../actor.ts";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { mustFindRun } from "./find-conversation.ts";
import { recordDeed } from "./write-as.ts";

/** Throws `not_found`, or `conflict` where the conversation is over. */
export async function holdConversation(
  services: Services,
  actor: Actor,
  runId: string,
  move: "take-over" | "release",
): Promise<void> {
  const run = await mustFindRun(services, runId);
  const { lineId, addressId } = run;
  const contact = services.contact(addressId);
  const { conversations } = await contact.snapshot();
  if (!conversations.some((conversation) => conversation.runId === runId)) throw over();
  const now = services.clock.now();
  const answer =
    move === "take-over" ? await contact.takeOver({ lineId, now }) : await contact.release({ lineId, now });
  if (answer.kind === "refused") throw over();
  await recordDeed(services, actor, {
    action: `conversation.${move}`,
    subject: { kind: "conversation", id: runId },
  });
}

function over(): Problem {
  return new Problem("conflict", "This conversation is over.");
}
