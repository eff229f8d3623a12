// Why a message did not arrive, in words: by the carrier's code, or by what was decided in the last moment.

/** Twilio, "Error and warning dictionary". */
const BY_CODE: Readonly<Record<number, string>> = {
  21211: "the number is not valid",
  21212: "the sender is not valid",
  21408: "sending to this region is not enabled",
  21606: "this sender may not write to this number",
  21610: "the person had opted out with the carrier",
  21611: "the carrier's queue for this sender was full",
  21612: "this sender and this number cannot be connected",
  21614: "the number is no mobile phone",
  30001: "the carrier's queue was full",
  30002: "the account is suspended",
  30003: "the phone was switched off or out of reach",
  30004: "the person or their carrier blocks messages",
  30005: "the number is not in use",
  30006: "the number is a landline, or its carrier cannot be reached",
  30007: "the carrier filtered it as unwanted",
  30008: "the carrier gave no reason",
  30032: "the toll-free number is not verified",
  30034: "the number is not registered for A2P 10DLC",
  30036: "it was not sent while it was valid",
  63014: "the person blocked us on WhatsApp",
  63015: "the number has not joined the sandbox",
  63016: "the person had not written in 24 hours, and WhatsApp takes no free text then",
  63018: "WhatsApp's limit for this sender was reached",
  63024: "the number is not on WhatsApp",
  63032: "WhatsApp does not deliver this to this person",
};

/** `code` null: the carrier gave none. */
export function describeFailure(code: number | null): string {
  return (
    (code === null ? undefined : BY_CODE[code]) ??
    (code === null ? "the carrier gave no reason" : `carrier error ${code}`)
  );
}
