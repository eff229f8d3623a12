// Addresses: whom a message is from, what to call them in a hash, and how to show a number without showing it.
export { canonical, isWithheld, parseAddress } from "./phone/address.ts";
export type { Address } from "./phone/address.ts";
export { mask, maskNumbers } from "./phone/mask.ts";
export { countryOf, isCountry, parsePhone } from "./phone/parse-phone.ts";
export type { ParsedPhone } from "./phone/parse-phone.ts";
