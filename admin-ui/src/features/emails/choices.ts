// What one can choose on the page of e-mails; part of its address.
import { EMAIL_STATES } from "#core/mail/state";

export const VIEWS = ["outbox", "suppressed"] as const;
export const STATES = EMAIL_STATES;
