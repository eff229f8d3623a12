// What the operator reads when a deployment is done.
import type { Deployed } from "./deploy-worker.ts";
import type { Look } from "./look.ts";

/** Lines to print. A secret that was made now is shown here, this one time. */
export function summarise({ url, secrets, look }: Deployed): string[] {
  const shown = secrets.made.filter((name) => name !== "SESSION_SECRET");
  return [
    "",
    `Partyline ${describe(look)} ${url}`,
    `  admin and API reference  ${url}/  ${url}/api/docs`,
    `  for Twilio, "a message comes in" (HTTP POST)  ${url}/webhooks/twilio/messages`,
    `  for Twilio's WhatsApp sandbox, status callback  ${url}/webhooks/twilio/status`,
    ...(shown.length === 0
      ? []
      : ["", "Made just now and shown only once. Keep them where you keep passwords:"]),
    ...shown.map((name) => `  ${name}=${secrets.values[name] ?? ""}`),
    ...(shown.includes("IDENTITY_KEY")
      ? [
          "IDENTITY_KEY turns numbers into ids: it is never changed, and without it nobody's history is found again.",
        ]
      : []),
  ];
}

function describe(look: Look): string {
  switch (look.kind) {
    case "up":
      return "runs at";
    case "complains":
      return `is deployed but says: ${look.message}\nIts address is`;
    case "unreachable":
      return "is deployed; a new address takes a few minutes to answer:";
    default:
      return look satisfies never;
  }
}
