// Where one can go from everywhere: what is done daily first.
import {
  IconAddressBook,
  IconBellRinging,
  IconCalendarWeek,
  IconFilter,
  IconHome,
  IconInbox,
  IconMail,
  IconMailbox,
  IconMessages,
  IconNews,
  IconPhoneCall,
  IconSettings,
  IconSpeakerphone,
  IconTemplate,
  IconTimeline,
  IconUsers,
  IconUsersGroup,
} from "@tabler/icons-react";
import type { LinkProps } from "@tanstack/react-router";
import type { ComponentType } from "react";

export interface Place {
  readonly label: string;
  readonly to: NonNullable<LinkProps["to"]>;
  /** Pages of another path that belong to it. */
  readonly also?: NonNullable<LinkProps["to"]>;
  readonly icon: ComponentType<{ readonly size?: number; readonly stroke?: number }>;
}

export interface Group {
  readonly label: string | null;
  readonly places: readonly Place[];
}

export const NAV: readonly Group[] = [
  {
    label: null,
    places: [
      { label: "Home", to: "/", icon: IconHome },
      { label: "Inbox", to: "/inbox", icon: IconInbox },
    ],
  },
  {
    label: "Talk",
    places: [
      { label: "Flows", to: "/flows", also: "/responses/$runId", icon: IconMessages },
      { label: "Campaigns", to: "/campaigns", icon: IconSpeakerphone },
      { label: "Funnels", to: "/funnels", icon: IconTimeline },
    ],
  },
  {
    label: "People",
    places: [
      { label: "Contacts", to: "/contacts", also: "/imports", icon: IconAddressBook },
      { label: "Segments", to: "/segments", icon: IconFilter },
      { label: "Templates", to: "/templates", icon: IconTemplate },
    ],
  },
  {
    label: "Helpline",
    places: [
      { label: "Rota", to: "/rota", icon: IconCalendarWeek },
      { label: "Reminders", to: "/reminders", icon: IconBellRinging },
      { label: "Calls", to: "/calls", icon: IconPhoneCall },
      { label: "Voicemails", to: "/voicemails", icon: IconMailbox },
      { label: "Groups", to: "/groups", icon: IconUsersGroup },
      { label: "Volunteers", to: "/volunteers", icon: IconUsers },
    ],
  },
  {
    label: "Housekeeping",
    places: [
      { label: "Digests", to: "/digests", icon: IconNews },
      { label: "E-mails", to: "/emails", icon: IconMail },
      { label: "Setup", to: "/setup", icon: IconSettings },
    ],
  },
];
