// Portuguese, of Brazil and of Portugal.
import { byTens, counted, type Lexicon } from "#core/conversation/match/reading/lexicon";

export const pt: Lexicon = {
  yes: `Sim | s | ss | siim | claro | claro que sim | com certeza | certamente | sim por favor | sim obrigado | sim obrigada | aham | isso | pois sim
    | por que não | sem problema | sem problemas | não tem problema | tô dentro | lógico | óbvio`,
  no: `Não | n | nn | naum | num | não obrigado | não obrigada | nunca | jamais | de jeito nenhum | de modo algum | nem pensar | claro que não
    | com certeza não | agora não | ainda não | hoje não | não muito | acho que não | não acho | não tenho interesse | tampouco`,
  agreeing: `ok | okay | tá | tá bom | tá bem | está bem | beleza | blz | pode ser | pode | certo | correto | verdade | exato | de acordo | com prazer | quero
    | posso | tenho | sou | vou | acho que sim | bom | bem | concordo`,
  declining: "não posso | não quero | não tenho | não sou | não estou | não vou | falso | errado | incorreto",
  undecided:
    "não sei | sei lá | não tenho certeza | talvez | quem sabe | depende | sim e não | não faço ideia | mais ou menos | não lembro | não entendi | não entendo | não importa",

  cardinals: [
    ...counted(0, "zero | um/uma | dois/duas | três | quatro | cinco | seis/meia | sete | oito | nove"),
    ...counted(
      10,
      "dez | onze | doze/uma dúzia | treze | quatorze/catorze | quinze | dezesseis/dezasseis | dezessete/dezassete",
    ),
    ...counted(18, "dezoito | dezenove/dezanove"),
    ...byTens(
      20,
      "vinte | trinta | quarenta | cinquenta | sessenta | setenta | oitenta | noventa",
      "um/uma | dois/duas | três | quatro | cinco | seis | sete | oito | nove",
      (ten, unit) => `${ten} e ${unit}`,
    ),
    ...counted(100, "cem"),
  ],
  ordinals: [
    ...counted(
      1,
      "primeiro/primeira | segundo/segunda | terceiro/terceira | quarto/quarta | quinto/quinta | sexto/sexta",
    ),
    ...counted(7, "sétimo/sétima | oitavo/oitava | nono/nona | décimo/décima"),
  ],
  multipliers: [
    ["mil", 1000],
    ["milhão", 1_000_000],
    ["milhões", 1_000_000],
  ],
  minus: "menos",
  andAHalf: "e meio | e meia",
  numberSigns: "no | n | num | nro",
  outOf: "de | em | sobre | estrelas de | estrelas em",
  stars: "estrela | estrelas | ponto | pontos",

  and: "e | também | mais | assim como",
  or: "ou",
  but: "mas | senão",
  not: "não | nao | nem | nunca | jamais | sem | exceto | menos | salvo | tirando | em vez de | odeio | nenhum de | nenhuma de",
  all: "tudo | todos | todas | todas as opções | todos eles | todas elas | todas as anteriores | todas as alternativas",
  both: "ambos | ambas | os dois | as duas",
  none: "Nenhum | nenhuma | nada | nenhum deles | nenhuma delas | nenhuma das anteriores | nenhuma das alternativas",

  before: `eu | quero | queria | gostaria | eu gostaria de | prefiro | escolho | fico com | vou de | vou com | acho que | acho | penso que | diria | é | sou | seria
    | tenho | minha resposta é | resposta | a resposta é | opção | a opção | opções | número | o número | alternativa | a alternativa | a | o | os | as | um
    | uma | bom | olá | oi | sim | ok | por favor | só | somente | em | para | com`,
  after:
    "opção | alternativa | por favor | pfv | pf | obrigado | obrigada | brigado | brigada | acho | acho eu | para mim | tá bom | só isso | também | é tudo",

  media: { image: "foto", audio: "áudio", video: "vídeo", document: "documento" },
  dates: {
    days: counted(
      -2,
      "anteontem/antes de ontem | ontem | hoje/agora/hoje à noite | amanhã | depois de amanhã",
    ),
    months: counted(
      1,
      `janeiro/jan | fevereiro/fev | março/mar | abril/abr | maio/mai | junho/jun | julho/jul | agosto/ago | setembro/set
      | outubro/out | novembro/nov | dezembro/dez`,
    ),
    // `segunda` alone is also `second`: in a date question it is Monday.
    weekdays: counted(
      1,
      `segunda/segunda feira/seg | terça/terça feira/ter | quarta/quarta feira/qua | quinta/quinta feira/qui
      | sexta/sexta feira/sex | sábado/sáb | domingo/dom`,
    ),
    units: { days: "dia | dias", weeks: "semana | semanas", months: "mês | meses", years: "ano | anos" },
    ahead: "em | daqui a | dentro de | daqui",
    ago: "há | faz",
    agoAfter: "atrás",
    coming: "este | esta | próximo | próxima | que vem",
    last: "passado | passada | último | última",
    nextWeek: "da semana que vem | na semana que vem | semana que vem | da próxima semana | próxima semana",
    lastWeek: "da semana passada | na semana passada | semana passada",
    of: "de | do",
  },
};
