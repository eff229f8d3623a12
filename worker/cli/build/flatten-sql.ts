// Puts SQL on one line: how it is indented in the sources is nothing that D1 reads.
import { type ESTree, type Plugin, Visitor } from "vite";
import { applyEdits, type Edit } from "./edits.ts";

const DATABASE = /\/(worker\/(db|actions)|durable-objects)\/[^?]*\.ts$/;
/** Fragments have one of these as well. */
const SQL = /\b(?:SELECT|INSERT|UPDATE|DELETE|FROM|WHERE|JOIN|CASE|AND|AS|ON)\b/;
/** The quote of a text, a comment, which only a line break ends, or a line break with what is around it. */
const MARKS = /'|--|\s*\n\s*/g;

/** For the modules that speak to a database. */
export function flattenSql(): Plugin {
  return {
    name: "flatten-sql",
    transform: {
      filter: { id: DATABASE },
      handler(code) {
        return { code: applyEdits(code, findBreaks(code, this.parse(code))), map: null };
      },
    },
  };
}

/** What to change in a module: line breaks of SQL become holes with a space, which the minifier fills in; in the source map the lines stay. */
export function findBreaks(code: string, program: ESTree.Program): Edit[] {
  const edits: Edit[] = [];
  // What a tag is given as a hole is a value to it.
  const tagged = new Set<number>();
  new Visitor({
    TaggedTemplateExpression({ quasi }) {
      tagged.add(quasi.start);
    },
    TemplateLiteral({ start, quasis }) {
      if (!tagged.has(start) && quasis.some(({ value }) => SQL.test(value.raw)))
        edits.push(...breaksOf(code, quasis));
    },
  }).visit(program);
  return edits;
}

/** Outside of texts; none where there is a comment. */
function breaksOf(code: string, quasis: readonly ESTree.Span[]): Edit[] {
  const edits: Edit[] = [];
  let isText = false;
  for (const { start, end } of quasis) {
    for (const { 0: mark, index } of code.slice(start, end).matchAll(MARKS)) {
      if (mark === "'") isText = !isText;
      else if (mark === "--" && !isText) return [];
      else if (mark !== "--" && !isText) edits.push(...toHole(start + index, mark.length));
    }
  }
  return edits;
}

/** An edit's line breaks come after its text. */
function toHole(start: number, length: number): Edit[] {
  const end = start + length;
  return [
    { start, end, text: '${" "' },
    { start: end, end, text: "}" },
  ];
}
