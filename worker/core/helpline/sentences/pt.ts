// What is said on the telephone, in Portuguese.
import type { CallSentences } from "#core/helpline/sentences";

export const pt: CallSentences = {
  greeting: "Olá, você ligou para {name}.",
  hold: "Aguarde, por favor, enquanto procuramos alguém para atender.",
  nobody: "No momento ninguém pode atender a sua ligação.",
  voicemail: "Deixe uma mensagem após o sinal e desligue quando terminar.",
  thanks: "Obrigado. Até logo.",
  notAChoice: "Desculpe, essa não é uma das opções.",
  whisper: "Uma ligação para {name}.",
  accept: "Pressione 1 para atender ou 2 para passar adiante.",
  sorry: "Desculpe, algo deu errado do nosso lado.",
  noGroup: "Desculpe, este número não está em uso no momento. Confira e ligue novamente.",
};
