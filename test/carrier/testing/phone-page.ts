// The phone page's server side as its page talks to it.
import type { Carrier } from "../carrier.ts";
import type { PhoneEvent } from "../phone/wire.ts";

export const PHONE = "http://127.0.0.1:9787";

export type World = { carrier: Carrier };

/** Posts a command as the page does. */
export function post({ carrier }: World, path: string, body: unknown, headers: Record<string, string> = {}) {
  const request = new Request(PHONE + path, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  return carrier.fetch(request);
}

/** Opens a phone's event stream; `next` waits for the first event that fits. */
export async function openPage({ carrier }: World, number: string) {
  const response = await carrier.fetch(
    new Request(`${PHONE}/sim/events?number=${encodeURIComponent(number)}`),
  );
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  const next = async <K extends PhoneEvent["kind"]>(
    kind: K,
    fits: (event: Extract<PhoneEvent, { kind: K }>) => boolean = () => true,
  ): Promise<Extract<PhoneEvent, { kind: K }>> => {
    for (;;) {
      const end = rest.indexOf("\n\n");
      if (end < 0) {
        const chunk = await reader?.read();
        if (chunk?.value === undefined) throw new Error("the stream ended");
        rest += chunk.value;
        continue;
      }
      const data = /^data: (.+)$/m.exec(rest.slice(0, end))?.[1];
      rest = rest.slice(end + 2);
      const event: Extract<PhoneEvent, { kind: K }> = JSON.parse(data ?? "{}");
      if (event.kind === kind && fits(event)) return event;
    }
  };
  return { next, close: () => reader?.cancel() };
}
