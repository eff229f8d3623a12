// A form as Twilio posts it: names and values in order, names may repeat.

export type Form = readonly (readonly [name: string, value: string])[];

/** Fields whose value is undefined are left out, as Twilio leaves out what does not apply. */
export function makeForm(fields: Record<string, string | undefined>): Form {
  return Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
}
