// The queues, as they are called in the services, in their bindings' names and in Cloudflare.
export const QUEUE_NAMES = ["records", "outbound", "pump", "work", "email"] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];
