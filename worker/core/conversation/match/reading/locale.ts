// Language tags, and what the runtime knows about the language they name.

/** `pt` of `pt-BR`. */
export function baseOf(language: string): string {
  return language.split("-")[0] ?? language;
}

/** A locale the runtime accepts; plain `en` is taken as international English, where the day comes before the month. */
export function localeOf(language: string): string {
  if (language === "en") return "en-GB";
  for (const tag of [language, baseOf(language)]) {
    if (isLocale(tag)) return tag;
  }
  return "en-GB";
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** Whether 3.5 is written `3,5`. */
export function hasDecimalComma(language: string): boolean {
  return new Intl.NumberFormat(localeOf(language)).format(1.5).includes(",");
}
