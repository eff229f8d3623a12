// French. ARRET is required of senders in Canada beside STOP.
import type { Wording } from "../wording.ts";

const MESSAGES = "messages|message|sms|textos|texto|spam|pub|pubs|notifications|publicites";
const VERB =
  "(ecrivez|ecris|ecrire|envoyez|envoie|envoies|envoyer|contactez|contacte|contacter|derangez|derange|deranger|textez|harcelez)";
const UNSUBSCRIBE = `(me |nous )?(desabonner|desinscrire|desabonnez|desinscrivez|desabonne|desinscris)( moi| nous)?( liste)?`;

export const fr: Wording = {
  optOut: `stop | arrêt | arrêter | arrête | arrêtez | désabonner | me désabonner | se désabonner | désabonnement | désinscrire | me désinscrire
    | désinscription | annuler`,
  optIn: "me réabonner | réabonner",
  yes: "oui | commencer | démarrer | reprendre | abonner | m'abonner",
  help: "aide | à l'aide",
  hints: `arrêt | arrêter | arrête | arrêtez | stopper | stoppez | désabonner | désabonnement | désinscrire | annuler | cessez | ne plus recevoir
    | mauvais numéro | erreur de numéro | tranquille | en paix`,
  openings: `s'il vous plaît | s'il te plaît | svp | stp | bonjour | bonsoir | salut | merci de | merci | ok | non | veuillez | pouvez vous | pourriez vous
    | peux tu | pourrais tu | je veux que vous | je voudrais que vous | je vous demande de | vous devez | mauvais numéro`,
  wishOpenings:
    "je veux | je voudrais | je souhaite | j'aimerais | comment | comment puis je | comment faire pour | puis je | je désire",
  fillers: `s'il vous plaît | s'il te plaît | svp | stp | merci | de | d | des | du | la | le | les | l | ce | ces | cet | cette | vos | votre | tes | ton | mon | à | en
    | maintenant | immédiatement | tout de suite | vous`,
  asks: [
    `(arretez|arrete|cessez|cesse|stop|stoppez)( ca)?( (me|m|nous))? ?(ecrire|envoyer|contacter|deranger|texter|harceler|appeler|envoi|envois)?( (me|m))?( (${MESSAGES}))?`,
    `(ne |n )?((me|m|nous) )?${VERB} (plus|jamais)( (${MESSAGES}))?`,
    `ne plus (me |m |nous )?${VERB}( (${MESSAGES}))?`,
    `(je )?(ne )?(veux|souhaite|desire) (plus|pas)( recevoir)? (${MESSAGES})`,
    `(je )?ne plus recevoir (${MESSAGES})`,
    `plus (${MESSAGES})`,
    "(retirez|retire|enlevez|enleve|supprimez|supprime|effacez|efface|rayez) (moi|numero)( (liste|listes|fichier|base))*",
    "(laissez|laisse|fichez|foutez) moi (tranquille|paix)",
    UNSUBSCRIBE,
  ],
  wishes: [
    UNSUBSCRIBE,
    `(ne )?plus recevoir (${MESSAGES})`,
    `arreter (${MESSAGES}|abonnement)`,
    "annuler abonnement",
  ],
  rather: ".*plutot.*|(s il vous plait )?(appelez|appelle) .*",
  sentences: {
    optedOut:
      "C'est noté: vous ne recevrez plus de messages de notre part. Répondez START pour en recevoir à nouveau.",
    optedIn:
      "C'est noté: vous recevrez à nouveau nos messages. Répondez STOP pour ne plus en recevoir, HELP pour de l'aide.",
    help: "Répondez STOP pour ne plus recevoir nos messages, START pour en recevoir à nouveau.",
  },
};
