// A status callback that comes late does not undo what is known.
import { receiptsOf } from "../records.ts";
import type { Scene } from "../stage.ts";

export const lateCallback: Scene = {
  title: '"sent" comes after "delivered"',
  play: async ({ person, shows, note, system }) => {
    const { faults, settled } = system.carrier;
    const gil = person("+447700900407", "Gil Ramos");
    faults.callbacks.next({ kind: "held" });
    await gil.writes("texts", "REVIEW");
    await gil.reads("Hi! Which product is this review for?");
    await settled();
    note('The carrier keeps "sent" back until "delivered" has been reported.');
    faults.heldCallbacks.release();
    await settled();
    await shows(receiptsOf(gil), [{ status: "delivered", receipts: ["delivered", "sent"] }]);
  },
};
