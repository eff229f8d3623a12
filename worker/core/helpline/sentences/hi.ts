// What is said on the telephone, in Hindi.
import type { CallSentences } from "#core/helpline/sentences";

export const hi: CallSentences = {
  greeting: "नमस्ते, यह {name} है।",
  hold: "कृपया प्रतीक्षा करें, हम आपके लिए किसी को ढूँढ रहे हैं।",
  nobody: "इस समय कोई आपकी कॉल नहीं ले सकता।",
  voicemail: "कृपया बीप के बाद अपना संदेश छोड़ें और फिर फ़ोन रख दें।",
  thanks: "धन्यवाद। नमस्ते।",
  notAChoice: "माफ़ कीजिए, यह विकल्पों में से नहीं है।",
  whisper: "यह {name} के लिए कॉल है।",
  accept: "कॉल लेने के लिए 1 दबाएँ, आगे भेजने के लिए 2 दबाएँ।",
  sorry: "माफ़ कीजिए, हमारी ओर से कुछ गड़बड़ हो गई।",
  noGroup: "माफ़ कीजिए, यह नंबर इस समय उपयोग में नहीं है। कृपया जाँच कर दोबारा कॉल करें।",
};
