// What alarms are called.
import type { AlarmKind } from "#core/alarm";

export const ALARM_WORDS: Record<AlarmKind, string> = {
  "campaign-paused": "A campaign paused itself",
  "credentials-refused": "Twilio does not let us in",
  "spend-cap": "A line has spent its money for today",
  "funnel-stuck": "A funnel begins with nobody",
  "dead-letters": "Some work could not be done",
  "telephone-failing": "A volunteer’s telephone cannot be rung",
  "calls-failing": "A call could not be put through to anybody",
  "twilio-error": "Twilio reports an error",
  "email-refused": "E-mails do not go out",
  "operator-unreachable": "An operator no longer gets our e-mails",
};
