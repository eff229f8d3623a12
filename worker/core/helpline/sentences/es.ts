// What is said on the telephone, in Spanish.
import type { CallSentences } from "#core/helpline/sentences";

export const es: CallSentences = {
  greeting: "Hola, ha llamado a {name}.",
  hold: "Espere, por favor, mientras buscamos a alguien que le atienda.",
  nobody: "En este momento nadie puede atender su llamada.",
  voicemail: "Deje su mensaje después de la señal y cuelgue cuando haya terminado.",
  thanks: "Gracias. Adiós.",
  notAChoice: "Lo sentimos, esa no es una de las opciones.",
  whisper: "Es una llamada para {name}.",
  accept: "Pulse 1 para atenderla o 2 para pasarla a otra persona.",
  sorry: "Lo sentimos, ha habido un error por nuestra parte.",
  noGroup: "Lo sentimos, este número no está en uso en este momento. Compruébelo y vuelva a llamar.",
};
