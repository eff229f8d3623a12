// Spanish.
import type { AskingWords } from "../words.ts";

export const es: AskingWords = {
  ask: {
    reminder: "{group}: tiene turno {shift}.",
    offer: "{group} necesita a alguien {shift}. ¿Puede tomarlo?",
  },
  yes: { reminder: "Allí estaré", offer: "Lo tomo" },
  no: { reminder: "No puedo: pregunten a los demás", offer: "Esta vez no" },
  about: "¿Y {shift}?",
  answerAt: "Para responder: {url}",
  told: {
    confirmed: "Gracias, anotado: {shift}.",
    returned: "Gracias por avisar. {shift} ya no es su turno: preguntamos a los demás.",
    taken: "Es suyo, gracias: {shift}.",
    declined: "De acuerdo, gracias por responder.",
    gone: "¡Gracias! Otra persona ya ha tomado {shift}.",
    late: "Es tarde para cambiar {shift}: ya ha empezado. Llame a su coordinador, por favor.",
    changed: "Ya no tiene el turno {shift}: no hay nada que hacer.",
  },
  because: "Recibe esto porque es voluntario de {group}.",
};
