// Which texts decide something about consent, in every language we know.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { classify, OPT_OUT_WORDS } from "#core/consent";

/** One text a line. */
const lines = (texts: string) => texts.trim().split(/\n\s*/);

const WHOLE_WORDS = `
  STOP
  stop
  Stop!
  « stop »
  🛑 STOP 🛑
  stopall
  Stop all.
  UNSUBSCRIBE
  Cancel
  end
  quit
  revoke
  optout
  opt-out
  Opt out
  baja
  ARRÊT
  arret
  Stopp
  abmelden
  parar
  إيقاف
  ايقاف
  إلغاء الاشتراك
  बंद करो
  रोकें`;

const CLEAR = `
  please stop
  Please stop texting me
  stop messaging me
  STOOOOP
  stop stop stop
  Stop. I don't want these.
  Wrong number, stop texting me
  ok now stop sending me these messages!!
  Can you please stop sending me text messages?
  I want you to stop contacting me
  stop the messages
  cancel my subscription
  remove me
  remove me from your list
  take me off this list
  please delete my number from your database
  don't text me again
  Dont send me any more messages
  do not contact me
  never text me again
  I no longer want to receive texts
  I don't want to hear from you anymore
  no more messages
  opt me out please
  I'd like to opt out of these texts
  unsubscribe me please
  I want to unsubscribe
  how do I unsubscribe?
  leave me alone
  lose my number
  Arrêtez de m'envoyer des messages svp
  ne m'écrivez plus
  Je ne veux plus recevoir de messages
  merci de ne plus me contacter
  désabonnez-moi
  retirez-moi de la liste
  laissez-moi tranquille
  Deje de enviarme mensajes
  No me escriba más
  no quiero recibir más mensajes
  por favor quiero darme de baja
  bórreme de la lista
  déjenme en paz
  Hören Sie auf, mir zu schreiben
  schreiben Sie mir nicht mehr
  Keine Nachrichten mehr bitte
  ich möchte mich abmelden
  Löschen Sie meine Nummer
  lasst mich in Ruhe
  Pare de me enviar mensagens
  não me mande mais mensagens
  não quero receber mais mensagens
  me remova da lista
  me deixe em paz
  من فضلك توقف عن مراسلتي
  لا ترسل لي رسائل
  احذف رقمي
  कृपया मैसेज मत भेजो
  मुझे संदेश न भेजें
  मेरा नंबर हटाओ`;

const DOUBTFUL = `
  stop the bill
  bus stop
  at the stop
  to stop
  stop here please
  can you stop by?
  Stop, look and listen
  when does it stop?
  cancel my appointment
  Can I cancel?
  how do I quit smoking
  I quit
  I need to stop texting
  I will stop texting you
  My ex won't stop texting me
  he said stop texting me
  don't stop texting me
  please don't unsubscribe me
  don't text me at night
  Don't text me, call me
  stop texting me, call me instead
  l'arrêt de bus
  la baja médica
  no deje de escribirme
  cancelar mi cita
  parar o ônibus
  إلغاء الموعد
  दुकान बंद है`;

const NOTHING = `
  hello
  5
  👍
  iPhone 15
  I live at the end of the road
  I want to end it all
  please text me the address
  have a good weekend
  no messages
  keep them coming
  starting tomorrow
  yes please
  die Haltestelle
  नमस्ते`;

describe("classify", () => {
  test.each(lines(WHOLE_WORDS))("%s is a word that opts out", (text) => {
    expect(classify(text)).toEqual({ kind: "opt-out", words: text });
  });

  test.each(lines(CLEAR))("%s is a clear sentence", (text) => {
    expect(classify(text)).toEqual({ kind: "opt-out", words: text, clear: true });
  });

  test.each(lines(DOUBTFUL))("%s is for a person to look at", (text) => {
    expect(classify(text)).toEqual({ kind: "doubtful", words: text });
  });

  test.each(lines(NOTHING))("%s is nothing of the kind", (text) => {
    expect(classify(text)).toEqual({ kind: "none", words: text });
  });

  test.each([
    ["START", "opt-in"],
    ["Unstop.", "opt-in"],
    ["YES", "yes"],
    ["¡Sí!", "yes"],
    ["oui", "yes"],
    ["Ja", "yes"],
    ["sim", "yes"],
    ["نعم", "yes"],
    ["हाँ", "yes"],
    ["alta", "yes"],
    ["help", "help"],
    ["Info?", "help"],
    ["AIDE", "help"],
    ["", "none"],
    ["🙏", "none"],
  ])("%s is %s", (text, kind) => {
    expect(classify(text)).toEqual({ kind, words: text });
  });

  test("a story that has the sentence in it is no request", () => {
    const story = `${"It was a long day and nothing went right. ".repeat(5)}Please stop texting me.`;
    expect(classify(story).kind).toBe("doubtful");
  });

  test("an organisation's own words count like ours, in their spelling or another", () => {
    const extra = {
      optOut: { sw: ["Acha"], en: ["no thanks, bye"] },
      optIn: { sw: ["Anza"] },
      help: { sw: ["Msaada"] },
    };
    expect(classify("ACHA!", extra).kind).toBe("opt-out");
    expect(classify("No thanks, bye", extra).kind).toBe("opt-out");
    expect(classify("anza", extra).kind).toBe("opt-in");
    expect(classify("msaada?", extra).kind).toBe("help");
    expect(classify("acha").kind).toBe("none");
  });

  test("every opt-out word of every language is one, however it is typed", () => {
    for (const word of Object.values(OPT_OUT_WORDS).flat()) {
      for (const typed of [word, word.toUpperCase(), ` ${word}! `, `\u200F"${word}"`]) {
        expect(classify(typed)).toEqual({ kind: "opt-out", words: typed });
      }
    }
  });

  test("whatever is typed, the proof is what was typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(classify(text).words).toBe(text);
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });

  // A pattern that backtracks would not come back within the test's time.
  test("a text made to be slow is not", () => {
    const hostile = ["please ", "any more ", "me messages ", "stop ", "no me ", "ne plus "].map((words) =>
      words.repeat(60).slice(0, 199),
    );
    for (const text of hostile) expect(classify(`${text}x`).kind).not.toBe("opt-in");
  });
});
