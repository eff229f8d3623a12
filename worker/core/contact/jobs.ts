// What the outbound queue carries: which message to claim, flow to begin, picture to fetch. Never a text, never a number.

export type OutboundJob =
  | { readonly kind: "send"; readonly addressId: string; readonly id: string }
  | {
      readonly kind: "enrol";
      readonly addressId: string;
      readonly id: string;
      readonly lineId: string;
      readonly flow: string;
    }
  | {
      readonly kind: "media";
      readonly messageId: string;
      readonly messageSid: string;
      readonly mediaSid: string;
      readonly place: number;
      readonly type: string;
    };
