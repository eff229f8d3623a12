// The values a template is given, and what stands in for the missing ones.

export type Values = Readonly<Record<string, unknown>>;

/** The value at a dotted path of own properties. */
export function valueAt(values: Values, path: string): unknown {
  let value: unknown = values;
  for (const name of path.split(".")) {
    if (!isGroup(value) || !Object.hasOwn(value, name)) return undefined;
    value = value[name];
  }
  return value;
}

/** A copy in which the default stands at every one of these paths that is blank. */
export function withDefaults(
  values: Values,
  defaults: Readonly<Record<string, string>>,
  paths: readonly string[],
): Values {
  let filled = { ...values };
  for (const path of paths) {
    if (Object.hasOwn(defaults, path) && isBlank(valueAt(filled, path)))
      filled = withValue(filled, path.split("."), defaults[path]);
  }
  return filled;
}

function withValue(
  values: Values,
  [name = "", ...rest]: readonly string[],
  value: unknown,
): Record<string, unknown> {
  const inner = Object.hasOwn(values, name) ? values[name] : undefined;
  return {
    ...values,
    [name]: rest.length === 0 ? value : withValue(isGroup(inner) ? inner : {}, rest, value),
  };
}

/** Nothing, or only white space. */
export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
