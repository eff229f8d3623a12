// What a screen reader hears while a step is moved.
import type { Announcements, UniqueIdentifier } from "@dnd-kit/core";

export function announcementsFor(keys: readonly string[]): Announcements {
  const place = (id: UniqueIdentifier) => `${keys.indexOf(String(id)) + 1} of ${keys.length}`;
  return {
    onDragStart: ({ active }) =>
      `Picked up ${active.id}, step ${place(active.id)}. Move it with the arrow keys, drop it with space.`,
    onDragOver: ({ active, over }) =>
      over === null ? `${active.id} is not over the list.` : `${active.id} would be step ${place(over.id)}.`,
    onDragEnd: ({ active, over }) =>
      over === null ? `${active.id} stays where it was.` : `${active.id} is now step ${place(over.id)}.`,
    onDragCancel: ({ active }) => `${active.id} stays where it was.`,
  };
}
