// WhatsApp content templates as the Content API holds them.
import type { Option } from "../message.ts";

export type ContentType = "twilio/text" | "twilio/quick-reply" | "twilio/list-picker";

export type Approval = {
  status: "unsubmitted" | "received" | "pending" | "approved" | "rejected";
  name: string;
  category: string;
  rejectionReason: string;
};

export type Content = {
  sid: string;
  friendlyName: string;
  language: string;
  variables: Record<string, string>;
  type: ContentType;
  /** As posted: the `types` object, answered back unchanged. */
  types: Record<string, unknown>;
  body: string;
  options: Option[];
  approval: Approval;
  createdAt: number;
};
