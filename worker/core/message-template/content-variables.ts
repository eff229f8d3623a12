// The `{{1}}` of WhatsApp's approved words, which are not Liquid.

const VARIABLE = /\{\{\s*(\w+)\s*\}\}/g;

/** Every variable once, in order of appearance. */
export function variablesIn(body: string): readonly string[] {
  return [...new Set(Array.from(body.matchAll(VARIABLE), ([, name = ""]) => name))];
}

/** The words with their variables in place, as WhatsApp shows them; one that is not given stays as it is written. */
export function fillVariables(body: string, variables: Readonly<Record<string, string>>): string {
  return body.replace(VARIABLE, (whole, name: string) =>
    Object.hasOwn(variables, name) ? (variables[name] ?? whole) : whole,
  );
}
