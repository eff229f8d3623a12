// Portuguese.
import type { Wording } from "../wording.ts";

const MESSAGES = "mensagens|mensagem|sms|textos|spam|propaganda|notificacoes|whatsapps";
const VERB =
  "(escreva|escrevam|escrevas|envie|enviem|envies|mande|mandem|mandes|contate|contatem|contacte|contactem|incomode|incomodem|perturbe|perturbem)";
const UNSUBSCRIBE =
  "(me )?(descadastrar|descadastre|descadastrem|desinscrever|desinscreva)( me)?( lista)?|cancelar (inscricao|assinatura|cadastro)|sair lista";

export const pt: Wording = {
  optOut: `stop | parar | pare | parem | sair | cancelar | cancelar inscrição | descadastrar | remover | desinscrever | basta | chega`,
  optIn: "inscrever de novo",
  yes: "sim | iniciar | começar | voltar | inscrever | assinar",
  help: "ajuda",
  hints: `parar | pare | parem | cancelar | descadastrar | remover | sair da lista | número errado | em paz | chega de`,
  openings: `por favor | porfavor | olá | oi | bom dia | ok | obrigado | obrigada | pode | podem | poderia | poderiam | quero que | gostaria que
    | preciso que | número errado`,
  wishOpenings: "quero | gostaria | desejo | preciso | queria | como faço para | como posso | como | posso",
  fillers: `por favor | obrigado | obrigada | agora | já | de | da | do | das | dos | a | o | as | os | essas | esses | estas | estes | essa | sua | suas | seu | seus | meu | minha
    | em | para | imediatamente`,
  asks: [
    "(parar|pare|parem)",
    `(pare|parem|para|deixe|deixem) (me )?(enviar|mandar|escrever|incomodar|contatar|contactar|perturbar)( me)?( mais)?( (${MESSAGES}))?`,
    `nao (me|nos) ${VERB}( mais)?( (${MESSAGES}))?( mais)?`,
    `nao (envie|enviem|mande|mandem)( me)?( mais)? (${MESSAGES})( mais)?`,
    `((eu|nos) )?nao (quero|desejo|preciso|queremos)( mais)?( receber)?( mais)? (${MESSAGES})( mais)?`,
    `(chega|basta|pare|parem|cancele|cancelem) (com )?(${MESSAGES})`,
    "(me (deixe|deixem|deixa)|(deixe|deixem|deixa) me) paz",
    "(me (remova|removam|tire|tirem|tira|retire|retirem|exclua|excluam)|(remova|removam|tire|tirem|retire|exclua) me) lista",
    "(me (remova|removam|exclua|excluam)|(remova|exclua) me)",
    "(apague|apaguem|remova|removam|exclua|excluam) numero",
    "(cancele|cancelem|cancelar) (inscricao|assinatura|cadastro)",
    UNSUBSCRIBE,
  ],
  wishes: [UNSUBSCRIBE, `parar receber (${MESSAGES})`],
  rather: ".*melhor.*|(por favor )?(ligue|liguem|liga).*",
  sentences: {
    optedOut: "Pronto: paramos de enviar mensagens. Responda START para voltar a receber.",
    optedIn: "Pronto: volta a receber nossas mensagens. Responda STOP para parar, HELP para ajuda.",
    help: "Responda STOP para parar nossas mensagens, START para voltar a receber.",
  },
};
