// A product that answers each path with a document, for tests of calls.
import type { CarrierLine } from "../carrier.ts";
import type { Heard } from "./product.ts";
import { LINES, setUp } from "./setup.ts";

const HELPLINE = {
  address: "+13125550177",
  kind: "long-code",
  webhookPath: "/webhooks/twilio/messages",
  voiceUrl: "/voice",
  voiceStatusUrl: "/voice/status",
  name: "Helpline",
} as const satisfies CarrierLine;

export const LINE = HELPLINE.address;
export const ANN = "+16175550111";

/** What is between `<Response>` and `</Response>`, by path; whatever is not named is answered with nothing. */
export type Documents = Readonly<Record<string, string>>;

export function setUpCalls(documents: Documents, options: Parameters<typeof setUp>[0] = {}) {
  const world = setUp({ lines: [...Object.values(LINES), HELPLINE], ...options });
  world.product.answer = ({ path }) => `<Response>${documents[path] ?? ""}</Response>`;
  const posted = (path: string): Record<string, string>[] =>
    world.product.heard.filter((heard: Heard) => heard.path === path).map(({ form }) => form);
  return {
    ...world,
    posted,
    sam: world.carrier.handset("+12065550123", { name: "Sam" }),
    ann: world.carrier.handset(ANN, { name: "Ann" }),
    /** The debugger's entries, as `code message`. */
    complaints: () =>
      world.carrier.log.entries.flatMap((entry) =>
        entry.kind === "debugger" ? [`${entry.code} ${entry.message}`] : [],
      ),
  };
}

/** Rings Ann for 20 s and asks her to press 1; anything else drops her. */
export const HUNT: Documents = {
  "/voice": `<Say language="en-GB">One moment.</Say><Dial action="/dialled" timeout="20" callerId="${LINE}"><Number url="/screen">${ANN}</Number></Dial>`,
  "/screen": `<Gather action="/screened" numDigits="1" timeout="6"><Say>Press 1 to talk.</Say></Gather><Hangup/>`,
  "/screened": "",
  "/dialled": "<Say>Bye.</Say>",
};
