// Where somebody is, as they sent it.
import { Text } from "@mantine/core";
import { IconMapPin } from "@tabler/icons-react";

interface Position {
  readonly latitude: number;
  readonly longitude: number;
  readonly label: string | null;
}

/** null where it is none. */
export function readPlace(raw: unknown): Position | null {
  if (typeof raw !== "object" || raw === null || !("latitude" in raw) || !("longitude" in raw)) return null;
  const { latitude, longitude } = raw;
  if (typeof latitude !== "number" || typeof longitude !== "number") return null;
  return { latitude, longitude, label: "label" in raw && typeof raw.label === "string" ? raw.label : null };
}

export function Place({ place: { latitude, longitude, label } }: { readonly place: Position }) {
  return (
    <Text size="sm" component="p" dir="auto">
      <IconMapPin size={14} aria-hidden /> {label ?? "A place"} ({latitude.toFixed(5)}, {longitude.toFixed(5)}
      )
    </Text>
  );
}
