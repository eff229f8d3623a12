// What the palette finds by name besides people: what it is called, and where it leads.
import {
  IconFilter,
  IconMessages,
  IconSpeakerphone,
  IconTemplate,
  IconTimeline,
  IconUsers,
  IconUsersGroup,
} from "@tabler/icons-react";
import { linkOptions } from "@tanstack/react-router";

export const FOUND = {
  flows: {
    label: "Flows found",
    icon: IconMessages,
    linkTo: (flowId: string) => linkOptions({ to: "/flows/$flowId", params: { flowId } }),
  },
  campaigns: {
    label: "Campaigns found",
    icon: IconSpeakerphone,
    linkTo: (campaignId: string) => linkOptions({ to: "/campaigns/$campaignId", params: { campaignId } }),
  },
  funnels: {
    label: "Funnels found",
    icon: IconTimeline,
    linkTo: (funnelId: string) => linkOptions({ to: "/funnels/$funnelId", params: { funnelId } }),
  },
  segments: {
    label: "Segments found",
    icon: IconFilter,
    linkTo: (segmentId: string) => linkOptions({ to: "/segments/$segmentId", params: { segmentId } }),
  },
  templates: {
    label: "Templates found",
    icon: IconTemplate,
    linkTo: (templateId: string) => linkOptions({ to: "/templates/$templateId", params: { templateId } }),
  },
  groups: {
    label: "Groups found",
    icon: IconUsersGroup,
    linkTo: (groupId: string) => linkOptions({ to: "/groups/$groupId", params: { groupId } }),
  },
  volunteers: {
    label: "Volunteers found",
    icon: IconUsers,
    linkTo: (volunteerId: string) => linkOptions({ to: "/volunteers/$volunteerId", params: { volunteerId } }),
  },
} as const;
