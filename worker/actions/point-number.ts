// The account's numbers, and pointing one of them here in one go.
import type { Actor } from "../actor.ts";
import { listNumberUses } from "../db/setup.ts";
import { notFound, Problem } from "../errors.ts";
import { describeError } from "../log.ts";
import type { Services } from "../services.ts";
import { RETRIES } from "../twilio/numbers.ts";
import type { AccountNumber } from "../twilio/numbers.ts";
import { recordDeed } from "./write-as.ts";

export interface PlacedNumber extends AccountNumber {
  readonly textsHere: boolean;
  readonly callsHere: boolean;
  readonly lineId: string | null;
  readonly helplineId: string | null;
}

/** Where Twilio is to tell of what. */
export function webhooksOf({ settings: { PUBLIC_URL: here } }: Pick<Services, "settings">) {
  return {
    texts: `${here}/webhooks/twilio/messages`,
    calls: `${here}/webhooks/twilio/voice`,
    callEnds: `${here}/webhooks/twilio/voice/ended`,
    statuses: `${here}/webhooks/twilio/status`,
    errors: `${here}/webhooks/twilio/debugger`,
    emails: `${here}/webhooks/resend`,
  };
}

/** Throws `unavailable` where Twilio does not say. */
export async function listNumbers(services: Services): Promise<readonly PlacedNumber[]> {
  const [numbers, place] = await Promise.all([
    ask(services, () => services.twilio.listNumbers()),
    placer(services),
  ]);
  return numbers.map(place);
}

/** Texts and calls of it come here from now on, as far as the number can do either. Throws `not_found`. */
export async function pointNumber(services: Services, actor: Actor, sid: string): Promise<PlacedNumber> {
  const numbers = await ask(services, () => services.twilio.listNumbers());
  const number = numbers.find((each) => each.sid === sid);
  if (number === undefined) throw notFound("number", sid);
  const { texts, calls, callEnds } = webhooksOf(services);
  const { canText, canCall } = number;
  const deed = {
    action: "number.point",
    subject: { kind: "number", id: sid },
    detail: { texts: canText, calls: canCall },
  };
  await recordDeed(services, actor, deed);
  const pointed = await ask(services, () =>
    services.twilio.pointNumber(sid, {
      textUrl: canText ? texts + RETRIES : null,
      call: canCall ? { url: calls + RETRIES, endUrl: callEnds + RETRIES } : null,
    }),
  );
  return (await placer(services))(pointed);
}

async function placer(services: Services): Promise<(number: AccountNumber) => PlacedNumber> {
  const uses = await listNumberUses(services.d1);
  const { texts, calls } = webhooksOf(services);
  return (number) => ({
    ...number,
    textsHere: isAt(number.textUrl, texts),
    callsHere: isAt(number.callUrl, calls),
    ...(uses.get(number.number) ?? { lineId: null, helplineId: null }),
  });
}

/** What follows the # is for Twilio alone. */
function isAt(url: string, here: string): boolean {
  return url.split("#", 1)[0] === here;
}

async function ask<Answer>({ log }: Services, question: () => Promise<Answer>): Promise<Answer> {
  try {
    return await question();
  } catch (error) {
    log.warn("numbers-unread", { error: describeError(error) });
    throw new Problem("unavailable", "Twilio did not answer as it should. Try the check of its credentials.");
  }
}
