// The form Twilio posts when a message's status changes.
import { type Form, makeForm } from "../form.ts";
import { bareAddress, channelOf } from "../line.ts";
import type { Message, Status } from "../message.ts";

export type StatusFacts = { accountSid: string; channelInstallSid: string; status: Status; at: number };

export function statusForm(message: Message, facts: StatusFacts): Form {
  return makeForm({
    ...(channelOf(message.to) === "whatsapp" ? whatsappFields(message, facts) : smsFields(facts)),
    SmsSid: message.sid,
    SmsStatus: facts.status,
    MessageStatus: facts.status,
    To: message.to,
    MessagingServiceSid: message.messagingServiceSid,
    MessageSid: message.sid,
    AccountSid: facts.accountSid,
    From: message.from,
    ErrorCode:
      isFailure(facts.status) && message.errorCode !== undefined ? String(message.errorCode) : undefined,
    ApiVersion: "2010-04-01",
  });
}

function smsFields(facts: StatusFacts): Record<string, string | undefined> {
  const reported = facts.status === "delivered" || facts.status === "undelivered";
  return { RawDlrDoneDate: reported ? doneDate(facts.at) : undefined };
}

function whatsappFields(message: Message, facts: StatusFacts): Record<string, string | undefined> {
  return {
    ChannelPrefix: "whatsapp",
    ChannelInstallSid: facts.channelInstallSid,
    ChannelToAddress: `${bareAddress(message.to).slice(0, -4)}XXXX`,
    EventType: eventType(facts.status),
    ChannelStatusMessage:
      isFailure(facts.status) && message.errorCode !== undefined
        ? `[channel error] ${message.errorCode}`
        : undefined,
  };
}

function eventType(status: Status): string | undefined {
  if (status === "delivered") return "DELIVERED";
  if (status === "read") return "READ";
  return isFailure(status) ? "UNDELIVERED" : undefined;
}

function isFailure(status: Status): boolean {
  return status === "failed" || status === "undelivered";
}

/** The carrier's own time of delivery: YYMMDDhhmm, UTC. */
function doneDate(at: number): string {
  return new Date(at).toISOString().replace(/\D/g, "").slice(2, 12);
}
