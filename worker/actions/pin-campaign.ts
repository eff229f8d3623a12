// What a campaign names - line, segment, templates, flows - looked up and held fast, as a launch at that instant would.
import type { Audience, CampaignConfig, Content } from "#core/campaign/campaign";
import { problem } from "#core/campaign/checklist";
import type { Finding } from "#core/campaign/checklist";
import type { Launched, PinnedAudience } from "#core/campaign/launched";
import type { PinnedContent } from "#core/campaign/sending";
import { toLine } from "#core/line";
import type { Line } from "#core/line";
import { checkMessageTemplate } from "#core/message-template/check";
import type { MessageTemplate } from "#core/message-template/template";
import { wordingsFor } from "#core/message-template/wording";
import type { Organisation } from "#core/organisation";
import { findLine } from "../db/lines.ts";
import { findNamedSegment, findNamedTemplate } from "../db/means.ts";
import { readPublished } from "../db/offer.ts";
import { readOrganisation } from "../db/settings.ts";
import type { Services } from "../services.ts";

export type PinnedCampaign =
  | { readonly kind: "ok"; readonly launched: Launched }
  /** Something it names is not there, or cannot be used; each is an error. */
  | { readonly kind: "problems"; readonly findings: readonly Finding[] };

type Found<Value> =
  | { readonly kind: "found"; readonly value: Value }
  | { readonly kind: "lacking"; readonly finding: Finding };

/** `launchedAt`: when its messages would begin, epoch milliseconds. */
export async function pinCampaign(
  services: Services,
  campaignId: string,
  config: CampaignConfig,
  launchedAt: number,
): Promise<PinnedCampaign> {
  const organisation = await readOrganisation(services.d1);
  const { optOutScope } = organisation;
  const line = await pinLine(services, config.lineId, "line", optOutScope);
  if (line.kind === "lacking") return { kind: "problems", findings: [line.finding] };
  const fallback = await pinFallback(services, config, line.value, optOutScope);
  const lines = [
    line.value,
    ...(fallback.kind === "found" && fallback.value !== null ? [fallback.value] : []),
  ];
  const [audience, ...contents] = await Promise.all([
    pinAudience(services, config.audience),
    ...config.variants.map(({ name, content }) => pinContent(services, name, content, lines)),
  ]);
  const findings = [fallback, audience, ...contents].flatMap((part) =>
    part.kind === "lacking" ? [part.finding] : [],
  );
  if (fallback.kind === "lacking" || audience.kind === "lacking" || findings.length > 0)
    return { kind: "problems", findings };
  const pairs = config.variants.flatMap(({ name }, place) => {
    const content = contents[place];
    return content?.kind === "found" ? [[name, content.value] as const] : [];
  });
  const { name, consent, inConversation, startAt, expiresAt, hours, dailyCap } = config;
  const pinned = {
    campaignId,
    name,
    launchedAt,
    line: line.value,
    variants: Object.fromEntries(pairs),
    startAt: startAt === undefined ? null : Date.parse(startAt),
    expiresAt: expiresAt === undefined ? null : Date.parse(expiresAt),
    hours: hours ?? null,
    consent,
    inConversation,
    dailyCap: dailyCap ?? null,
    frequencyCap: organisation.frequencyCap,
    fallback: fallback.value,
    verifiedNumbers: organisation.verifiedNumbers,
  };
  const weights = config.variants.map((variant) => ({ name: variant.name, weight: variant.weight }));
  return { kind: "ok", launched: { pinned, audience: audience.value, weights } };
}

type Scope = Organisation["optOutScope"];

async function pinLine({ db }: Services, lineId: string, called: string, scope: Scope): Promise<Found<Line>> {
  const row = await findLine(db, lineId);
  if (row === null || row.archivedAt !== null)
    return lacking(
      "no-line",
      `The ${called} is gone: there is none with the id ${lineId}, or it is archived.`,
    );
  if (row.channel === "chat")
    return lacking("chat-line", `The ${called} is a web chat: visitors begin those themselves.`);
  return found(toLine(row.id, row.config, scope));
}

async function pinFallback(
  services: Services,
  config: CampaignConfig,
  line: Line,
  scope: Scope,
): Promise<Found<Line | null>> {
  const { fallbackLineId, lineId } = config;
  if (fallbackLineId === undefined) return found(null);
  if (fallbackLineId === lineId)
    return lacking("fallback-same", "The line to fall back on is the campaign's own line.");
  const there = await pinLine(services, fallbackLineId, "line to fall back on", scope);
  const here = line.prices?.currency;
  const other = there.kind === "found" ? there.value.prices?.currency : undefined;
  return here === undefined || other === undefined || here === other
    ? there
    : lacking(
        "fallback-currency",
        `The line is priced in ${here}, the one to fall back on in ${other}: give both the same currency, or nobody can say what the campaign costs.`,
      );
}

async function pinAudience({ db }: Services, audience: Audience): Promise<Found<PinnedAudience>> {
  switch (audience.kind) {
    case "contacts":
      return found(audience);
    case "filter":
      return found({ kind: "condition", condition: audience.filter });
    case "segment": {
      const segment = await findNamedSegment(db, audience.segment);
      if (segment === null) return lacking("no-segment", `There is no segment "${audience.segment}".`);
      const isOnList = { path: "lists", op: "eq", value: segment.id } as const;
      return found({ kind: "condition", condition: segment.filter ?? isOnList });
    }
    default:
      return audience satisfies never;
  }
}

async function pinContent(
  { db, d1 }: Services,
  variant: string,
  content: Content,
  lines: readonly Line[],
): Promise<Found<PinnedContent>> {
  switch (content.kind) {
    case "text": {
      const template = { language: lines[0]?.language ?? "en", placeholders: [], text: content.text };
      return checked(variant, template);
    }
    case "template": {
      const template = (await findNamedTemplate(db, content.template))?.document;
      if (template === undefined)
        return lacking("no-template", `Variant ${variant}: there is no template "${content.template}".`);
      const silent = lines.find(({ channel }) => wordingsFor(template, channel).length === 0);
      return silent === undefined
        ? checked(variant, template)
        : lacking(
            "no-words",
            `Variant ${variant}: the template "${content.template}" says nothing on ${silent.channel}.`,
          );
    }
    case "flow": {
      const flow = await readPublished(d1, content.flow);
      return flow === null
        ? lacking("no-flow", `Variant ${variant}: there is no published flow "${content.flow}".`)
        : found({ kind: "flow", flow });
    }
    default:
      return content satisfies never;
  }
}

/** Words that fail for everybody are said once, with the reason. What a template does not declare may still be known of people. */
function checked(variant: string, template: MessageTemplate): Found<PinnedContent> {
  const broken = checkMessageTemplate(template).find(
    ({ kind, code }) => kind === "error" && code !== "undeclared",
  );
  return broken === undefined
    ? found({ kind: "template", template })
    : lacking(
        "words-broken",
        `Variant ${variant}: its words (${broken.place}) cannot be sent. ${broken.message}`,
      );
}

function found<Value>(value: Value): Found<Value> {
  return { kind: "found", value };
}

function lacking<Value>(code: string, message: string): Found<Value> {
  return { kind: "lacking", finding: problem(code, message) };
}
