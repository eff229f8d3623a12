// What a list is asked for, as its address takes it: what is not set is not there, and what is on is "true".

type Asked = Readonly<Record<string, string | number | boolean | undefined>>;

type Said<Value> =
  | Extract<Value, string>
  | (true extends Value ? "true" : never)
  | (Extract<Value, number> extends never ? never : string);

export function listQuery<Query extends Asked>(query: Query): { [Name in keyof Query]?: Said<Query[Name]> } {
  const set = Object.entries(query).filter(([, value]) => value !== undefined && value !== false);
  return Object.fromEntries(set.map(([name, value]) => [name, String(value)])) as {
    [Name in keyof Query]?: Said<Query[Name]>;
  };
}
