// Form and query parameters, read strictly: Twilio ignores what it does not know, a test should not.
import { Problem } from "./problem.ts";

export type Parameters = {
  /** The value of a parameter that may stand once; empty counts as absent, as at Twilio. */
  one: (name: string) => string | undefined;
  all: (name: string) => string[];
};

export async function readForm(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.toLowerCase().startsWith("application/x-www-form-urlencoded")) {
    throw new Problem(415, 20415, `Unsupported Media Type: ${type || "none"}`);
  }
  return new URLSearchParams(await request.text());
}

export function readParameters(given: URLSearchParams, known: readonly string[]): Parameters {
  const unknown = [...new Set(given.keys())].filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Problem(400, 20001, `Unknown parameters: ${unknown.join(", ")}`);
  const all = (name: string): string[] => given.getAll(name).filter((value) => value !== "");
  return {
    all,
    one: (name) => {
      const values = all(name);
      if (values.length > 1)
        throw new Problem(400, 20001, `The parameter ${name} stands ${values.length} times`);
      return values[0];
    },
  };
}
