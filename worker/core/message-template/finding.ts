// What a check of a template says, and where.

export const FINDING_CODES = [
  "liquid",
  "fails",
  "undeclared",
  "unknown-here",
  "unused",
  "no-default",
  "too-long",
  "variable-missing",
  "variable-unknown",
  "not-approved",
  "content-unknown",
  "content-unchecked",
  "language-missing",
  "window",
  "costly",
] as const;

/** An error keeps the template from being sent. */
export interface TemplateFinding {
  readonly kind: "error" | "warning";
  readonly code: (typeof FINDING_CODES)[number];
  /** `sms.en`, `whatsapp.es`; empty for the whole. */
  readonly place: string;
  readonly message: string;
}
