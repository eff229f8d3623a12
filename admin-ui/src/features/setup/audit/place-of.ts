// Where the thing that a deed is about can be looked at.
import type { LinkProps } from "@tanstack/react-router";

type Place = Pick<LinkProps, "to" | "params">;

/** Null for what has no page of its own. */
export function placeOf({ kind, id }: { readonly kind: string; readonly id: string }): Place | null {
  switch (kind) {
    case "flow":
      return { to: "/flows/$flowId", params: { flowId: id } };
    case "campaign":
      return { to: "/campaigns/$campaignId", params: { campaignId: id } };
    case "contact":
      return { to: "/contacts/$contactId", params: { contactId: id } };
    case "segment":
      return { to: "/segments/$segmentId", params: { segmentId: id } };
    case "template":
      return { to: "/templates/$templateId", params: { templateId: id } };
    case "funnel":
      return { to: "/funnels/$funnelId", params: { funnelId: id } };
    case "import":
      return { to: "/imports/$importId", params: { importId: id } };
    case "helpline":
      return { to: "/groups/$groupId", params: { groupId: id } };
    case "line":
      return { to: "/setup/lines/$lineId", params: { lineId: id } };
    case "volunteer":
      return { to: "/volunteers/$volunteerId", params: { volunteerId: id } };
    case "staff":
      return { to: "/setup/staff" };
    case "token":
      return { to: "/setup/tokens" };
    case "settings":
      return { to: "/setup/organisation" };
    default:
      return null;
  }
}
