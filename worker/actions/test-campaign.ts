// What a campaign would say, sent to one number: the staff read it on their own phone before anybody else does.
import { valuesOf } from "#core/campaign/draft-content";
import type { Pinned } from "#core/campaign/sending";
import type { FieldValue } from "#core/conversation/run";
import { renderMessage } from "#core/message-template/render-message";
import type { Message } from "#core/message-template/render-message";
import type { MessageTemplate } from "#core/message-template/template";
import type { Actor } from "../actor.ts";
import { readRecipient } from "../db/offer.ts";
import { readOrganisation } from "../db/settings.ts";
import { Problem } from "../errors.ts";
import { invalidAt } from "../explain.ts";
import type { Services } from "../services.ts";
import { mustFindCampaign } from "./find-campaign.ts";
import { findPerson } from "./find-person.ts";
import { pinCampaign } from "./pin-campaign.ts";
import { sendMessage } from "./send-message.ts";
import { startFlow } from "./start-flow.ts";

export interface Test {
  readonly to: string;
  /** The first where absent. */
  readonly variant?: string | undefined;
  /** Of the message: the same twice is sent once. */
  readonly id: string;
}

export interface Tested {
  readonly contactId: string;
  /** null where a flow was begun. */
  readonly messageId: string | null;
  /** Not before; null for at once. Epoch milliseconds. */
  readonly dueAt: number | null;
}

/**
 * Only after STOP, or outside the line's hours, is it not sent at once. What the person lacks stands there as [first_name].
 * Throws `not_found`, `invalid`, or `conflict` with the reason why the number may not be written to.
 */
export async function testCampaign(
  services: Services,
  actor: Actor,
  campaignId: string,
  { to, variant, id }: Test,
): Promise<Tested> {
  const { config } = await mustFindCampaign(services, campaignId);
  const pin = await pinCampaign(services, campaignId, config, services.clock.now());
  if (pin.kind === "problems")
    throw new Problem("invalid", pin.findings[0]?.message ?? "This campaign is not ready.", pin.findings);
  const { pinned, weights } = pin.launched;
  const name = variant ?? weights[0]?.name ?? "";
  const content = pinned.variants[name];
  if (content === undefined) throw invalidAt({ path: "variant", message: `"${name}" is no variant of it` });
  if (content.kind === "flow") {
    const begun = await startFlow(services, actor, content.flow.flowId, { lineId: pinned.line.id, to, id });
    return {
      contactId: begun.contactId,
      messageId: null,
      dueAt: begun.kind === "waits" ? begun.until : null,
    };
  }
  const words = await write(services, content.template, pinned, to);
  return sendMessage(services, actor, {
    id,
    person: { kind: "number", to },
    lineId: pinned.line.id,
    words,
    consent: "not-refused",
    isAnswer: false,
  });
}

async function write(services: Services, template: MessageTemplate, { line }: Pinned, to: string) {
  const organisation = await readOrganisation(services.d1);
  const { addressId } = await findPerson(services, { kind: "number", to }, line.id, organisation);
  const { profile } = await readRecipient(services.d1, addressId, line.id);
  const { text, media, content } = fill(
    template,
    profile?.fields ?? {},
    line.channel,
    profile?.language ?? null,
  );
  return content === null
    ? ({ kind: "text", text, media } as const)
    : ({ kind: "content", sid: content.sid, variables: content.variables } as const);
}

function fill(
  template: MessageTemplate,
  fields: Readonly<Record<string, FieldValue>>,
  channel: Pinned["line"]["channel"],
  language: string | null,
): Message {
  const first = renderMessage(template, valuesOf(fields), channel, language);
  if (first.kind === "ok") return first;
  if (first.kind === "failed") throw new Problem("invalid", `The text cannot be made: ${first.problem}.`);
  const marks = Object.fromEntries(
    first.placeholders.map((name) => [name.replace(/^contact\./, ""), `[${name}]`]),
  );
  const second = renderMessage(template, valuesOf({ ...fields, ...marks }), channel, language);
  if (second.kind === "ok") return second;
  throw new Problem(
    "invalid",
    "The text cannot be made for this person: what it needs is nothing a contact has.",
  );
}
