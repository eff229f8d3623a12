// Every place in the product from which something outside is called: found by running it, not by a list that grows old.
import type { Here } from "./mishaps.ts";

/** A frame of the product's own code: the function and its file, without the line, so that an edit above moves nothing. */
const FRAME =
  /at (?:async )?(?:(?<name>[^\s(]+) )?\(?\S*?(?<file>(?:worker|durable-objects)\/[\w/.-]+\.ts):\d+/;
/** Of the harness, where the product's own classes are composed anew. */
const OURS = /test\/bench|test\/workerd/;

// The first product frame may lie behind many of the harness and of libraries.
Object.assign(Error, { stackTraceLimit: 40 });

export class Sites {
  readonly #times = new Map<string, number>();

  /** One call of `name`, from wherever the stack says. */
  visit(name: string, stack: string, query = ""): Here {
    const site = `${name} ${placeOf(stack) ?? tablesOf(query)}`.trim();
    const nth = this.#times.get(site) ?? 0;
    this.#times.set(site, nth + 1);
    return { site, nth, at: Date.now() };
  }

  /** Each site with how often it was reached, in the order of the alphabet. */
  all(): readonly (readonly [site: string, times: number])[] {
    return [...this.#times].toSorted(([a], [b]) => (a < b ? -1 : 1));
  }
}

function placeOf(stack: string): string | null {
  for (const line of stack.split("\n")) {
    const found = OURS.test(line) ? undefined : FRAME.exec(line)?.groups;
    if (found === undefined) continue;
    const { name = "", file = "" } = found;
    const verb = name.split(".").at(-1)?.replace(/^#/, "") ?? "";
    return `in ${file}${/^[a-z]\w+$/.test(verb) ? ` ${verb}` : ""}`;
  }
  return null;
}

/** A query that was built in one place and sent from another is told by its tables. */
function tablesOf(query: string): string {
  const names = [...query.matchAll(/\b(?:from|into|update|join) "?([a-z_]+)/gi)].map(
    ([, table = ""]) => table,
  );
  return names.length === 0 ? "" : `on ${[...new Set(names)].join(", ")}`;
}
