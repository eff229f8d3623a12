// What to do about a failure, by the carrier's code.

export interface Advice {
  readonly words: string;
  readonly place: "line" | null;
}

const NUMBER_IS_WRONG = "Correct the number on the contact's page, or leave them out.";
const NOTHING_TO_DO = "There is nothing to do: they wish it so.";
const SET_UP = "Everything from this line fails like that until its set-up is changed.";

/** Twilio, "Error and warning dictionary". */
const BY_CODE: Readonly<Record<string, Advice>> = {
  21211: { words: NUMBER_IS_WRONG, place: null },
  21212: { words: SET_UP, place: "line" },
  21408: {
    words:
      "Allow the country in the Twilio console (Messaging, Geo permissions), or on the line take it out.",
    place: "line",
  },
  21606: { words: SET_UP, place: "line" },
  21610: { words: NOTHING_TO_DO, place: null },
  21611: { words: "It is tried again by itself. A slower line would avoid it.", place: "line" },
  21612: { words: "Try another line for these people, such as by one to fall back on.", place: "line" },
  21614: { words: "A landline takes no texts: ring them, or ask for a mobile number.", place: null },
  30001: { words: "It is tried again by itself. A slower line would avoid it.", place: "line" },
  30002: { words: "Twilio has suspended the account: see its console.", place: null },
  30003: {
    words: "It was tried again. Some phones come back after days: send it to them later.",
    place: null,
  },
  30004: { words: NOTHING_TO_DO, place: null },
  30005: { words: NUMBER_IS_WRONG, place: null },
  30006: { words: "A landline takes no texts: ring them, or ask for a mobile number.", place: null },
  30007: {
    words: "Say who you are, avoid short links and capital letters, and write only to who agreed.",
    place: null,
  },
  30008: { words: "It was tried again. If many fail like this, ask the carrier.", place: null },
  30032: { words: "Have the toll-free number verified in the Twilio console.", place: "line" },
  30034: { words: "Register the number for A2P 10DLC in the Twilio console.", place: "line" },
  30036: {
    words: "Its hours closed before the carrier came to it: begin earlier, or widen the hours.",
    place: null,
  },
  63014: { words: NOTHING_TO_DO, place: null },
  63015: { words: "They have to join the sandbox first: send them its join words.", place: "line" },
  63016: { words: "Use a template that WhatsApp has approved: it may open a conversation.", place: null },
  63018: { words: "It is tried again by itself, the next day at the latest.", place: null },
  63024: {
    words: "They are not on WhatsApp: a line for texts to fall back on would reach them.",
    place: null,
  },
  63032: { words: "WhatsApp decided so: a line for texts to fall back on would reach them.", place: null },
};

const UNKNOWN: Advice = { words: "The code's own page says what the carrier means by it.", place: null };
const OURS: Advice = { words: "Open one of them to see the whole of it.", place: null };

/** `code`: the carrier's, or a word of ours. */
export function adviceFor(code: string): Advice {
  return BY_CODE[code] ?? (/^\d+$/.test(code) ? UNKNOWN : OURS);
}
