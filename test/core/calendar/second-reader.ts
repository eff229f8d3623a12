// Calendars as a second library reads them: Mozilla's, of Thunderbird.
import ICAL from "ical.js";

export interface ReadEvent {
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  readonly status: string;
  readonly sequence: number;
  /** Epoch milliseconds, by the VTIMEZONE in the file. */
  readonly startsAt: number;
  readonly endsAt: number;
}

/** Every event of a calendar; throws where it is none, or an event's zone is not in it. */
export function readWithLibrary(text: string): readonly ReadEvent[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      summary: event.summary,
      description: event.description,
      status: String(component.getFirstPropertyValue("status")),
      sequence: event.sequence,
      startsAt: event.startDate.toUnixTime() * 1000,
      endsAt: event.endDate.toUnixTime() * 1000,
    };
  });
}
