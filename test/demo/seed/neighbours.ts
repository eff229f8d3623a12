// The neighbours: a list that an organiser has in a spreadsheet, with everybody's consent.

/** More than the News line sends in a second or two, and few enough to be quick. */
const COUNT = 24;
const FIRST = ["Ada", "Bo", "Cleo", "Dina", "Emil", "Fay"];

export interface Neighbour {
  readonly number: string;
  readonly name: string;
  readonly street: string;
}

/** Numbers that Ofcom keeps for fiction. */
export const NEIGHBOURS: readonly Neighbour[] = Array.from({ length: COUNT }, (_, place) => ({
  number: `+4477009006${String(place).padStart(2, "0")}`,
  name: `${FIRST[place % FIRST.length] ?? ""} ${String.fromCharCode(65 + place)}.`,
  street: place % 3 === 2 ? "Mill Lane" : "Elm Street",
}));

/** Those on Elm Street; the last of them never agreed. */
export const ELM_STREET = NEIGHBOURS.filter(({ street }) => street === "Elm Street");

/** As the spreadsheet saves it: semicolons, numbers as people write them at home, an odd column. */
export const NEIGHBOURS_CSV = [
  "Mobile;First name;Street;Consent;Shoe size",
  ...NEIGHBOURS.map(({ number, name, street }, place) =>
    [number.replace("+44", "0"), name, street, isAgreed(place) ? "yes" : "", "=2*21"].join(";"),
  ),
  "",
].join("\r\n");

function isAgreed(place: number): boolean {
  return NEIGHBOURS[place] !== ELM_STREET.at(-1);
}
