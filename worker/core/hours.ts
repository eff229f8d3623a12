// When a line may begin something: opening hours on the clock of the person it would reach.
export { DEFAULT_HOURS, Hours } from "./hours/hours.ts";
export { closing, isOpen, nextOpening } from "./hours/opening.ts";
