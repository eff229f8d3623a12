// Where Twilio believes a number to be: its guess for From/To City, State, Zip and Country.
import { getCountries, getCountryCallingCode, parsePhoneNumberFromString } from "libphonenumber-js/min";

export type Place = { city: string; state: string; zip: string; country: string };

/** A few exchanges; for most numbers Twilio knows the country only and sends the rest empty. */
const PLACES: Readonly<Record<string, Omit<Place, "country">>> = {
  "1206": { city: "SEATTLE", state: "WA", zip: "98101" },
  "1212": { city: "NEW YORK", state: "NY", zip: "10001" },
  "1312": { city: "CHICAGO", state: "IL", zip: "60605" },
  "1415": { city: "SAN FRANCISCO", state: "CA", zip: "94105" },
  "1512": { city: "AUSTIN", state: "TX", zip: "78701" },
  "1617": { city: "BOSTON", state: "MA", zip: "02108" },
};

export function placeOf(number: string): Place {
  const known = PLACES[number.replace("+", "").slice(0, 4)];
  return { city: "", state: "", zip: "", ...known, country: countryOf(number) };
}

/** Numbers kept for fiction belong to no one, so their calling code has to do. */
function countryOf(number: string): string {
  const parsed = parsePhoneNumberFromString(number);
  if (parsed?.country !== undefined) return parsed.country;
  // A short code, or a number of the fictitious +1 500 range.
  if (parsed === undefined || parsed.countryCallingCode === "1") return "US";
  return getCountries().find((each) => getCountryCallingCode(each) === parsed.countryCallingCode) ?? "";
}
