// The responses to a flow in one line.

export interface Begun {
  readonly started: number;
  readonly completed: number;
}

/** "8 began, 7 completed (88%)" */
export function tellBegun({ started, completed }: Begun): string {
  if (started === 0) return "Nobody has begun yet.";
  return `${started} began, ${completed} completed (${percent(completed / started)}).`;
}

export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** Whose response it is, and to what; a flow of our own has no name. */
export function titleOf({
  flow,
  contact,
}: {
  readonly flow: { readonly name: string | null };
  readonly contact: { readonly name: string | null; readonly address: string | null };
}): string {
  return `${contact.name ?? contact.address ?? "Somebody"}: ${flow.name ?? "Question about a shift"}`;
}
