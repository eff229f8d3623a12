// French, with the Belgian and Swiss tens.
import { byTens, counted, type Lexicon } from "#core/conversation/match/reading/lexicon";

const UNITS = "un/une | deux | trois | quatre | cinq | six | sept | huit | neuf";
const TEENS = "onze | douze | treize | quatorze | quinze | seize | dix sept | dix huit | dix neuf";
const joined = (ten: string, unit: string) => (/^une?$/.test(unit) ? `${ten} et ${unit}` : `${ten} ${unit}`);

export const fr: Lexicon = {
  yes: `Oui | o | ui | ouais | ouaip | ouep | ouip | oui merci | oui s'il vous plaît | oui svp | bien sûr | bien sûr que oui | évidemment | absolument
    | tout à fait | certainement | volontiers | pourquoi pas | pas de problème | pas de souci | aucun problème | sans problème | mais oui`,
  no: `Non | n | nan | nah | non merci | pas du tout | pas vraiment | jamais | absolument pas | certainement pas | bien sûr que non | pas maintenant
    | pas encore | pas aujourd'hui | pas intéressé | pas intéressée | je ne pense pas | je pense pas | je ne crois pas | mais non | point du tout`,
  agreeing: `ok | okay | d'accord | dac | dacc | parfait | très bien | bien | entendu | exact | exactement | vrai | correct | avec plaisir | si
    | je veux bien | je peux | je suis d'accord | je pense que oui | je crois que oui | allez | ça marche | ça me va`,
  declining:
    "je ne peux pas | je peux pas | je ne veux pas | je veux pas | je n'ai pas | j'ai pas | je ne suis pas | je suis pas | faux",
  undecided: `je ne sais pas | je sais pas | j'sais pas | chais pas | pas sûr | pas sûre | je ne suis pas sûr | je ne suis pas sûre | peut être
    | ça dépend | oui et non | aucune idée | bof | plus ou moins | sans opinion | je ne comprends pas | je comprends pas | je ne me souviens pas | pas grave`,

  cardinals: [
    ...counted(0, "zéro | un/une | deux | trois | quatre | cinq | six | sept | huit | neuf"),
    ...counted(
      10,
      "dix | onze | douze/une douzaine | treize | quatorze | quinze | seize | dix sept | dix huit | dix neuf",
    ),
    ...byTens(
      20,
      "vingt | trente | quarante | cinquante | soixante | septante | huitante/octante | nonante",
      UNITS,
      joined,
    ),
    ...counted(70, "soixante dix | soixante et onze"),
    ...counted(71, TEENS).map(([word, value]): readonly [string, number] => [`soixante ${word}`, value]),
    ...counted(80, "quatre vingts/quatre vingt"),
    ...counted(81, UNITS).map(([word, value]): readonly [string, number] => [`quatre vingt ${word}`, value]),
    ...counted(90, "quatre vingt dix"),
    ...counted(91, TEENS).map(([word, value]): readonly [string, number] => [`quatre vingt ${word}`, value]),
    ...counted(100, "cent"),
  ],
  ordinals: [
    ...counted(
      1,
      "premier/première | deuxième/second/seconde | troisième | quatrième | cinquième | sixième | septième",
    ),
    ...counted(8, "huitième | neuvième | dixième"),
  ],
  multipliers: [
    ["mille", 1000],
    ["million", 1_000_000],
    ["millions", 1_000_000],
  ],
  minus: "moins",
  andAHalf: "et demi | et demie",
  numberSigns: "no | n | num",
  outOf: "sur | étoiles sur | étoile sur | points sur",
  stars: "étoile | étoiles | point | points",

  and: "et | et aussi | ainsi que | aussi | plus | puis",
  or: "ou",
  but: "mais | plutôt",
  not: `pas | non | ne | n | ni | jamais | sans | sauf | excepté | hormis | à part | tout sauf | au lieu de | plutôt que | déteste | aucun de | aucune de`,
  all: "tout | tous | toutes | tous les choix | toutes les options | toutes les réponses | tout ce qui précède | la totalité",
  both: "les deux | tous les deux | toutes les deux",
  none: "Aucun | aucune | rien | aucun d'eux | aucune d'elles | aucun de ces choix | aucune de ces réponses | aucune des réponses",

  before: `je | j'ai | j'aime | je veux | je voudrais | j'aimerais | je prends | je choisis | je préfère | je pense | je pense que | je crois | je dirais | je suis
    | je vais prendre | c'est | ce serait | ce sera | ma réponse est | ma réponse | réponse | la réponse est | mon choix est | option | l'option | choix | numéro
    | le numéro | la | le | les | l | un | une | du | de la | des | euh | bah | ben | alors | bonjour | salut | oui | ok | plutôt | seulement | à | au | en | pour | avec`,
  after:
    "option | s'il vous plaît | s'il te plaît | svp | stp | merci | merci beaucoup | je pense | je crois | pour moi | c'est tout | aussi | seulement",

  media: { image: "photo", audio: "audio", video: "vidéo", document: "document" },
  dates: {
    days: [
      ...counted(
        -2,
        "avant hier | hier/hier soir | aujourd'hui/aujourdhui/ce soir/maintenant/ce matin | demain | après demain/apres demain",
      ),
      // Said by counting today as well.
      ["dans huit jours", 7],
      ["dans quinze jours", 14],
      ["dans une quinzaine", 14],
    ],
    months: counted(
      1,
      `janvier/janv/jan | février/févr/fév | mars | avril/avr | mai | juin | juillet/juil | août/aout | septembre/sept/sep
      | octobre/oct | novembre/nov | décembre/déc`,
    ),
    weekdays: counted(
      1,
      "lundi/lun | mardi | mercredi/mer | jeudi/jeu | vendredi/ven | samedi/sam | dimanche/dim",
    ),
    units: {
      days: "jour | jours",
      weeks: "semaine | semaines",
      months: "mois",
      years: "an | ans | année | années",
    },
    ahead: "dans",
    ago: "il y a | y a",
    coming: "ce | prochain | qui vient",
    last: "dernier | passé",
    weekLater: "en huit",
    nextWeek: "de la semaine prochaine | la semaine prochaine",
    lastWeek: "de la semaine dernière | la semaine dernière",
    of: "de | du mois de",
  },
};
