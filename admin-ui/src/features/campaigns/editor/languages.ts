// Words by language, as campaigns hold them.
export type Words = Readonly<Record<string, string>>;

/** A tag such as en or pt-BR, as the API takes it. */
export const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** The same words under another language, in the same place. */
export function renameLanguage(text: Words, from: string, to: string): Words {
  return Object.fromEntries(Object.entries(text).map(([tag, words]) => [tag === from ? to : tag, words]));
}
