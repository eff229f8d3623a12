// Arabic.
import type { AskingWords } from "../words.ts";

export const ar: AskingWords = {
  ask: {
    reminder: "{group}: لديك مناوبة {shift}.",
    offer: "{group} تحتاج إلى شخص {shift}. هل يمكنك أخذ المناوبة؟",
  },
  yes: { reminder: "سأكون هناك", offer: "آخذها" },
  no: { reminder: "لا أستطيع: اسألوا الآخرين", offer: "ليس هذه المرة" },
  about: "وماذا عن {shift}؟",
  answerAt: "للإجابة: {url}",
  told: {
    confirmed: "شكرًا، تم التسجيل: {shift}.",
    returned: "شكرًا لإخبارنا. لم تعد مناوبة {shift} لك: نسأل الآخرين الآن.",
    taken: "المناوبة لك، شكرًا: {shift}.",
    declined: "حسنًا، شكرًا على الإجابة.",
    gone: "شكرًا! أخذ شخص آخر مناوبة {shift}.",
    late: "فات أوان تغيير {shift}: لقد بدأت. يرجى الاتصال بالمنسق.",
    changed: "لم تعد في مناوبة {shift}: لا حاجة لفعل شيء.",
  },
  because: "تصلك هذه الرسالة لأنك متطوع في {group}.",
};
