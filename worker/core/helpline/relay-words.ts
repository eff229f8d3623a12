// What is said about texts that are passed on: to volunteers in their language, to callers in the group's.

export interface RelayWords {
  /** `{group}`. */
  readonly nobody: string;
  /** `{tags}`. */
  readonly which: string;
  /** `{tag}`. */
  readonly closed: string;
  readonly handedOver: string;
  /** To a volunteer whom no caller has written to. */
  readonly noCaller: string;
  /** To a volunteer whose caller said STOP. */
  readonly stopped: string;
}

const en: RelayWords = {
  nobody: "{group}: nobody is here right now. We have your message and will get back to you.",
  which: "Who is it for? Answer with the letter: {tags}",
  closed: "[{tag}] is closed.",
  handedOver: "handed over to you",
  noCaller: "There is no open conversation, so this was not passed on to anybody. The office has it.",
  stopped: "They asked to hear nothing more from us: your text was not sent.",
};

const ALL: Readonly<Record<string, RelayWords>> = {
  en,
  es: {
    nobody: "{group}: ahora no hay nadie. Tenemos su mensaje y le responderemos.",
    which: "¿Para quién es? Responda con la letra: {tags}",
    closed: "[{tag}] está cerrada.",
    handedOver: "ahora es suya",
    noCaller: "No hay ninguna conversación abierta: esto no se ha pasado a nadie. La oficina lo tiene.",
    stopped: "Ha pedido no recibir nada más: su texto no se ha enviado.",
  },
  fr: {
    nobody: "{group} : il n'y a personne en ce moment. Nous avons votre message et vous répondrons.",
    which: "Pour qui est-ce ? Répondez par la lettre : {tags}",
    closed: "[{tag}] est terminée.",
    handedOver: "c'est maintenant à vous",
    noCaller: "Aucune conversation n'est ouverte : ceci n'a été transmis à personne. Le bureau l'a reçu.",
    stopped: "Cette personne ne veut plus rien recevoir : votre texte n'est pas parti.",
  },
  de: {
    nobody: "{group}: Gerade ist niemand da. Wir haben Ihre Nachricht und melden uns.",
    which: "Für wen ist das? Antworten Sie mit dem Buchstaben: {tags}",
    closed: "[{tag}] ist beendet.",
    handedOver: "jetzt bei Ihnen",
    noCaller: "Es ist kein Gespräch offen, daher ging das an niemanden. Das Büro hat es.",
    stopped: "Diese Person möchte nichts mehr von uns hören: Ihr Text ging nicht hinaus.",
  },
  pt: {
    nobody: "{group}: agora não está ninguém. Temos a sua mensagem e vamos responder.",
    which: "Para quem é? Responda com a letra: {tags}",
    closed: "[{tag}] está fechada.",
    handedOver: "agora é sua",
    noCaller: "Não há nenhuma conversa aberta: isto não foi passado a ninguém. O escritório tem-no.",
    stopped: "Esta pessoa pediu para não receber mais nada: o seu texto não foi enviado.",
  },
  ar: {
    nobody: "{group}: لا يوجد أحد الآن. وصلتنا رسالتك وسنرد عليك.",
    which: "لمن هذه الرسالة؟ أجب بالحرف: {tags}",
    closed: "أُغلقت [{tag}].",
    handedOver: "انتقلت إليك",
    noCaller: "لا توجد محادثة مفتوحة، فلم تُمرَّر الرسالة إلى أحد. وصلت إلى المكتب.",
    stopped: "طلب هذا الشخص عدم تلقي أي شيء منا: لم يُرسل نصك.",
  },
  hi: {
    nobody: "{group}: अभी कोई नहीं है. आपका संदेश मिल गया है, हम जवाब देंगे.",
    which: "यह किसके लिए है? अक्षर से जवाब दें: {tags}",
    closed: "[{tag}] बंद हो गया.",
    handedOver: "अब आपके पास",
    noCaller: "कोई बातचीत खुली नहीं है, इसलिए यह किसी को नहीं भेजा गया. कार्यालय के पास है.",
    stopped: "इस व्यक्ति ने हमसे कुछ न पाने को कहा है: आपका संदेश नहीं भेजा गया.",
  },
};

/** English where we have no words of that language. */
export function relayWords(language: string): RelayWords {
  const [base = ""] = language.toLowerCase().split("-");
  return (Object.hasOwn(ALL, base) ? ALL[base] : undefined) ?? en;
}
