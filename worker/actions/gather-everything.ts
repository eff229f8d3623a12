// One person's everything as one JSON document, read while it is being downloaded: however much it is, little is held at once.
import type { Actor } from "../actor.ts";
import { readSection, SECTIONS } from "../db/everything.ts";
import type { Services } from "../services.ts";
import { mustFindContact } from "./find-contact.ts";
import { recordDeed } from "./write-as.ts";

/** Throws `not_found`, or `conflict` once it was merged into another. That it was asked for is recorded. */
export async function gatherEverything(
  services: Services,
  actor: Actor,
  id: string,
): Promise<ReadableStream<Uint8Array>> {
  await mustFindContact(services, id);
  await recordDeed(services, actor, { action: "contact.export", subject: { kind: "contact", id } });
  const pieces = write(services, id);
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}

async function* write({ d1, clock }: Services, id: string): AsyncGenerator<string, void> {
  yield `{"contactId":${JSON.stringify(id)},"at":${JSON.stringify(new Date(clock.now()).toISOString())}`;
  for (const section of SECTIONS) {
    yield `,${JSON.stringify(section.name)}:[`;
    let isFirst = true;
    for await (const row of readSection(d1, section, id)) {
      yield `${isFirst ? "" : ","}${JSON.stringify(row)}`;
      isFirst = false;
    }
    yield "]";
  }
  yield "}";
}
