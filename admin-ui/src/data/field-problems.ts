// Which field of a form the API found wanting, and why.
import { ApiProblem } from "./problem.ts";

/** The message for the field at `path` (or inside it), if there is one: `problemAt("volunteers")`. */
export type ProblemAt = (path: string) => string | undefined;

/** Reads the details of an `invalid` problem; any other has none. */
export function fieldProblems(error: unknown): ProblemAt {
  const details = error instanceof ApiProblem && Array.isArray(error.details) ? error.details : [];
  const known = details.flatMap((one: unknown) =>
    typeof one === "object" && one !== null && "path" in one && "message" in one
      ? [{ path: String(one.path), message: String(one.message) }]
      : [],
  );
  return (path) => {
    const found = known.find(
      (one) => one.path === path || one.path.startsWith(`${path}.`) || one.path.startsWith(`${path}[`),
    );
    return found && `This ${found.message}.`;
  };
}
