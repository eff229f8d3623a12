// What everybody has on their phone in the end, and what the API says of it.
import { expect } from "vitest";
import type { Handset } from "../../carrier/carrier.ts";
import { eventually } from "../../system/eventually.ts";
import type { Message, Organiser } from "../organiser.ts";

export interface Witness {
  /** What we sent to somebody, as the API has it, oldest first. */
  readonly sentTo: (handset: Handset) => Promise<readonly Message[]>;
  /** Waits until the API says so of what was sent to somebody. */
  readonly expectStatuses: (handset: Handset, wanted: readonly string[]) => Promise<void>;
  /** This is all they have received, and all they ever will. */
  readonly hasHeard: (handset: Handset, ...wanted: readonly string[]) => void;
  /** Holds everybody against what was said of them, on the phone and on record; strangers are in no record. */
  readonly expectEndings: (strangers: ReadonlySet<Handset>) => Promise<void>;
}

/** Of what the carrier took; without callbacks nothing more is known of it. */
const LEFT: ReadonlySet<string> = new Set(["accepted", "delivered"]);

export function createWitness(organiser: Organiser): Witness {
  const endings = new Map<Handset, readonly string[]>();
  const sentTo: Witness["sentTo"] = async ({ number }) =>
    (await organiser.messagesOf(number)).filter(({ direction }) => direction === "out");
  return {
    sentTo,
    expectStatuses: async (handset, wanted) => {
      const look = async () => (await sentTo(handset)).map(({ status }) => status);
      await eventually(async () => (await look()).join() === wanted.join()).catch(async () => {
        expect(await look()).toEqual(wanted);
      });
    },
    hasHeard: (handset, ...wanted) => {
      expect(textsOf(handset)).toEqual(wanted);
      endings.set(handset, wanted);
    },
    expectEndings: async (strangers) => {
      for (const [person, wanted] of endings) {
        expect(textsOf(person), person.number).toEqual(wanted);
        if (strangers.has(person)) {
          expect(await organiser.find(person.number)).toBeNull();
          continue;
        }
        const left = (await sentTo(person)).filter(({ status }) => LEFT.has(status));
        expect(
          left.map(({ text }) => text),
          person.number,
        ).toEqual(wanted);
      }
    },
  };
}

function textsOf(handset: Handset): string[] {
  return handset.inbox().map(({ body }) => body);
}
