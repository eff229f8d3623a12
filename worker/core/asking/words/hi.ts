// Hindi.
import type { AskingWords } from "../words.ts";

export const hi: AskingWords = {
  ask: {
    reminder: "{group}: आपकी पाली है {shift}.",
    offer: "{group} को {shift} के लिए कोई चाहिए. क्या आप ले सकते हैं?",
  },
  yes: { reminder: "मैं आऊँगा/आऊँगी", offer: "मैं लेता/लेती हूँ" },
  no: { reminder: "मैं नहीं आ सकता/सकती: दूसरों से पूछें", offer: "इस बार नहीं" },
  about: "और {shift}?",
  answerAt: "जवाब देने के लिए: {url}",
  told: {
    confirmed: "धन्यवाद, लिख लिया: {shift}.",
    returned: "बताने के लिए धन्यवाद. {shift} अब आपकी पाली नहीं है: हम दूसरों से पूछ रहे हैं.",
    taken: "यह पाली आपकी है, धन्यवाद: {shift}.",
    declined: "ठीक है, जवाब के लिए धन्यवाद.",
    gone: "धन्यवाद! {shift} किसी और ने ले ली है.",
    late: "{shift} शुरू हो चुकी है, अब बदल नहीं सकते. कृपया अपने समन्वयक को फ़ोन करें.",
    changed: "{shift} अब आपकी पाली नहीं है: कुछ करना नहीं है.",
  },
  because: "यह आपको इसलिए मिला क्योंकि आप {group} के स्वयंसेवक हैं.",
};
