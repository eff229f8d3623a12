// Countries by name, as the browser knows them.

export interface CountryChoice {
  /** ISO 3166-1, such as GB. */
  readonly value: string;
  readonly label: string;
}

const LETTERS = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
/** Known to browsers, and no country with numbers of its own. */
const NO_COUNTRIES: ReadonlySet<string> = new Set(["EU", "EZ", "UN", "QO", "ZZ", "XA", "XB", "AQ"]);
const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
let known: readonly CountryChoice[] | null = null;

/** By name. */
export function listCountries(): readonly CountryChoice[] {
  known ??= LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
    .flatMap((value) => {
      // Old and other codes of a country, such as UK, are spelled as its own.
      const isOwn = new Intl.Locale("und", { region: value }).region === value;
      const label = NO_COUNTRIES.has(value) || !isOwn ? undefined : names.of(value);
      return label === undefined ? [] : [{ value, label }];
    })
    .toSorted((a, b) => a.label.localeCompare(b.label));
  return known;
}
