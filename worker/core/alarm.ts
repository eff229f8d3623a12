// What an operator should see to: an alarm is raised once, and again only when it was seen to.

export const ALARM_KINDS = [
  "campaign-paused",
  "credentials-refused",
  "spend-cap",
  "funnel-stuck",
  /** Work that no consumer could deal with. */
  "dead-letters",
  /** A volunteer's telephone that cannot be rung. */
  "telephone-failing",
  /** A call for which no telephone could be rung. */
  "calls-failing",
  /** What Twilio's debugger reports. */
  "twilio-error",
  /** Resend does not let us send (the key, the domain, the plan), or was away for an hour. */
  "email-refused",
  /** An operator's own address bounced or complained. */
  "operator-unreachable",
] as const;
export type AlarmKind = (typeof ALARM_KINDS)[number];
