// German.
import type { AskingWords } from "../words.ts";

export const de: AskingWords = {
  ask: {
    reminder: "{group}: Sie haben Dienst {shift}.",
    offer: "{group} braucht jemanden {shift}. Können Sie übernehmen?",
  },
  yes: { reminder: "Ich bin da", offer: "Ich übernehme" },
  no: { reminder: "Ich kann nicht: die anderen fragen", offer: "Diesmal nicht" },
  about: "Und {shift}?",
  answerAt: "Hier antworten: {url}",
  told: {
    confirmed: "Danke, notiert: {shift}.",
    returned: "Danke für die Nachricht. {shift} ist nicht mehr Ihr Dienst: Wir fragen die anderen.",
    taken: "Der Dienst gehört Ihnen, vielen Dank: {shift}.",
    declined: "In Ordnung, danke für die Antwort.",
    gone: "Vielen Dank! {shift} hat schon jemand anderes übernommen.",
    late: "{shift} hat schon begonnen und lässt sich nicht mehr ändern. Bitte rufen Sie Ihre Koordination an.",
    changed: "Sie sind für {shift} nicht mehr eingeteilt: Es ist nichts zu tun.",
  },
  because: "Sie bekommen das, weil Sie bei {group} ehrenamtlich mitarbeiten.",
};
