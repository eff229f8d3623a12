// German, with and without umlauts.
import { byTens, counted, type Lexicon } from "#core/conversation/match/reading/lexicon";

const UNITS = "ein | zwei/zwo | drei | vier | fünf/fuenf | sechs | sieben | acht | neun";
const TENS =
  "zwanzig | dreißig/dreissig/dreizig | vierzig | fünfzig/fuenfzig | sechzig | siebzig | achtzig | neunzig";

export const de: Lexicon = {
  yes: `Ja | j | jo | joa | jep | jepp | jup | jap | ja bitte | ja gerne | ja danke | na klar | klar | sicher | natürlich | natuerlich | selbstverständlich
    | gern | gerne | auf jeden fall | unbedingt | genau | aber ja | warum nicht | kein problem | kein thema | bin dabei`,
  no: `Nein | n | nee | ne | nö | noe | nöö | nein danke | nicht wirklich | eher nicht | gar nicht | überhaupt nicht | niemals | nie | auf keinen fall
    | keinesfalls | natürlich nicht | sicher nicht | jetzt nicht | noch nicht | heute nicht | kein interesse | glaube nicht | ich glaube nicht | ich denke nicht`,
  agreeing: `ok | okay | okey | gut | passt | einverstanden | in ordnung | richtig | stimmt | korrekt | wahr | ich will | ich möchte | ich kann | ich werde
    | ich bin dabei | ich glaube schon | ich denke schon | mache ich | doch`,
  declining: `ich will nicht | ich möchte nicht | ich kann nicht | ich werde nicht | ich bin nicht | ich habe nicht | ich habe kein | ich habe keine
    | kann nicht | falsch | stimmt nicht`,
  undecided: `weiß nicht | weiss nicht | ich weiß nicht | ich weiß es nicht | keine ahnung | bin nicht sicher | ich bin nicht sicher | nicht sicher | unsicher
    | vielleicht | kommt drauf an | kommt darauf an | jein | ja und nein | teils teils | mal sehen | keine meinung | verstehe nicht | ich verstehe nicht | ich verstehe das nicht | nicht schlecht`,

  cardinals: [
    ...counted(
      0,
      "null | eins/ein/eine/einen/einem/einer | zwei/zwo | drei | vier | fünf/fuenf | sechs | sieben | acht | neun",
    ),
    ...counted(
      10,
      "zehn | elf | zwölf/zwoelf/ein dutzend | dreizehn | vierzehn | fünfzehn/fuenfzehn | sechzehn | siebzehn | achtzehn | neunzehn",
    ),
    ...byTens(20, TENS, UNITS, (ten, unit) => `${unit}und${ten}`),
    ...counted(100, "hundert/einhundert"),
  ],
  ordinals: [
    ...counted(
      1,
      "erste/erster/erstes/ersten | zweite/zweiter/zweites/zweiten | dritte/dritter/drittes/dritten",
    ),
    ...counted(
      4,
      "vierte/vierter/viertes/vierten | fünfte/fünfter/fünftes/fünften | sechste/sechster/sechstes/sechsten",
    ),
    ...counted(
      7,
      "siebte/siebter/siebtes/siebten | achte/achter/achtes/achten | neunte/neunter/neuntes/neunten",
    ),
    ...counted(10, "zehnte/zehnter/zehntes/zehnten"),
  ],
  multipliers: [
    ["tausend", 1000],
    ["million", 1_000_000],
    ["millionen", 1_000_000],
  ],
  minus: "minus",
  numberSigns: "nr | no",
  outOf: "von | sterne von | sternen von | punkte von | aus",
  stars: "stern | sterne | sternen | punkt | punkte",

  and: "und | u | sowie | auch | und auch | plus",
  or: "oder",
  but: "aber | sondern | lieber",
  not: `nicht | kein | keine | keinen | keiner | keines | keinem | nie | niemals | ohne | außer | ausser | weder | noch | alles außer | alles ausser | statt
    | anstatt | hasse`,
  all: "alle | alles | alle davon | alle optionen | alle genannten | sämtliche",
  both: "beide | beides | alle beide",
  none: "Keine | keiner | keins | keines | nichts | keine davon | keiner davon | nichts davon | keine der genannten",

  before: `ich | ich will | ich möchte | ich moechte | ich hätte gern | ich hätte gerne | ich nehme | ich wähle | ich bevorzuge | ich mag | ich denke | ich glaube
    | ich würde sagen | ich bin | ich habe | es ist | das ist | das wäre | meine antwort ist | antwort | die antwort ist | option | nummer | auswahl | der | die
    | das | den | dem | ein | eine | einen | äh | also | hallo | hi | ja | ok | gern | gerne | lieber | nur | bitte | in | im | am | zu | zum | für | mit`,
  after:
    "option | bitte | danke | vielen dank | dankeschön | glaube ich | denke ich | für mich | das ist alles | das wars | auch | nur | gern | gerne",

  media: { image: "Foto", audio: "Audio", video: "Video", document: "Dokument" },
  dates: {
    times: "am morgen | jeden morgen",
    days: counted(
      -2,
      "vorgestern | gestern | heute/jetzt/heute abend/heute morgen | morgen/morgen früh/morgen abend | übermorgen/uebermorgen",
    ),
    months: counted(
      1,
      `januar/jänner/jan | februar/feb | märz/maerz/mär | april/apr | mai | juni/jun | juli/jul | august/aug | september/sept/sep
      | oktober/okt | november/nov | dezember/dez`,
    ),
    weekdays: counted(1, "montag | dienstag | mittwoch | donnerstag | freitag | samstag/sonnabend | sonntag"),
    units: {
      days: "tag | tage | tagen",
      weeks: "woche | wochen",
      months: "monat | monate | monaten",
      years: "jahr | jahre | jahren",
    },
    ahead: "in",
    ago: "vor",
    coming: "diesen | dieser | kommenden | kommender | nächsten | naechsten | nächster",
    last: "letzten | letzter | vergangenen",
    nextWeek: "nächste woche | naechste woche | nächster woche",
    lastWeek: "letzte woche | letzter woche",
  },
};
