// A deed of the audit log as a sentence: `line.change` is "Changed a line".

const THINGS: Readonly<Record<string, string>> = {
  alarm: "an alarm",
  asking: "a question about a shift",
  campaign: "a campaign",
  contact: "a contact",
  conversation: "a conversation",
  "dead-letter": "work that could not be done",
  demo: "the demo's clock",
  digest: "a digest",
  email: "an e-mail",
  "email-suppression": "an address that was not written to",
  export: "an export",
  flow: "a flow",
  funnel: "a funnel",
  helpline: "a group",
  import: "an import",
  line: "a line",
  message: "a message",
  notice: "a notice",
  number: "a number",
  override: "a change to a day's rota",
  segment: "a segment",
  settings: "the organisation's settings",
  shift: "a shift",
  staff: "a member of staff",
  template: "a template",
  token: "an API token",
  trigger: "a first word",
  voicemail: "a voicemail",
  volunteer: "a volunteer",
};

const VERBS: Readonly<Record<string, string>> = {
  add: "Added",
  archive: "Put away",
  assign: "Assigned",
  cancel: "Cancelled",
  change: "Changed",
  close: "Closed",
  create: "Made",
  delete: "Deleted",
  discard: "Discarded",
  done: "Dealt with",
  draft: "Took back to a draft",
  download: "Downloaded",
  duplicate: "Copied",
  erase: "Erased",
  forget: "Forgot",
  heard: "Heard",
  hear: "Heard",
  invite: "Invited",
  jump: "Moved",
  launch: "Launched",
  lift: "Freed",
  merge: "Merged",
  move: "Moved",
  pause: "Paused",
  point: "Pointed here",
  publish: "Published",
  remind: "Reminded of",
  remove: "Removed",
  resume: "Resumed",
  revoke: "Revoked",
  save: "Saved",
  send: "Sent",
  start: "Started",
  test: "Tested",
  undo: "Undid",
  upload: "Uploaded",
};

/** Deeds whose parts do not make the sentence people would say. */
const SENTENCES: Readonly<Record<string, string>> = {
  "calendar.renew": "Gave a calendar a new address",
  "calendar.revoke": "Took a calendar's address away",
  "contact.grant": "Wrote down that somebody agreed",
  "contact.suppress": "Wrote down that somebody wants nothing",
  "contact.lift-grant": "Took back that somebody agreed",
  "contact.lift-suppression": "Took back that somebody wants nothing",
  "conversation.release": "Gave a conversation back to its flow",
  "conversation.take-over": "Took over a conversation",
  "import.check": "Tried an import",
  "import.import": "Carried out an import",
  "segment.add": "Added people to a list",
  "segment.remove": "Took people from a list",
  "shift.confirmed": "Said for a volunteer that they will come",
  "shift.gone": "Answered for a volunteer, too late",
  "shift.declined": "Said for a volunteer that they cannot take a shift",
  "shift.returned": "Gave a volunteer's shift back",
  "shift.taken": "Gave an open shift to a volunteer",
  "voicemail.not-done": "Took back that a voicemail is dealt with",
  "voicemail.not-heard": "Took back that a voicemail was heard",
  "contact.add-address": "Added an address to a contact",
  "contact.remove-address": "Took an address from a contact",
  "contact.export": "Read everything about a contact",
  "dead-letter.replay": "Did over again what could not be done",
  "digest.resubscribe": "Turned a digest on again",
  "digest.unsubscribe": "Turned a digest off",
  "email.send-again": "Sent an e-mail again",
  "flow.delete-version": "Deleted a version of a flow",
  "flow.publish-version": "Put back an earlier version of a flow",
  "flow.start": "Started a flow with somebody",
  "funnel.enrol": "Put somebody into a funnel",
  "funnel.take-out": "Took somebody out of a funnel",
  "helpline.block": "Blocked a caller of a group",
  "helpline.unblock": "Unblocked a caller of a group",
  "helpline.import-shifts": "Imported shifts into a group",
  "helpline.put-shifts": "Changed the rota of a group",
  "import.rejects": "Downloaded what an import left out",
  "message.leave": "Left a message unsent",
  "session.open": "Signed in",
  "staff.invite-again": "Sent an invitation again",
  "volunteer.join": "Put a volunteer into a group",
  "volunteer.leave": "Took a volunteer out of a group",
  "volunteer.lift-quarantine": "Let a volunteer's telephone ring again",
};

/** What it does not know is said as it is recorded. */
export function sayDeed(action: string): string {
  const known = SENTENCES[action];
  if (known !== undefined) return known;
  const [thing = "", verb = ""] = action.split(".");
  const [said, what] = [VERBS[verb], THINGS[thing]];
  return said === undefined || what === undefined ? action : `${said} ${what}`;
}

const ID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/;

/** The names that are kept of a deed, in one line; nothing where there are none. An id says nothing to a person. */
export function sayDetail(detail: unknown): string {
  if (typeof detail !== "object" || detail === null) return "";
  return Object.entries(detail)
    .map(([name, value]) => [name, [value].flat().map(asText).filter(isTelling).join(", ")] as const)
    .filter(([, said]) => said !== "")
    .map(([name, said]) => `${name}: ${said}`)
    .join(" · ");
}

function isTelling(text: string): boolean {
  return !ID.test(text);
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
