// The one word an e-mail says by itself, in the languages whose consent sentences we know; everything else is in its document.
import { inLanguage } from "#core/language";

const UNSUBSCRIBE = {
  en: "Unsubscribe",
  ar: "إلغاء الاشتراك",
  de: "Abbestellen",
  es: "Cancelar la suscripción",
  fr: "Se désabonner",
  hi: "सदस्यता समाप्त करें",
  pt: "Cancelar a subscrição",
};

export function unsubscribeIn(language: string): string {
  return inLanguage(UNSUBSCRIBE, language) ?? UNSUBSCRIBE.en;
}
