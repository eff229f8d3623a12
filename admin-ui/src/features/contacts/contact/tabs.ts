// The parts of a contact's page, as they stand in its address.
export const TABS = ["messages", "profile", "consent"] as const;
