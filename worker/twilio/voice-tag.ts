// The languages Twilio speaks, by the tags `<Say language>` takes (Twilio: "Text-to-speech").

/** Of each language the first is meant where no country is named. */
const TAGS =
  `en-US en-GB en-AU en-CA en-IE en-IN en-NZ en-ZA es-ES es-MX es-US fr-FR fr-CA fr-BE de-DE de-AT pt-BR pt-PT
  hi-IN it-IT nl-NL nl-BE pl-PL ru-RU uk-UA tr-TR ro-RO vi-VN ko-KR ja-JP cmn-CN cmn-TW yue-HK zh-CN zh-HK zh-TW
  ar-AE ar-XA af-ZA am-ET bg-BG bn-IN ca-ES cs-CZ cy-GB da-DK el-GR fi-FI fil-PH gu-IN he-IL hu-HU id-ID is-IS kn-IN lv-LV
  ml-IN mr-IN ms-MY nb-NO pa-IN sk-SK sr-RS sv-SE ta-IN te-IN th-TH`.split(/\s+/);
/** Standard Arabic has a tag of its own. */
const ARABIC = "arb";

/** Null for a language Twilio has no voice for: it reads with the account's own. */
export function voiceTag(language: string): string | null {
  if (language === "ar" || language === ARABIC) return ARABIC;
  const [base = language] = language.split("-");
  return TAGS.find((tag) => tag === language) ?? TAGS.find((tag) => tag.startsWith(`${base}-`)) ?? null;
}
