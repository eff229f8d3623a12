// Over which step a dragged one is: by its edges, since an open step is many times as tall as a closed one.
import type { CollisionDetection } from "@dnd-kit/core";

/** Closest first, by whichever of top and bottom is nearer. */
export const closestEdge: CollisionDetection = ({ collisionRect, droppableRects, droppableContainers }) =>
  droppableContainers
    .flatMap((droppableContainer) => {
      const rect = droppableRects.get(droppableContainer.id);
      if (rect === undefined) return [];
      const top = Math.abs(rect.top - collisionRect.top);
      const bottom = Math.abs(rect.bottom - collisionRect.bottom);
      return [{ id: droppableContainer.id, data: { droppableContainer, value: Math.min(top, bottom) } }];
    })
    .toSorted((a, b) => a.data.value - b.data.value);
