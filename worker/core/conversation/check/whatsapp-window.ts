// Free text on WhatsApp that would come 24 hours or more after the person's last word: only a template may go then.
import type { FlowMap } from "#core/conversation/check/map";
import { error, warning } from "#core/conversation/check/problem";
import type { Problem } from "#core/conversation/check/problem";
import { messagesOf } from "#core/conversation/check/texts";
import type { Node } from "#core/conversation/flow";
import type { Channel } from "#core/conversation/run";

/** WhatsApp's customer service window. */
export const WINDOW_MINUTES = 1440;

/** An error where the flow is for WhatsApp, a warning where nobody has said what it is for. */
export function checkWhatsAppWindow(
  map: FlowMap,
  channels: readonly Channel[] | undefined,
): readonly Problem[] {
  if (channels !== undefined && !channels.includes("whatsapp")) return [];
  const report = channels === undefined ? warning : error;
  const silence = longestSilence(map);
  return map.nodes.flatMap((node, place) => {
    const before = silence[place] ?? 0;
    const said = before >= WINDOW_MINUTES && messagesOf(node).length > 0 ? ["text"] : [];
    return [...said, ...lateReminders(node, before)].map((what) =>
      report(
        "whatsapp-window",
        node,
        `On WhatsApp the ${what} may come 24 hours or more after the person's last word, when only an approved template is allowed.`,
      ),
    );
  });
}

function lateReminders(node: Node, before: number): readonly string[] {
  if (node.kind !== "ask" || before >= WINDOW_MINUTES) return [];
  return (node.reminders ?? []).flatMap(({ afterMinutes }, index) =>
    before + afterMinutes >= WINDOW_MINUTES ? [`reminder ${index + 1}`] : [],
  );
}

/** By place: the most minutes since the person last said something, as far as they matter. */
function longestSilence({ nodes, roads, reachable }: FlowMap): readonly number[] {
  const silence = nodes.map(() => 0);
  // Silences only grow and stop at the window, so this ends.
  for (let hasChanged = true; hasChanged;) {
    hasChanged = false;
    for (const { from, to, exit } of roads.flat()) {
      if (typeof to !== "number" || !reachable.has(from)) continue;
      const here = exit.isHeard ? 0 : Math.min(WINDOW_MINUTES, (silence[from] ?? 0) + exit.minutes);
      if (here <= (silence[to] ?? 0)) continue;
      silence[to] = here;
      hasChanged = true;
    }
  }
  return silence;
}
