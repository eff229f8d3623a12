// Where one can go from everywhere: what is done daily first.
import {
  IconAddressBook,
  IconCalendarWeek,
  IconFilter,
  IconHome,
  IconInbox,
  IconMailbox,
  IconMessages,
  IconPhoneCall,
  IconRoute,
  IconSettings,
  IconSpeakerphone,
  IconTemplate,
  IconTimeline,
  IconUsersGroup,
} from "@tabler/icons-react";
import type { LinkProps } from "@tanstack/react-router";
import type { ComponentType } from "react";

export interface Place {
  readonly label: string;
  readonly to: NonNullable<LinkProps["to"]>;
  readonly icon: ComponentType<{ readonly size?: number; readonly stroke?: number }>;
}

export interface Group {
  readonly label: string | null;
  readonly places: readonly Place[];
}

export const NAV: readonly Group[] = [{ label: null, places: [{ label: "Home", to: "/", icon: IconHome }] }];

/** Not yet reachable ones are kept out of the way until their pages are there. */
export const ICONS = {
  inbox: IconInbox,
  flows: IconMessages,
  contacts: IconAddressBook,
  campaigns: IconSpeakerphone,
  segments: IconFilter,
  templates: IconTemplate,
  funnels: IconTimeline,
  rota: IconCalendarWeek,
  calls: IconPhoneCall,
  voicemails: IconMailbox,
  volunteers: IconUsersGroup,
  digests: IconRoute,
  setup: IconSettings,
};
