// When the runs are played: across the two nights in which America's clocks change, decades ahead of any machine's clock.

const HOUR_MS = 3_600_000;

export interface Night {
  readonly name: string;
  /** Saturday, 21:00 in New York: the East has just closed, the West is open for three hours more. */
  readonly launchAt: number;
}

export const NIGHTS: readonly Night[] = [
  { name: "spring", launchAt: Date.UTC(2050, 2, 13, 2) },
  { name: "autumn", launchAt: Date.UTC(2050, 10, 6, 1) },
];

/** By then every zone has opened once. */
export const ALL_AWAKE_MS = 14 * HOUR_MS;
/** Who was out of reach is tried again four hours later, and looked after for half an hour then. */
export const SETTLED_MS = 7 * HOUR_MS;
