// Dutch.
import { byTens, counted, type Lexicon } from "#core/conversation/match/reading/lexicon";

export const nl: Lexicon = {
  yes: `Ja | j | jep | jup | jazeker | ja graag | ja hoor | ja alsjeblieft | ja dank je | zeker | zeker weten | natuurlijk | tuurlijk | uiteraard | absoluut
    | waarom niet | geen probleem | graag | ik doe mee`,
  no: `Nee | n | nee hoor | nope | neen | nee bedankt | nee dank je | niet echt | helemaal niet | nooit | absoluut niet | zeker niet | natuurlijk niet
    | nu niet | nog niet | vandaag niet | geen interesse | ik denk het niet | ik denk van niet | liever niet`,
  agreeing:
    "ok | oke | oké | okay | prima | goed | akkoord | klopt | juist | waar | correct | ik wil | ik kan | ik zal | ik denk het wel | doe maar",
  declining:
    "ik wil niet | ik kan niet | ik ben niet | ik heb niet | ik heb geen | kan niet | fout | klopt niet | niet waar",
  undecided:
    "weet niet | weet ik niet | ik weet het niet | geen idee | niet zeker | ik ben niet zeker | misschien | hangt ervan af | ja en nee | geen mening | ik begrijp het niet | begrijp ik niet | niet slecht",

  cardinals: [
    ...counted(0, "nul | een/één/eentje | twee | drie | vier | vijf | zes | zeven | acht | negen"),
    ...counted(
      10,
      "tien | elf | twaalf/een dozijn | dertien | veertien | vijftien | zestien | zeventien | achttien | negentien",
    ),
    ...byTens(
      20,
      "twintig | dertig | veertig | vijftig | zestig | zeventig | tachtig | negentig",
      "een | twee | drie | vier | vijf | zes | zeven | acht | negen",
      (ten, unit) => `${unit}en${ten}`,
    ),
    ...counted(100, "honderd"),
  ],
  ordinals: counted(
    1,
    "eerste | tweede | derde | vierde | vijfde | zesde | zevende | achtste | negende | tiende | elfde | twaalfde",
  ),
  multipliers: [
    ["duizend", 1000],
    ["miljoen", 1_000_000],
  ],
  minus: "min",
  andAHalf: "en een half",
  numberSigns: "nr | no",
  outOf: "van de | van | uit | op | sterren van de",
  stars: "ster | sterren | punt | punten",

  and: "en | ook | en ook | plus | alsook",
  or: "of",
  but: "maar | liever",
  not: "niet | geen | nooit | zonder | behalve | noch | alles behalve | in plaats van | haat",
  all: "alle | alles | allemaal | alle opties | al het bovenstaande",
  both: "beide | allebei | alle twee",
  none: "Geen | geen enkele | niets | geen van alle | geen van beide | geen van deze | geen van bovenstaande",

  before: `ik | ik wil | ik wil graag | ik zou graag | ik neem | ik kies | ik kies voor | ik denk | ik zou zeggen | ik ben | ik heb | het is | dat is | mijn antwoord is
    | antwoord | het antwoord is | optie | nummer | keuze | de | het | een | eh | nou | dus | hallo | hoi | ja | ok | graag | liever | alleen | in | op | voor | met`,
  after:
    "optie | alsjeblieft | alstublieft | aub | graag | bedankt | dank je | dank u | dankjewel | denk ik | voor mij | dat is alles | ook",

  media: { image: "foto", audio: "audio", video: "video", document: "document" },
  dates: {
    days: counted(
      -2,
      "eergisteren | gisteren | vandaag/nu/vanavond/vanmiddag | morgen/morgenochtend/morgenavond | overmorgen",
    ),
    months: counted(
      1,
      `januari/jan | februari/feb | maart/mrt | april/apr | mei | juni/jun | juli/jul | augustus/aug | september/sept/sep
      | oktober/okt | november/nov | december/dec`,
    ),
    weekdays: counted(1, "maandag | dinsdag | woensdag | donderdag | vrijdag | zaterdag | zondag"),
    units: {
      days: "dag | dagen",
      weeks: "week | weken",
      months: "maand | maanden",
      years: "jaar | jaren",
    },
    ahead: "over",
    agoAfter: "geleden",
    coming: "deze | komende | aanstaande | aankomende",
    next: "volgende",
    last: "afgelopen | vorige",
    nextWeek: "volgende week",
    lastWeek: "vorige week",
    of: "van",
  },
};
