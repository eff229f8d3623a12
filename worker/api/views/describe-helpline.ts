// What an organiser sets in a helpline, field by field, for the API's description.
import { HelplineConfig, VolunteerConfig } from "#core/helpline/helpline";
import { describe } from "./describe.ts";

describe(HelplineConfig.shape, {
  number: "The number people call, and text.",
  zone: "Whose clock its shifts, dates and reminders are on.",
  language: "What callers hear first; every prompt has it.",
  holidays: "Dates on which no weekly shift starts.",
  order:
    "Who of those on shift is rung first: as the rota names them, by turns, or whoever was rung longest ago.",
  ringSeconds: "How long one telephone rings; a mailbox answers after about 25 seconds.",
  callerId: "Whose number the volunteer sees.",
  prompts: "What callers and volunteers hear, per language; built-in sentences where absent.",
  menu: "What callers choose from by a key, if anything.",
  otherwise: "Where a call goes when nobody is on shift, or nobody answers.",
  voicemail: "How long a message may be, and who gets it by e-mail.",
  texts: "Whom a text to the number reaches.",
  reminders: "When tomorrow's volunteers are reminded, by the group's clock.",
  coordinators: "E-mail addresses of who hears of gaps, shifts given back, and telephones that fail.",
});
describe(HelplineConfig.shape.prompts.unwrap().shape, {
  greeting: "What callers hear first, per language.",
  whisper: "Read to the volunteer before they are asked to press 1.",
  voicemail: "Before the beep.",
  blocked: "To a caller who is blocked; without it they hear that the line is busy, which costs nothing.",
});
describe(HelplineConfig.shape.voicemail.unwrap().shape, {
  secondsMax: "How long a message may be.",
  emails: "Who gets it.",
  transcribe: "Twilio understands American English only; Whisper needs the AI binding.",
  transcriptWaitMinutes: "The e-mail waits for the transcript so long; one that comes later follows.",
  keepAtTwilio: "Whether the recording stays at Twilio, which charges for that, once we have it.",
});
describe(HelplineConfig.shape.reminders.unwrap().shape, {
  at: "By the group's clock; null for never.",
  lineId: "The line that SMS and WhatsApp leave by; the group's own number where absent.",
  contents:
    "Approved content for volunteers who have not written on WhatsApp for 24 hours, by language; without it they are asked another way. Its variables print `{{ group }}`, `{{ shift }}` and `{{ name }}`. Answers count as they do to a text, and so does a button by its words or by the id you gave it: 1 or yes, 2 or no.",
});
describe(VolunteerConfig.shape, {
  phone: "In E.164. It becomes an address like any other: STOP counts there.",
  remindBy: "How they are reminded; by text only with a phone and a proof.",
  isActive: "Not called and not reminded while false; their shifts stay.",
  proof: "How we know they agree to be called and texted: written down with their number, as a grant.",
});
