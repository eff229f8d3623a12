// A campaign as it is given to the API: in our words, or in those of the first campaign platform.
import * as z from "zod";
import { CampaignConfig } from "#core/campaign/campaign";

/** One line of it is enough where there is only one: the first platform had a single sender. */
const SeedCampaign = z
  .object({
    name: z.string().trim().min(1).max(120),
    template_id: z.string().min(1).max(60),
    segment_id: z.string().min(1).max(60),
    line_id: z.uuid().optional().meta({ description: "The newest line for texts where absent." }),
    scheduled_at: z.iso.datetime({ offset: true }).optional(),
  })
  .meta({ description: "As the first campaign platform took it; other fields are let pass." });
export type SeedCampaign = z.infer<typeof SeedCampaign>;

export const NewCampaign = z.union([CampaignConfig, SeedCampaign]);

export function isSeed(given: z.output<typeof NewCampaign>): given is SeedCampaign {
  return "template_id" in given;
}

export function fromSeed(
  { name, template_id, segment_id, scheduled_at }: SeedCampaign,
  lineId: string,
): CampaignConfig {
  return CampaignConfig.parse({
    name,
    lineId,
    variants: [{ name: "message", content: { kind: "template", template: template_id } }],
    audience: { kind: "segment", segment: segment_id },
    ...(scheduled_at !== undefined && { startAt: scheduled_at }),
  });
}

export const ChangedCampaign = z.strictObject({
  revision: z.int().min(1).meta({ description: "The one this was made from." }),
  config: CampaignConfig,
});

/** Other fields are let pass: the first campaign platform sent some of its own. */
export const ToLaunch = z.object({
  revision: z.int().min(1).optional().meta({ description: "Refuse if the draft is no longer this one." }),
  startAt: z.iso
    .datetime({ offset: true })
    .optional()
    .meta({ description: "Instead of the draft's own start; a time that has passed is now." }),
});

export const ToMove = z.object({
  reason: z
    .string()
    .trim()
    .min(1)
    .max(300)
    .optional()
    .meta({ description: "For those who read the history." }),
});

export const ToTest = z.strictObject({
  to: z.string().min(1).max(40).meta({ description: "A number of one's own, with its country's code." }),
  variant: z.string().min(1).max(60).optional().meta({ description: "The first where absent." }),
});
