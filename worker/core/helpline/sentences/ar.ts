// What is said on the telephone, in Arabic.
import type { CallSentences } from "#core/helpline/sentences";

export const ar: CallSentences = {
  greeting: "مرحبًا، معك {name}.",
  hold: "يرجى الانتظار ريثما نجد من يتحدث إليك.",
  nobody: "لا يستطيع أحد الرد على مكالمتك الآن.",
  voicemail: "يرجى ترك رسالة بعد الصافرة ثم إنهاء المكالمة.",
  thanks: "شكرًا لك. إلى اللقاء.",
  notAChoice: "عذرًا، هذا ليس من الخيارات.",
  whisper: "هذه مكالمة إلى {name}.",
  accept: "اضغط 1 لتلقيها، أو 2 لتمريرها.",
  sorry: "عذرًا، حدث خطأ من جانبنا.",
  noGroup: "عذرًا، هذا الرقم غير مستخدم حاليًا. يرجى التحقق منه والاتصال مرة أخرى.",
};
