// What can be begun from everywhere, and the places that have no line of their own at the side.
import { linkOptions } from "@tanstack/react-router";

export const DOINGS = linkOptions([
  { label: "New flow", words: "survey questions", role: "editor", to: "/flows", search: { new: true } },
  { label: "New campaign", words: "send message", role: "editor", to: "/campaigns/new" },
  { label: "New funnel", words: "sequence reminders", role: "editor", to: "/funnels/new" },
  {
    label: "New segment",
    words: "filter audience",
    role: "editor",
    to: "/segments/$segmentId",
    params: { segmentId: "new" },
  },
  {
    label: "New template",
    words: "message text",
    role: "editor",
    to: "/templates/$templateId",
    params: { templateId: "new" },
  },
  { label: "Import people", words: "csv upload contacts", role: "editor", to: "/imports" },
  { label: "New group", words: "helpline", role: "editor", to: "/groups", search: { new: true } },
  { label: "New volunteer", words: "helpline", role: "editor", to: "/volunteers", search: { new: true } },
  { label: "New digest", words: "e-mail report", role: "editor", to: "/digests", search: { open: "new" } },
  { label: "New line", words: "number sender", role: "editor", to: "/setup/lines/new" },
  { label: "Invite staff", words: "colleague user role", role: "owner", to: "/setup/staff" },
]);

export const PARTS_OF_SETUP = linkOptions([
  { label: "Lines", words: "numbers senders hours qr", role: "viewer", to: "/setup/lines" },
  { label: "Numbers", words: "twilio webhooks", role: "editor", to: "/setup/numbers" },
  { label: "Organisation", words: "retention caps stop zone", role: "viewer", to: "/setup/organisation" },
  { label: "Staff", words: "roles colleagues", role: "viewer", to: "/setup/staff" },
  { label: "API tokens", words: "scripts keys", role: "owner", to: "/setup/tokens" },
  { label: "Audit log", words: "who did what history", role: "owner", to: "/setup/audit" },
  { label: "Health", words: "alarms paused dead letters", role: "viewer", to: "/setup/health" },
]);
