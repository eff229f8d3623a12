export * from "./campaigns.ts";
export * from "./configuration.ts";
export * from "./funnels.ts";
export * from "./idempotency.ts";
export * from "./people.ts";
export * from "./records.ts";
export * from "./senders.ts";
export * from "./segments.ts";
