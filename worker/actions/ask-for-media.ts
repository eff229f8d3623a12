// Pictures are fetched afterwards, each as a job of its own: the person has their answer already.
import type { TurnRecord } from "#core/record";
import type { Services } from "../services.ts";

export async function askForMedia({ outbound }: Services, { messages }: TurnRecord): Promise<void> {
  for (const message of messages) {
    if (message.direction !== "in" || message.sid === null) continue;
    for (const [place, item] of message.media.entries()) {
      if (typeof item === "string" || item.ref === "") continue;
      const { ref: mediaSid, type } = item;
      await outbound.send({
        kind: "media",
        messageId: message.id,
        messageSid: message.sid,
        mediaSid,
        place,
        type,
      });
    }
  }
}
