// The parts of a line's page.
export const LINE_TABS = ["starts", "line", "hours", "sending", "words"] as const;
export type LineTab = (typeof LINE_TABS)[number];
