// English, as people text it.
import { byTens, counted, type Lexicon } from "#core/conversation/match/reading/lexicon";

const UNITS = "one | two | three | four | five | six | seven | eight | nine";

export const en: Lexicon = {
  yes: `Yes | y | ye | yea | yeah | yeh | yeap | yep | yepp | yup | yas | ya | aye | affirmative | absolutely | definitely | certainly
    | of course | ofc | for sure | you bet | yes please | indeed | why not | sounds good | sounds great | yh | count me in | i'm in
    | no problem | no worries | no objection | not a problem | don't mind | i don't mind | i dont mind`,
  no: `No | n | nope | nop | nah | naw | nay | no thanks | no thank you | no ty | no way | never | negative | not really | not at all
    | not now | not today | not yet | not anymore | not any more | not interested | not for me | not this time | of course not | certainly not
    | definitely not | absolutely not | i don't think so | don't think so | i think not | i guess not | i'm afraid not | no chance`,
  agreeing: `sure | ok | okay | okey | okie | k | kk | fine | right | correct | true | great | good | gladly | with pleasure | please | please do
    | go ahead | i do | i am | i'm | im | i have | i've | i did | i was | i will | i'll | i would | i'd | i can | we do | we are | we will | we can
    | i think so | i guess so | i suppose so | i agree | agreed | it is | it was | it did | it does | they do | they are | i would love to | i'd love to | i would like to | i'd like to | i want to
    | i will be there | i'll be there | i can make it | i can do that | see you there | sure thing | sure will`,
  declining: `i don't | i dont | i do not | i'm not | im not | i am not | i haven't | i havent | i have not | i didn't | i didnt | i did not
    | i wasn't | i was not | i won't | i wont | i will not | i'll not | i wouldn't | i would not | i can't | i cant | i cannot | i can not
    | we don't | we do not | we can't | we won't | we aren't | can't | cannot | won't | wrong | false | incorrect | not true | not correct
    | i disagree | disagree | it isn't | it is not | it's not | it wasn't | it was not | it didn't | it doesn't | they don't`,
  undecided: `not sure | i'm not sure | im not sure | i am not sure | unsure | maybe | perhaps | possibly | probably | i don't know | i dont know
    | don't know | dont know | dunno | idk | i know | no idea | no clue | no opinion | no preference | yes and no | it depends
    | depends | sort of | i'm not certain | i can't say | i don't remember | i can't remember | i have no idea | i have a question | i'm sorry | never mind | nevermind | nvm | i don't understand | i dont understand | don't understand | i don't get it
    | i do not understand | what do you mean`,

  cardinals: [
    ...counted(
      0,
      "zero/nought/nil | one/once | two/twice | three | four | five | six | seven | eight | nine",
    ),
    ...counted(
      10,
      "ten | eleven | twelve/a dozen | thirteen | fourteen | fifteen | sixteen | seventeen | eighteen | nineteen",
    ),
    ...byTens(
      20,
      "twenty | thirty | forty/fourty | fifty | sixty | seventy | eighty | ninety",
      UNITS,
      (ten, unit) => `${ten} ${unit}`,
    ),
    ...byTens(
      20,
      "twenty | thirty | forty | fifty | sixty | seventy | eighty | ninety",
      UNITS,
      (ten, unit) => ten + unit,
    ),
  ],
  ordinals: [
    ...counted(1, "first | second | third | fourth | fifth | sixth | seventh | eighth | ninth | tenth"),
    ...counted(
      11,
      "eleventh | twelfth | thirteenth | fourteenth | fifteenth | sixteenth | seventeenth | eighteenth | nineteenth",
    ),
    ...counted(
      20,
      "twentieth | twenty first | twenty second | twenty third | twenty fourth | twenty fifth | twenty sixth",
    ),
    ...counted(27, "twenty seventh | twenty eighth | twenty ninth | thirtieth | thirty first"),
  ],
  multipliers: [
    ["hundred", 100],
    ["thousand", 1000],
    ["million", 1_000_000],
    ["millions", 1_000_000],
  ],
  articles: "a | an",
  minus: "minus | negative",
  andAHalf: "and a half",
  numberSigns: "no | nr | num | nbr",
  outOf: "out of | of | stars out of | star out of | points out of | stars of",
  stars: "star | stars | point | points",

  and: "and | n | plus | also | and also | as well as | then",
  or: "or",
  but: "but | rather | instead",
  not: `not | non | no | don't | dont | doesn't | doesnt | didn't | isn't | isnt | aren't | wasn't | can't | cant | cannot | won't | wont | wouldn't
    | shouldn't | never | nor | neither | without | except | except for | excluding | besides | apart from | anything but | everything but | all but
    | other than | rather than | instead of | hate | dislike | none of`,
  all: "all | all of them | all of the above | all the above | everything | every one | everyone | every option | them all | all options | any",
  both: "both | both of them | the two",
  none: "None | none of them | none of these | none of those | none of the above | nothing | neither | no one | not any | not one",

  before: `i | i'd | i would | i'll | i will | i want | i'd like | i would like | i like | i take | i'll take | i will take | i have | i've got
    | i'd go with | i'll go with | i go with | let's go with | go with | i choose | i chose | i'd choose | i pick | i select | i prefer
    | i'd prefer | i vote | i say | i'd say | i would say | i think | i guess | i believe | i mean | i meant | i am | i'm | im | i was
    | it is | it's | its | it was | that is | that's | this is | my answer is | my answer | my choice is | my choice | the answer is | answer | answer is
    | option | options | opt | number | num | choice | the | a | an | um | uh | well | oh | so | hi | hello | hey | ok | okay | yes | just
    | please | probably | definitely | definately | we want | we'd like | we have | give me | can i have | could i have | can i get
    | to | in | on | at | for | from | with | about | around | hmm | hm | er | erm | ah | only | mostly | mainly | maybe | sorry`,
  after: `please | pls | plz | thanks | thank you | thx | thnx | ty | cheers | one | ones | option | i think | i guess | i believe | for me
    | would be good | would be great | is fine | is good | sounds good | would be nice | for now | then | lol | haha | that's it | that's all
    | that is all | too | as well | only | if possible | if i may`,

  media: { image: "photo", audio: "audio", video: "video", document: "document" },
  dates: {
    days: [
      ...counted(
        -2,
        "day before yesterday/the day before yesterday | yesterday/last night | today/tonight/now/right now/this morning/this evening",
      ),
      ...counted(
        1,
        "tomorrow/tomorow/tommorow/tommorrow/tmrw/tmr/tomo | day after tomorrow/the day after tomorrow/overmorrow",
      ),
      ["in a fortnight", 14],
    ],
    months: counted(
      1,
      `january/jan | february/feb | march/mar | april/apr | may | june/jun | july/jul | august/aug | september/sept/sep
      | october/oct | november/nov | december/dec`,
    ),
    weekdays: counted(
      1,
      `monday/mon | tuesday/tues/tue | wednesday/weds/wed | thursday/thurs/thur/thu | friday/fri | saturday/sat | sunday/sun`,
    ),
    units: {
      days: "day | days",
      weeks: "week | weeks | wk | wks",
      months: "month | months",
      years: "year | years",
    },
    ahead: "in | after",
    aheadAfter: "from now | from today | later | time",
    agoAfter: "ago | back",
    coming: "this | coming | this coming | upcoming",
    // In British use, and for anyone who says it late in the week, `next Friday` is not the one that is nearly here.
    next: "next",
    last: "last | past | this past",
    weekLater: "week",
    nextWeek: "next week | of next week",
    lastWeek: "last week | of last week",
    of: "of | the | of the",
  },
};
