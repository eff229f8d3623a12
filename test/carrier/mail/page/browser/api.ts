// The page's questions and commands to the simulator.
import { post } from "../../../phone/browser/api.ts";
import type { FateKind, MailDetail } from "../wire.ts";

/** Undefined where the simulator knows nothing of it: it forgets everything when it ends. */
export async function readDetail(id: string): Promise<MailDetail | undefined> {
  const response = await fetch(`/sim/mail/${encodeURIComponent(id)}`);
  if (!response.ok) return undefined;
  const detail: MailDetail = await response.json();
  return detail;
}

export async function markRead(address: string, id: string, isRead: boolean): Promise<void> {
  await post("/sim/mail/read", { address, id, isRead });
}

export async function setFate(address: string, fate: FateKind): Promise<void> {
  await post("/sim/mail/fate", { address, fate });
}

export async function setDown(isDown: boolean): Promise<void> {
  await post("/sim/mail/down", { isDown });
}

/** The status the sender answered with. */
export async function unsubscribe(id: string): Promise<number> {
  const answer: { status: number } = await (await post("/sim/mail/unsubscribe", { id })).json();
  return answer.status;
}
