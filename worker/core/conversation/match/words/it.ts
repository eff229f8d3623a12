// Italian.
import { byTens, counted, type Lexicon } from "#core/conversation/match/reading/lexicon";

const startsWithVowel = /^[aeiou]/;

export const it: Lexicon = {
  yes: `Sì | s | si si | certo | certamente | certo che sì | sicuro | sicuramente | ovvio | ovviamente | assolutamente sì | sì grazie | sì per favore
    | volentieri | perché no | nessun problema | non c'è problema | come no`,
  no: `No | nn | no grazie | per niente | per nulla | non proprio | mai | assolutamente no | certo che no | ovviamente no | non ora | non ancora | non oggi
    | non credo | credo di no | penso di no | non mi interessa | macché | nemmeno`,
  agreeing:
    "ok | okay | va bene | d'accordo | perfetto | bene | giusto | vero | esatto | corretto | con piacere | voglio | posso | credo di sì | penso di sì",
  declining: "non posso | non voglio | non ho | non sono | non vado | falso | sbagliato",
  undecided:
    "non so | non lo so | boh | non sono sicuro | non sono sicura | forse | magari | dipende | sì e no | nessuna idea | più o meno | non capisco | non ho capito | non importa",

  cardinals: [
    ...counted(0, "zero | uno/un/una | due | tre | quattro | cinque | sei | sette | otto | nove"),
    ...counted(
      10,
      "dieci | undici | dodici/una dozzina | tredici | quattordici | quindici | sedici | diciassette | diciotto | diciannove",
    ),
    ...byTens(
      20,
      "venti | trenta | quaranta | cinquanta | sessanta | settanta | ottanta | novanta",
      "uno | due | tre | quattro | cinque | sei | sette | otto | nove",
      (ten, unit) => (startsWithVowel.test(unit) && unit !== "undici" ? ten.slice(0, -1) : ten) + unit,
    ),
    ...counted(100, "cento"),
  ],
  ordinals: [
    ...counted(
      1,
      "primo/prima | secondo/seconda | terzo/terza | quarto/quarta | quinto/quinta | sesto/sesta",
    ),
    ...counted(7, "settimo/settima | ottavo/ottava | nono/nona | decimo/decima"),
  ],
  multipliers: [
    ["mille", 1000],
    ["mila", 1000],
    ["milione", 1_000_000],
    ["milioni", 1_000_000],
  ],
  minus: "meno",
  andAHalf: "e mezzo | e mezza",
  numberSigns: "no | n | nr | num",
  outOf: "su | di | stelle su",
  stars: "stella | stelle | punto | punti",

  and: "e | ed | anche | più | e anche",
  or: "o | oppure",
  but: "ma | bensì | piuttosto",
  not: "non | no | né | mai | senza | tranne | eccetto | salvo | invece di | odio | nessuno dei",
  all: "tutto | tutti | tutte | tutte le opzioni | tutti quanti | tutte le precedenti",
  both: "entrambi | entrambe | tutti e due | tutte e due",
  none: "Nessuno | nessuna | niente | nulla | nessuno di questi | nessuna di queste | nessuna delle precedenti",

  before: `io | voglio | vorrei | preferisco | scelgo | prendo | penso | credo | direi | è | sono | sarebbe | ho | la mia risposta è | risposta | la risposta è
    | opzione | l'opzione | numero | il numero | la | il | lo | i | gli | le | l | un | una | allora | ciao | sì | ok | per favore | solo | a | in | per | con`,
  after:
    "opzione | per favore | grazie | grazie mille | penso | credo | per me | va bene | è tutto | basta | anche",

  media: { image: "foto", audio: "audio", video: "video", document: "documento" },
  dates: {
    days: counted(
      -2,
      "l'altro ieri/altro ieri/avantieri | ieri/ieri sera | oggi/adesso/stasera | domani | dopodomani/dopo domani",
    ),
    months: counted(
      1,
      `gennaio/gen | febbraio/feb | marzo/mar | aprile/apr | maggio/mag | giugno/giu | luglio/lug | agosto/ago | settembre/sett/set
      | ottobre/ott | novembre/nov | dicembre/dic`,
    ),
    weekdays: counted(
      1,
      "lunedì/lun | martedì | mercoledì/mer | giovedì/gio | venerdì/ven | sabato/sab | domenica/dom",
    ),
    units: {
      days: "giorno | giorni",
      weeks: "settimana | settimane",
      months: "mese | mesi",
      years: "anno | anni",
    },
    ahead: "tra | fra",
    agoAfter: "fa",
    coming: "questo | questa | prossimo | prossima",
    last: "scorso | scorsa",
    nextWeek: "della prossima settimana | la prossima settimana | la settimana prossima",
    lastWeek: "della settimana scorsa | la settimana scorsa",
    of: "di",
  },
};
