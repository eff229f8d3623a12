// Where somebody is, as they sent it.
import { Text } from "@mantine/core";
import { IconMapPin } from "@tabler/icons-react";
import type { Position } from "./place.ts";

export function PlaceLine({ place: { latitude, longitude, label } }: { readonly place: Position }) {
  return (
    <Text size="sm" component="p" dir="auto">
      <IconMapPin size={14} aria-hidden /> {label ?? "A place"} ({latitude.toFixed(5)}, {longitude.toFixed(5)}
      )
    </Text>
  );
}
