// Whether a volunteer is called, in two words.
import { Badge } from "@mantine/core";
import type { Volunteer } from "../../data/helplines.ts";

export function StateBadge({ volunteer }: { readonly volunteer: Volunteer }) {
  const words = stateOf(volunteer);
  return (
    <Badge variant="light" color={words === "Takes calls" ? "teal" : "gray"}>
      {words}
    </Badge>
  );
}

function stateOf({ isActive, removedAt, phone }: Volunteer): string {
  if (removedAt !== null) return "Removed";
  if (phone === null) return "Has no phone";
  return isActive ? "Takes calls" : "Pauses";
}
