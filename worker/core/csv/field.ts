// What a change names: `name`, or a thing of a kind such as `attributes.plan`.

export interface Field {
  readonly root: string;
  /** Of what has none, the root again. A name may hold dots. */
  readonly name: string;
}

export function splitField(field: string): Field {
  const at = field.indexOf(".");
  return at < 0 ? { root: field, name: field } : { root: field.slice(0, at), name: field.slice(at + 1) };
}
