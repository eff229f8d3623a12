// Texts with placeholders: Liquid with limits, and something sensible to say when one fails.
export { checkTemplate, EMPTY, render } from "./template/render.ts";
export type { Rendered } from "./template/render.ts";
export { placeholders } from "./template/parse.ts";
export type { Placeholder } from "./template/placeholders.ts";
