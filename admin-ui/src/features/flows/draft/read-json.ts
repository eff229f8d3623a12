// JSON as somebody pasted it.

export type Pasted =
  | { readonly kind: "object"; readonly object: Record<string, unknown> }
  | { readonly kind: "problem"; readonly message: string };

/** A flow is an object, finished or not. */
export function readJson(text: string): Pasted {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return { kind: "object", object: { ...value } };
    return { kind: "problem", message: "A flow is an object: it begins with { and ends with }." };
  } catch (error) {
    return { kind: "problem", message: `This is not JSON: ${(error as Error).message}.` };
  }
}
