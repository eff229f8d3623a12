// Spanish.
import { byTens, counted, type Lexicon } from "#core/conversation/match/reading/lexicon";

export const es: Lexicon = {
  yes: `Sí | s | sip | sii | claro | claro que sí | por supuesto | desde luego | sí por favor | sí gracias | afirmativo | cómo no
    | por qué no | sin problema | no hay problema | no me importa | cuenta conmigo`,
  no: `No | nop | nel | no gracias | para nada | de ninguna manera | en absoluto | nunca | jamás | negativo | claro que no | por supuesto que no
    | desde luego que no | ahora no | todavía no | aún no | no mucho | creo que no | no creo | no me interesa | tampoco`,
  agreeing: `ok | okey | vale | dale | bueno | bien | de acuerdo | perfecto | correcto | cierto | verdad | exacto | obvio | con gusto | me gustaría
    | sí puedo | puedo | quiero | lo haré | creo que sí | adelante`,
  declining:
    "no puedo | no quiero | no tengo | no soy | no estoy | no voy | falso | incorrecto | no es cierto",
  undecided:
    "no sé | no lo sé | no se | no estoy seguro | no estoy segura | quizás | quizá | tal vez | a lo mejor | depende | sí y no | ni idea | más o menos | no recuerdo | no entiendo | no entendí | no comprendo | no importa | no me acuerdo",

  cardinals: [
    ...counted(0, "cero | uno/un/una | dos | tres | cuatro | cinco | seis | siete | ocho | nueve"),
    ...counted(
      10,
      "diez | once | doce/una docena | trece | catorce | quince | dieciséis | diecisiete | dieciocho | diecinueve",
    ),
    ...counted(
      20,
      "veinte | veintiuno/veintiún/veintiuna | veintidós | veintitrés | veinticuatro | veinticinco",
    ),
    ...counted(26, "veintiséis | veintisiete | veintiocho | veintinueve"),
    ...byTens(
      30,
      "treinta | cuarenta | cincuenta | sesenta | setenta | ochenta | noventa",
      "uno/un/una | dos | tres | cuatro | cinco | seis | siete | ocho | nueve",
      (ten, unit) => `${ten} y ${unit}`,
    ),
    ...counted(100, "cien"),
  ],
  ordinals: [
    ...counted(
      1,
      "primero/primera/primer | segundo/segunda | tercero/tercera/tercer | cuarto/cuarta | quinto/quinta",
    ),
    ...counted(6, "sexto/sexta | séptimo/séptima | octavo/octava | noveno/novena | décimo/décima"),
  ],
  multipliers: [
    ["mil", 1000],
    ["millón", 1_000_000],
    ["millones", 1_000_000],
  ],
  minus: "menos",
  andAHalf: "y medio | y media",
  numberSigns: "no | n | núm | nro",
  outOf: "de | sobre | de un total de | estrellas de | estrellas sobre",
  stars: "estrella | estrellas | punto | puntos",

  and: "y | e | también | más | así como",
  or: "o | u",
  but: "pero | sino",
  not: "no | ni | nunca | jamás | tampoco | sin | excepto | menos | salvo | en vez de | odio | ninguno de",
  all: "todo | todos | todas | todas las opciones | todos ellos | todas ellas | todas las anteriores | todos los anteriores",
  both: "ambos | ambas | los dos | las dos",
  none: "Ninguno | ninguna | nada | ninguno de ellos | ninguna de ellas | ninguna de las anteriores | ninguno de los anteriores",

  before: `yo | quiero | quisiera | querría | me gustaría | prefiero | elijo | escojo | tomo | creo que | creo | pienso que | diría | diría que | es | soy | sería
    | tengo | mi respuesta es | respuesta | la respuesta es | opción | opciones | número | la opción | el número | la | el | los | las | lo | un | una | pues
    | bueno | hola | sí | ok | por favor | solo | sólo | en | para | con | a | al | dame | voy con | me quedo con`,
  after:
    "opción | por favor | porfa | porfavor | gracias | muchas gracias | creo | para mí | está bien | nada más | también | es todo",

  media: { image: "foto", audio: "audio", video: "vídeo", document: "documento" },
  dates: {
    times: "por la mañana | de la mañana | en la mañana | a la mañana",
    days: counted(
      -2,
      "anteayer/antier/antes de ayer | ayer/anoche | hoy/esta noche/esta mañana/esta tarde/ahora | mañana | pasado mañana",
    ),
    months: counted(
      1,
      `enero/ene | febrero/feb | marzo/mar | abril/abr | mayo/may | junio/jun | julio/jul | agosto/ago
      | septiembre/setiembre/sept/sep/set | octubre/oct | noviembre/nov | diciembre/dic`,
    ),
    weekdays: counted(
      1,
      "lunes/lun | martes | miércoles/mié | jueves/jue | viernes/vie | sábado/sáb | domingo/dom",
    ),
    units: { days: "día | días", weeks: "semana | semanas", months: "mes | meses", years: "año | años" },
    ahead: "en | dentro de",
    ago: "hace",
    agoAfter: "atrás",
    coming: "este | próximo | el próximo | que viene | siguiente",
    last: "pasado | último",
    nextWeek: "de la semana que viene | la semana que viene | la próxima semana | de la próxima semana",
    lastWeek: "de la semana pasada | la semana pasada",
    of: "de | del",
  },
};
