// The digest in English.
import type { DigestWords } from "../words.ts";

const count = (one: string, many: string) => (number: number) =>
  number === 1 ? `1 ${one}` : `${number.toLocaleString("en-GB")} ${many}`;
const period = (isDay: boolean) => (isDay ? "the day before" : "the days before");

export const en: DigestWords = {
  language: "en",
  locale: "en-GB",
  needs: count("thing needs somebody:", "things need somebody:"),
  nothingNeeded: "Nothing needs you.",
  quiet: "Nothing happened, and nothing needs you.",
  quietShort: "all quiet",
  summary: (received, answers, calls) => `${received}, ${answers}, ${calls}`,
  texts: count("text", "texts"),
  answers: count("answer", "answers"),
  calls: count("call", "calls"),
  covers: (days) => `This is about ${days} days at once, since no digest could be sent in between.`,
  late: (dueAt) => `This was to come on ${dueAt}. It is late; nothing is missing from it.`,
  than: {
    more: (number, isDay) => `${number} more than ${period(isDay)}`,
    fewer: (number, isDay) => `${number} fewer than ${period(isDay)}`,
    same: (isDay) => `as many as ${period(isDay)}`,
  },
  figures: {
    received: "texts came in",
    sent: "went out",
    answers: "answered to the end",
    calls: "calls answered",
  },
  answeredOf: (answered, calls) => `${answered} of ${calls}`,
  byHour: "Texts and calls that came in, by hour",
  byDay: "Texts and calls that came in, by day",
  attention: {
    notice: {
      "hand-off": count("person waits for one of you", "people wait for one of you"),
      doubtful: count("text may have meant STOP", "texts may have meant STOP"),
      notify: count("note from a flow is unread", "notes from flows are unread"),
      report: count("flow reports a problem", "problems reported by flows"),
      unmatched: count("text matched nothing", "texts matched nothing"),
      "opted-out-text": count("text from somebody who opted out", "texts from people who opted out"),
      limit: count("person wrote more than we answer", "people wrote more than we answer"),
      unavailable: count("person could not be answered", "people could not be answered"),
      stray: count("message from nobody we could answer", "messages from nobody we could answer"),
      "to-staff": count("text in a conversation you took", "texts in conversations you took"),
    },
    doubtful: "May have meant STOP",
    deadLetters: count("piece of work could not be done", "pieces of work could not be done"),
    unknown: count("message may or may not have been sent", "messages may or may not have been sent"),
    emails: count("e-mail did not arrive", "e-mails did not arrive"),
    missed: (number, group) =>
      `${group}: ${count("caller reached nobody", "callers reached nobody")(number)} and left no message`,
    unheard: (number, group) =>
      `${group}: ${count("voicemail is unheard", "voicemails are unheard")(number)}`,
    gap: (group, when) => `${group}: nobody on shift ${when}`,
    more: (number) => `and ${number} more`,
  },
  messages: {
    title: "Messages",
    delivered: "Delivered",
    failed: "Failed",
    optOuts: "Said STOP",
    reason: "Why messages failed",
    count: "How many",
  },
  deliveredOf: (delivered, sent, percent) => `${delivered} of ${sent} (${percent})`,
  flows: {
    title: "Answers",
    bars: "Answered to the end",
    note: (completed, begun) => (begun === "0" ? completed : `${completed}, ${begun} began`),
    notable: { lowest: "Lowest rating", highest: "Highest rating", longest: "Longest answer" },
    somebody: "somebody",
    inFlow: (who, flow) => `${who}, ${flow}`,
    categories: "Now in another category",
    people: count("person", "people"),
  },
  campaigns: {
    title: "Campaigns",
    head: ["Campaign", "Sent", "Arrived", "Failed", "Replied"],
    state: {
      draft: "draft",
      scheduled: "scheduled",
      sending: "sending",
      paused: "paused",
      done: "done",
      cancelled: "cancelled",
      failed: "failed",
    },
  },
  helplines: { title: "Helplines", head: ["Group", "Calls", "Answered", "Missed", "Voicemails"] },
  open: "Open Partyline",
  because: (isDaily) =>
    `You get this ${isDaily ? "every day" : "every week"} because somebody on the staff put you on the list.`,
};
