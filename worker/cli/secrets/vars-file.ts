// The format of `.dev.vars`: NAME="value" per line, # for remarks.

export type Vars = Readonly<Record<string, string>>;

const LINE = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/;

/** The names and values of a file's text; quotes around a value and a remark after it are not part of it. */
export function parseVars(text: string): Vars {
  const vars: Record<string, string> = {};
  for (const line of text.split(/\r?\n/)) {
    const [, name, value] = LINE.exec(line) ?? [];
    if (name !== undefined && value !== undefined) vars[name] = unquote(value);
  }
  return vars;
}

function unquote(value: string): string {
  const quoted = /^(["'`])(.*?)\1\s*(?:#.*)?$/.exec(value);
  return quoted?.[2] ?? value.replace(/\s+#.*$/, "");
}
