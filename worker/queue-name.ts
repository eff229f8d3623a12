// The queues, as they are called in the services, in their bindings' names and in Cloudflare.
export type QueueName = "records" | "outbound" | "pump" | "work";
