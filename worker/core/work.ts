// What the work queue carries: one step of something long. Each step saves how far it came and asks for the next.

export type WorkJob =
  /** The next page of a campaign's audience. */
  | { readonly kind: "freeze"; readonly campaignId: string }
  | { readonly kind: "import"; readonly importId: string }
  | { readonly kind: "undo-import"; readonly importId: string }
  | { readonly kind: "export"; readonly exportId: string }
  /** One slot of a funnel: who is due in it begins the stage they are at. */
  | { readonly kind: "funnel-slot"; readonly funnelId: string; readonly at: number }
  /** A line was changed: the next page of those who talk on it are told. */
  | { readonly kind: "tell-line"; readonly lineId: string; readonly cursor: string }
  /** One message of questions to a volunteer about shifts. */
  | { readonly kind: "ask-volunteer"; readonly batchId: string }
  /** A message left on the machine: whatever is to be done about it next. */
  | { readonly kind: "voicemail"; readonly voicemailId: string };
