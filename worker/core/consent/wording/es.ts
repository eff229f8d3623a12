// Spanish.
import type { Wording } from "../wording.ts";

const MESSAGES = "mensajes|mensaje|sms|textos|mensajes de texto|whatsapps|spam|publicidad|notificaciones";
const VERB =
  "(escriba|escriban|escribas|envie|envien|envies|mande|manden|mandes|contacte|contacten|contactes|moleste|molesten|molestes)";
const UNSUBSCRIBE =
  "(darme|darnos|darse|deme|denme|dame|dadme|dar) baja|desuscribir(me)?|desuscribame|borrarme( lista)?|salir lista";

export const es: Wording = {
  optOut: `stop | parar | pare | paren | baja | dar de baja | darme de baja | darse de baja | cancelar | cancelar suscripción | detener | basta
    | salir | desuscribir | desuscribirme`,
  optIn: "suscribirme de nuevo",
  yes: "sí | alta | iniciar | comenzar | reanudar | suscribir | suscribirme",
  help: "ayuda",
  hints: `parar | pare | paren | baja | cancelar | alto | detener | desuscribir | no más | eliminar | número equivocado | en paz | deje de | dejen de`,
  openings: `por favor | porfavor | porfa | hola | ok | ya | oiga | oye | gracias | puede | pueden | podría | podrían | puedes | podrías
    | quiero que | quisiera que | necesito que | le pido que | les pido que | número equivocado`,
  wishOpenings: "quiero | quisiera | deseo | necesito | me gustaría | cómo puedo | cómo | puedo",
  fillers:
    "por favor | porfa | gracias | ya | ahora | de | del | la | el | los | las | estos | estas | esta | este | su | sus | mi | tu | en | a | inmediatamente",
  asks: [
    "(parar|pare|paren|baja)",
    `(deje|dejen|deja|dejad|pare|paren|para|parad) (enviar|enviarme|enviarnos|mandar|mandarme|escribir|escribirme|molestar|molestarme|contactar|contactarme)( mas)?( (${MESSAGES}))?`,
    `no (me|nos) ${VERB}( mas)?( (${MESSAGES}))?( mas)?`,
    `no (envie|envien|envies|mande|manden|mandes)( mas)? (${MESSAGES})( mas)?`,
    `(ya )?no (quiero|deseo|necesito)( mas)?( (recibir|tener))?( mas)? (${MESSAGES})( mas)?`,
    `(no mas|basta|pare|paren|cancele|cancelen|detenga|detengan) (${MESSAGES})`,
    "(dejeme|dejenme|dejame|dejadme) paz",
    "(quiteme|quitenme|quitame|elimineme|eliminenme|eliminame|borreme|borrenme|borrame|saqueme|saquenme|sacame) lista",
    "(elimineme|eliminenme|eliminame|borreme|borrenme|borrame)",
    "(borre|borren|borra|elimine|eliminen|elimina|quite|quiten|quita) numero",
    "(cancele|cancelen|cancela|cancelar) suscripcion",
    UNSUBSCRIBE,
  ],
  wishes: [UNSUBSCRIBE, `dejar recibir (${MESSAGES})`, "cancelar suscripcion"],
  rather: ".*mejor|(por favor )?(llame|llamen|llama|llameme|llamenme|llamame).*",
  sentences: {
    optedOut: "Listo: ya no le enviaremos mensajes. Responda START para volver a recibirlos.",
    optedIn: "Listo: vuelve a recibir nuestros mensajes. Responda STOP para no recibirlos, HELP para ayuda.",
    help: "Responda STOP para no recibir mensajes nuestros, START para volver a recibirlos.",
  },
};
