// What is said on the telephone, in French.
import type { CallSentences } from "#core/helpline/sentences";

export const fr: CallSentences = {
  greeting: "Bonjour, vous êtes en ligne avec {name}.",
  hold: "Veuillez patienter, nous cherchons quelqu'un pour vous répondre.",
  nobody: "Personne ne peut prendre votre appel pour le moment.",
  voicemail: "Laissez un message après le bip, puis raccrochez.",
  thanks: "Merci. Au revoir.",
  notAChoice: "Désolé, ce n'est pas l'un des choix.",
  whisper: "Un appel pour {name}.",
  accept: "Appuyez sur 1 pour le prendre, ou sur 2 pour le laisser à quelqu'un d'autre.",
  sorry: "Désolé, une erreur s'est produite de notre côté.",
  noGroup: "Désolé, ce numéro n'est pas en service en ce moment. Vérifiez-le et rappelez.",
};
