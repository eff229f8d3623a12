// English. The whole words are Twilio's list, the FCC's (47 CFR 64.1200(a)(10)) and `remove`, which other carriers have.
import type { Wording } from "../wording.ts";

const DOING =
  "texting|messaging|writing|contacting|bothering|spamming|calling|sending|harassing|annoying|pestering|bugging|emailing";
const MESSAGES = "text messages|messages|texts|msgs|sms|spam|whatsapps|notifications|alerts|newsletters";
const REST = `( (me|us|number|phone|list|lists|message|text|stuff|${MESSAGES}))*`;
const NOT = "(do not|don ?t|never)";
const UNSUBSCRIBE = `(unsubscribe|unsub|opt out|opt me out|optout)${REST}`;

export const en: Wording = {
  optOut:
    "stop | stopall | stop all | unsubscribe | cancel | end | quit | revoke | optout | opt out | remove",
  optIn: "start | unstop",
  yes: "yes",
  help: "help | info",
  hints: `stop | stops | stopped | stopping | stopall | stpo | sotp | unsubscribe | unsubscribed | unsub | cancel | quit | revoke
    | optout | opt out | opted out | remove | leave me alone | go away | wrong number | texting me | messaging me | don't text | dont text | do not text | call me again`,
  openings: `and | so | then | but | now | please | pls | plz | kindly | just | hi | hello | hey | ok | okay | no | sorry | thanks | well | guys | wrong number
    | can you | can u | could you | could u | would you | will you | you must | you should | you need to | you have to
    | i want you to | i need you to | i would like you to | i d like you to | id like you to | i am asking you to | i m asking you to
    | i said | i told you to | i asked you to | for the last time`,
  wishOpenings: `to | i want | i wanna | i need | i wish | i would like | i d like | id like | i am trying | i m trying | want | can i | may i
    | how do i | how can i | how to | let me`,
  fillers: `thank you | thanks | thx | right now | right away | any more | anymore | again | ever | now | immediately | asap | already | please
    | pls | plz | to | at | on | from | of | with | this | that | these | those | the | your | ur | my | our | any | all | such | so many | and`,
  asks: [
    "(stop|quit|cease)( it)?",
    // The same with letters held down, or said three times.
    "s+t+o+p+( s+t+o+p+)*",
    `(stop|quit|cease) (${DOING})${REST}`,
    `(stop|cancel|end) (${MESSAGES}|subscription)${REST}`,
    `${NOT} (text|message|msg|write|contact|bother|spam|whatsapp|email|harass)${REST}`,
    `${NOT} send( (me|us))? (${MESSAGES}|stuff)${REST}`,
    "(remove|delete|drop) (me|us|phone number|number)( (off|out))?( (list|lists|database|system|contacts))*",
    "take (me|us|number) off( (list|lists|database))?",
    "get (me|us) off (list|lists)",
    `((i|we) )?(do not|don ?t|no longer) (want|wish|need) ((receive|get|have) )?(${MESSAGES})${REST}`,
    "((i|we) )?(do not|don ?t|no longer|never) (want|wish) (hear you|be texted|be contacted|be messaged)",
    `((i|we) )?(do not|don ?t|no longer) want you (text|message|contact|${DOING})${REST}`,
    `no more (${MESSAGES})${REST}`,
    "(leave|let) (me|us) (alone|be)",
    "(lose|forget) number",
    UNSUBSCRIBE,
  ],
  wishes: [
    UNSUBSCRIBE,
    `(stop|quit) (receiving|getting) (${MESSAGES})${REST}`,
    `stop (${MESSAGES})${REST}`,
    "be (removed|deleted|taken off)( (list|lists|database))?",
    "cancel subscription",
  ],
  rather: ".*\\b(instead|rather)\\b.*|(but |so )?(please |just )?(call|ring|phone) .*",
  sentences: {
    optedOut: "You are unsubscribed and will get no more messages from us. Reply START to get them again.",
    optedIn: "You will get our messages again. Reply STOP to end them, HELP for help.",
    help: "Reply STOP to get no more messages from us, START to get them again.",
  },
};
