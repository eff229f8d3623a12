// What the outbound queue carries: which message to claim, or which flow to begin. Never a text, never a number.

export type OutboundJob =
  | { readonly kind: "send"; readonly addressId: string; readonly id: string }
  | {
      readonly kind: "enrol";
      readonly addressId: string;
      readonly id: string;
      readonly lineId: string;
      readonly flow: string;
    };
