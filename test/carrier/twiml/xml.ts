// A small, strict XML reader: well-formed documents without DTD, processing instructions or namespaces.

export type Element = { name: string; attributes: ReadonlyMap<string, string>; children: readonly Node[] };

export type Node = Element | string;

export class MalformedXml extends Error {}

const NAME = /[A-Za-z_][\w.-]*/y;
const SPACE = /[ \t\r\n]+/y;
const DECLARATION =
  /<\?xml version=(["'])1\.[01]\1( encoding=(["'])[A-Za-z][\w.-]*\3)?( standalone=(["'])(yes|no)\5)?\s*\?>/y;
const COMMENT = /<!--(?:(?!--)[\s\S])*-->/y;
const CDATA = /<!\[CDATA\[((?:(?!\]\]>)[\s\S])*)\]\]>/y;
const TEXT = /[^<]+/y;
const ENTITY = /&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|(amp|lt|gt|quot|apos));|&/g;
const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
/** XML 1.0's `Char`: no NUL, no other controls, no lone surrogates. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

/** The root element; throws `MalformedXml` with what is wrong and where. */
export function parseXml(source: string): Element {
  const reader = createReader(source);
  if (FORBIDDEN.test(source)) throw new MalformedXml("a character XML does not allow");
  reader.take(DECLARATION);
  skipMisc(reader);
  const root = readElement(reader);
  skipMisc(reader);
  if (!reader.atEnd()) throw reader.problem("content after the root element");
  return root;
}

type Reader = ReturnType<typeof createReader>;

function createReader(source: string) {
  let position = 0;
  return {
    /** The match of a sticky pattern here, consumed. */
    take: (pattern: RegExp): RegExpExecArray | null => {
      pattern.lastIndex = position;
      const match = pattern.exec(source);
      if (match !== null) position = pattern.lastIndex;
      return match;
    },
    skip: (literal: string): boolean => {
      if (!source.startsWith(literal, position)) return false;
      position += literal.length;
      return true;
    },
    atEnd: () => position >= source.length,
    problem: (what: string) => new MalformedXml(`${what} at character ${position}`),
  };
}

function skipMisc(reader: Reader): void {
  while (reader.take(SPACE) !== null || reader.take(COMMENT) !== null);
}

function readElement(reader: Reader): Element {
  if (!reader.skip("<")) throw reader.problem("an element was expected");
  const name = readName(reader);
  const attributes = readAttributes(reader);
  if (reader.skip("/>")) return { name, attributes, children: [] };
  if (!reader.skip(">")) throw reader.problem(`<${name}> is not closed`);
  const children = readChildren(reader);
  if (!reader.skip(`</${name}`)) throw reader.problem(`</${name}> was expected`);
  reader.take(SPACE);
  if (!reader.skip(">")) throw reader.problem(`</${name}> is not closed`);
  return { name, attributes, children };
}

function readName(reader: Reader): string {
  const match = reader.take(NAME);
  if (match === null) throw reader.problem("a name was expected");
  return match[0];
}

function readAttributes(reader: Reader): Map<string, string> {
  const attributes = new Map<string, string>();
  while (reader.take(SPACE) !== null) {
    if (reader.take(/(?=\/?>)/y) !== null) break;
    const name = readName(reader);
    const value = reader.take(/\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y);
    if (value === null) throw reader.problem(`the attribute ${name} has no quoted value`);
    if (attributes.has(name)) throw reader.problem(`the attribute ${name} stands twice`);
    attributes.set(name, unescape(reader, value[1] ?? value[2] ?? ""));
  }
  return attributes;
}

function readChildren(reader: Reader): Node[] {
  const children: Node[] = [];
  for (;;) {
    const text = reader.take(TEXT);
    if (text !== null) {
      if (text[0].includes("]]>")) throw reader.problem("]]> in text");
      children.push(unescape(reader, text[0]));
      continue;
    }
    const data = reader.take(CDATA);
    if (data !== null) children.push(data[1] ?? "");
    else if (reader.take(COMMENT) !== null) continue;
    else if (reader.take(/(?=<\/)/y) !== null) return children;
    else children.push(readElement(reader));
  }
}

function unescape(reader: Reader, text: string): string {
  return text.replace(ENTITY, (_, hex?: string, decimal?: string, named?: string) => {
    if (named !== undefined) return NAMED[named] ?? "";
    if (hex === undefined && decimal === undefined) throw reader.problem("a bare & or an unknown entity");
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    const char = code <= 0x10ffff ? String.fromCodePoint(code) : "\0";
    if (FORBIDDEN.test(char)) throw reader.problem("a character reference XML does not allow");
    return char;
  });
}
