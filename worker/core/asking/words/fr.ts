// French.
import type { AskingWords } from "../words.ts";

export const fr: AskingWords = {
  ask: {
    reminder: "{group} : vous êtes de permanence {shift}.",
    offer: "{group} cherche quelqu'un {shift}. Pouvez-vous la prendre ?",
  },
  yes: { reminder: "Je serai là", offer: "Je la prends" },
  no: { reminder: "Je ne peux pas : demandez aux autres", offer: "Pas cette fois" },
  about: "Et {shift} ?",
  answerAt: "Pour répondre : {url}",
  told: {
    confirmed: "Merci, c'est noté : {shift}.",
    returned: "Merci de nous prévenir. {shift} n'est plus à vous : nous demandons aux autres.",
    taken: "Elle est à vous, merci : {shift}.",
    declined: "C'est entendu, merci de votre réponse.",
    gone: "Merci ! Quelqu'un d'autre a déjà pris {shift}.",
    late: "Il est trop tard pour changer {shift} : la permanence a commencé. Appelez votre responsable.",
    changed: "Vous n'êtes plus de permanence {shift} : il n'y a rien à faire.",
  },
  because: "Vous recevez ceci parce que vous êtes bénévole de {group}.",
};
