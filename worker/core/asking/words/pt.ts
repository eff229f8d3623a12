// Portuguese.
import type { AskingWords } from "../words.ts";

export const pt: AskingWords = {
  ask: {
    reminder: "{group}: tem turno {shift}.",
    offer: "{group} precisa de alguém {shift}. Pode ficar com ele?",
  },
  yes: { reminder: "Vou estar lá", offer: "Fico com ele" },
  no: { reminder: "Não posso: perguntem aos outros", offer: "Desta vez não" },
  about: "E {shift}?",
  answerAt: "Para responder: {url}",
  told: {
    confirmed: "Obrigado, está anotado: {shift}.",
    returned: "Obrigado por avisar. {shift} já não é seu: perguntamos aos outros.",
    taken: "É seu, obrigado: {shift}.",
    declined: "Está bem, obrigado pela resposta.",
    gone: "Obrigado! Outra pessoa já ficou com {shift}.",
    late: "É tarde para mudar {shift}: já começou. Por favor, ligue ao seu coordenador.",
    changed: "Já não tem o turno {shift}: não há nada a fazer.",
  },
  because: "Recebe isto porque é voluntário de {group}.",
};
