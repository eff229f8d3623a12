// Somebody leaves a group while something else of its rota is changed: whenever that comes in between, neither change is lost.
// Mutant: `rota-version` writes what was read, whatever it is by now.
import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { leaveHelpline } from "../../worker/actions/leave-helpline.ts";
import { removeVolunteer } from "../../worker/actions/remove-volunteer.ts";
import { OWNER } from "../../worker/actor.ts";
import { openServices } from "../../worker/services.ts";
import type { Services } from "../../worker/services.ts";
import { ok } from "./api-calls.ts";
import { watchServices } from "./faults.ts";
import { addShift, MONDAY, MORNING, newGroup, override, shiftsOf } from "./helpline-world.ts";
import type { Group } from "./helpline-world.ts";

/** More than leaving has: each run ends at the first site that is never reached. */
const SITES_MAX = 30;

/** Services at whose n-th call of D1 something else happens first. */
function interrupted(services: Services, site: number, happens: () => Promise<unknown>) {
  const calls = { count: 0 };
  const watched = watchServices(services, async ({ name }, make) => {
    if (name.startsWith("d1.") && calls.count++ === site) await happens();
    return make();
  });
  return { calls, services: watched };
}

/** A weekly shift, and one of a single date, with all three of them on it. */
async function scene() {
  const group = await newGroup();
  const volunteers = [group.ana, group.ben, group.cai];
  const { id } = await addShift(group, { ...MORNING, volunteers });
  await override(group, { kind: "add", from: "15:00", to: "16:00", volunteers });
  return { group, shiftId: id };
}

/** Who is on the two shifts of that Monday, by name. */
async function peopleOf({ id }: Group): Promise<string[]> {
  const { data } = await ok(`GET /v1/helplines/${id}/occurrences?from=${MONDAY}&to=2031-07-08`);
  return data.map(({ people }: { people: { name: string }[] }) => people.map(({ name }) => name).join(" "));
}

describe("whenever it comes in between", () => {
  test.each([
    { what: "another leaves", happens: "leave", after: ["Cai", "Cai"] },
    { what: "another is removed", happens: "remove", after: ["Cai", "Cai"] },
    { what: "the shift gets another order", happens: "change", after: ["Cai Ben", "Ben Cai"] },
    { what: "a shift is given back", happens: "swap", after: ["Cai", "Ben Cai"] },
  ] as const)("$what", async ({ happens, after }) => {
    const services = await openServices(env);
    for (let site = 0; site < SITES_MAX; site += 1) {
      const { group, shiftId } = await scene();
      const { ana, ben, cai } = group;
      const other = {
        leave: () => leaveHelpline(services, OWNER, group.id, ben),
        remove: () => removeVolunteer(services, OWNER, ben),
        change: () =>
          ok(`PATCH /v1/helplines/${group.id}/shifts/${shiftId}`, { volunteers: [cai, ben] }).catch(() =>
            // They left the moment before, and who looks again sees it.
            ok(`PATCH /v1/helplines/${group.id}/shifts/${shiftId}`, { volunteers: [cai, ben] }),
          ),
        swap: () => override(group, { kind: "swap", shiftId, from: ben, to: null }),
      }[happens];
      const { calls, services: watched } = interrupted(services, site, other);
      await leaveHelpline(watched, OWNER, group.id, ana);
      if (calls.count <= site) {
        expect(site).toBeGreaterThan(4);
        return;
      }
      expect(await peopleOf(group), `at ${site}`).toEqual(after);
    }
    throw new Error("leaving never comes to an end");
  });
});

test("all at once: nobody is left on any shift, and each is recorded", async () => {
  const { group } = await scene();
  const { id, ana, ben, cai } = group;
  await Promise.all([ana, ben, cai].map((one) => ok(`DELETE /v1/helplines/${id}/volunteers/${one}`)));
  expect(await peopleOf(group)).toEqual(["", ""]);
  const upcoming = (await shiftsOf(group)).filter(({ validUntil }) => validUntil === null);
  expect(upcoming.flatMap(({ volunteers }) => volunteers)).toEqual([]);
});
