// Who is in an audience, page by page, and what three of them would read.
import type { Decision, Planned } from "#core/campaign/plan";
import type { Finding } from "#core/campaign/checklist";
import type { Address } from "#core/phone";
import type { CampaignRow } from "../db/campaigns.ts";
import type { Services } from "../services.ts";
import { pinCampaign } from "./pin-campaign.ts";
import { openAudience } from "./read-audience.ts";
import type { Decided } from "./read-audience.ts";

/** Enough to see a long name, another language and a missing word. */
const READERS = 3;
/** Who is left out comes first in many an audience: further than this nobody is looked for who would read something. */
const LOOKED_AT = 2_000;

export interface Previewed {
  readonly contactId: string;
  readonly name: string | null;
  readonly address: Address | null;
  readonly decision: Decision;
}

export type Preview =
  | { readonly kind: "problems"; readonly findings: readonly Finding[] }
  | {
      readonly kind: "ok";
      readonly people: readonly Previewed[];
      readonly readers: readonly Planned[];
      /** null after the last. */
      readonly next: string | null;
    };

/** `after`: the last contact of the page before; null from the first. */
export async function previewCampaign(
  services: Services,
  { id, config }: CampaignRow,
  limit: number,
  after: string | null,
): Promise<Preview> {
  const now = services.clock.now();
  const startAt = config.startAt === undefined ? now : Math.max(now, Date.parse(config.startAt));
  const pin = await pinCampaign(services, id, config, startAt);
  if (pin.kind === "problems") return pin;
  const readPage = openAudience(services, pin.launched);
  const { decided, next } = await readPage(after, limit);
  const people = decided.map(({ decision, person }): Previewed => {
    const address = decision.kind === "planned" ? decision.address : (person?.reaches[0]?.address ?? null);
    const name = person?.fields["name"];
    return { contactId: decision.contactId, name: typeof name === "string" ? name : null, address, decision };
  });
  const planned = plannedOf(decided);
  const isShort = after === null && next !== null && planned.length < READERS;
  const further = isShort ? plannedOf((await readPage(next, LOOKED_AT)).decided) : [];
  return { kind: "ok", people, readers: pick([...planned, ...further]), next };
}

function plannedOf(decided: readonly Decided[]): readonly Planned[] {
  return decided.flatMap(({ decision }) => (decision.kind === "planned" ? [decision] : []));
}

/** One of each variant first, then whoever comes next. */
function pick(planned: readonly Planned[]): readonly Planned[] {
  const firsts = planned.filter(
    ({ variant }, place) => planned.findIndex((other) => other.variant === variant) === place,
  );
  const others = planned.filter((one) => !firsts.includes(one));
  return [...firsts, ...others].slice(0, READERS);
}
