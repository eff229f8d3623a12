// English.
import type { AskingWords } from "../words.ts";

export const en: AskingWords = {
  ask: {
    reminder: "{group}: you are on shift {shift}.",
    offer: "{group} needs somebody {shift}. Can you take it?",
  },
  yes: { reminder: "I will be there", offer: "I take it" },
  no: { reminder: "I cannot: ask the others", offer: "Not this time" },
  about: "And {shift}?",
  answerAt: "To answer: {url}",
  told: {
    confirmed: "Thank you, noted: {shift}.",
    returned: "Thank you for telling us. {shift} is not yours any more: we are asking the others.",
    taken: "It is yours, thank you: {shift}.",
    declined: "All right, thank you for answering.",
    gone: "Thank you! Somebody else has taken {shift} already.",
    late: "It is too late to change {shift}: it has begun. Please call your coordinator.",
    changed: "You are not on {shift} any more: there is nothing to do.",
  },
  because: "You get this because you are a volunteer of {group}.",
};
