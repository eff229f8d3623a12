// `POST Messages.json`: from parameters to a message on its way.
import { renderContent } from "../content/render.ts";
import type { Exchange } from "../exchange.ts";
import type { CarrierLine } from "../line.ts";
import type { Message, StatusHook } from "../message.ts";
import { newMessage } from "../new-message.ts";
import { createOutgoing } from "../submit.ts";
import { checkPair, checkRecipient, findSender, pickFromService, TEST_SENDER } from "./check-addresses.ts";
import { Problem } from "./problem.ts";
import type { MessageRequest } from "./read-message-request.ts";

/** The stored message, its journey not started; throws Twilio's refusal. */
export function createMessage(exchange: Exchange, request: MessageRequest): Message {
  checkRecipient(request.to);
  const line = senderOf(exchange, request);
  const substance = substanceOf(exchange, request);
  if (line === undefined) return createTestMessage(exchange, request, substance.body);
  if (line.address === request.to) throw new Problem(400, 21266, "'To' and 'From' number cannot be the same");
  checkPair(exchange, line, request.to);
  const { validityPeriodS, contentSid, sendAt } = request;
  return createOutgoing(exchange, {
    via: "rest",
    line,
    to: request.to,
    ...substance,
    mediaUrls: request.mediaUrls,
    statusHook: statusHookOf(line, request.statusCallback),
    byService: request.from === undefined,
    ...(validityPeriodS === undefined ? {} : { validityPeriodS }),
    ...(contentSid === undefined ? {} : { contentSid }),
    ...(sendAt === undefined ? {} : { dueAt: sendAt }),
  });
}

function senderOf(exchange: Exchange, request: MessageRequest): CarrierLine | undefined {
  const { from, serviceSid } = request;
  if (from === undefined) return pickFromService(exchange, serviceSid ?? "", request.to);
  const line = findSender(exchange, from);
  if (serviceSid !== undefined && line?.messagingServiceSid !== serviceSid) {
    throw new Problem(400, 21712, `${from} is not in the sender pool of ${serviceSid}`);
  }
  return line;
}

function substanceOf(exchange: Exchange, request: MessageRequest) {
  if (request.contentSid === undefined) {
    return { body: request.body ?? "", options: [], approvedTemplate: false };
  }
  const content = exchange.contents.get(request.contentSid);
  if (content === undefined) throw new Problem(400, 21655, `The ContentSid ${request.contentSid} is Invalid`);
  return renderContent(content, request.contentVariables);
}

/** The sandbox knows one status URL; anywhere else the message's own wins over the line's. */
function statusHookOf(line: CarrierLine, statusCallback: string | undefined): StatusHook | undefined {
  const url = line.kind === "whatsapp-sandbox" ? line.statusUrl : (statusCallback ?? line.statusUrl);
  return url === undefined ? undefined : { url, method: "POST" };
}

/** From Twilio's test sender: answered like any other, and that is all. */
function createTestMessage(exchange: Exchange, request: MessageRequest, body: string): Message {
  return newMessage(exchange, {
    direction: "outbound-api",
    by: "product",
    from: TEST_SENDER,
    to: request.to,
    line: { address: TEST_SENDER, kind: "long-code", webhookPath: "" },
    handset: request.to,
    body,
    status: "queued",
  });
}
