// Arabic, right to left, with its own digits.
import { responsesOf } from "../records.ts";
import type { Scene } from "../stage.ts";

export const rightToLeft: Scene = {
  title: "Feedback in Arabic",
  play: async ({ person, shows }) => {
    const karim = person("+447700900410", "كريم");
    await karim.writes("texts", "تقييم");
    await karim.reads("مرحبًا بك في مركز ريفرسايد. كيف تقيّم زيارتك للعيادة من 1 إلى 5؟");
    await karim.writes("texts", "٤");
    await karim.reads("ما سبب زيارتك؟\n1. فحص عام\n2. تطعيم\n3. سبب آخر");
    await karim.writes("texts", "٢");
    await karim.reads("هل ستزورنا مرة أخرى؟");
    await karim.writes("texts", "نعم");
    await karim.reads("شكرًا لك! تقييمك: 4 من 5.");
    await shows(responsesOf("clinic-feedback", karim, ["rating", "reason", "again"]), [
      { rating: 4, reason: "vaccine", again: true, disposition: "completed", delivery: "delivered" },
    ]);
  },
};
