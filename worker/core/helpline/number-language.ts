// In which language a number is most likely called, where no group can be asked.
import { countryOf } from "#core/phone";

/** Countries where most people understand one of the languages that we have sentences in; English is spoken to all others. */
const COUNTRIES: Readonly<Record<string, string>> = {
  ar: "AE BH DZ EG IQ JO KW LB LY MA OM PS QA SA SD SY TN YE",
  de: "AT CH DE LI",
  es: "AR BO CL CO CR CU DO EC ES GQ GT HN MX NI PA PE PR PY SV UY VE",
  fr: "BF BJ CD CF CG CI CM FR GA GN LU MC ML NE SN TG",
  hi: "IN",
  pt: "AO BR CV MZ PT ST",
};

/** `number` as the carrier names it; a language of ours, `en` where nothing is known. */
export function languageOfNumber(number: string): string {
  const country = countryOf(number) ?? "unknown";
  return Object.entries(COUNTRIES).find(([, list]) => list.split(" ").includes(country))?.[0] ?? "en";
}
