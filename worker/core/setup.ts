// What a deployment has and what it lacks, in words, each with how it is set. Settings are told of, never shown.

export interface SetupFacts {
  readonly publicUrl: string;
  readonly isDemo: boolean;
  readonly zone: string;
  /** Whether Twilio is signed in to by an API key, the account's token, or half a key. */
  readonly twilioBy: "key" | "token" | "half-key";
  readonly hasEmail: boolean;
  readonly hasEmailNews: boolean;
  /** Secrets of before that are still taken. */
  readonly rotating: readonly string[];
  readonly lines: number;
  readonly publishedFlows: number;
  readonly operators: number;
  readonly staff: number;
}

/** `missing`: something people rely on does not work without it. `advice`: it works, and could be better. */
export interface SetupStep {
  readonly id: (typeof STEP_IDS)[number];
  readonly state: "done" | "missing" | "advice";
  readonly title: string;
  readonly text: string;
  /** What to do; null for a step that is done. */
  readonly how: string | null;
}

export const STEP_IDS = [
  "address",
  "twilio",
  "lines",
  "flows",
  "email",
  "email-news",
  "operators",
  "staff",
  "zone",
  "rotation",
] as const;

/** In the order in which one would do them. */
export function listSteps(facts: SetupFacts): readonly SetupStep[] {
  return [
    addressStep(facts),
    twilioStep(facts),
    choose("lines", facts.lines > 0, {
      title: "Lines",
      done: facts.lines === 1 ? "One line." : `${facts.lines} lines.`,
      missing: "There is no line yet: nobody can text you.",
      how: "Add one under Lines, then point its number here under Numbers.",
    }),
    choose("flows", facts.publishedFlows > 0, {
      title: "What is answered",
      done: facts.publishedFlows === 1 ? "One published flow." : `${facts.publishedFlows} published flows.`,
      missing: "No flow is published: texts wait in the inbox.",
      how: "Build one under Flows and publish it, then say on the line which word starts it.",
    }),
    choose("email", facts.hasEmail, {
      title: "E-mail",
      done: "E-mails go out by Resend.",
      missing: "E-mails wait: alarms, voicemails, digests and links to sign in do not go out.",
      how: "Verify a domain at resend.com, run `wrangler secret put RESEND_API_KEY`, and set EMAIL_FROM under [vars] in wrangler.toml.",
    }),
    ...(facts.hasEmail ? [emailNewsStep(facts)] : []),
    choose("operators", facts.operators > 0, {
      title: "Who is told of alarms",
      done: facts.operators === 1 ? "One person gets an e-mail." : `${facts.operators} people get an e-mail.`,
      missing: "Nobody gets an e-mail when something fails.",
      how: "Name somebody under Organisation.",
    }),
    choose(
      "staff",
      facts.staff > 0,
      {
        title: "Staff",
        done: facts.staff === 1 ? "One person signs in by name." : `${facts.staff} people sign in by name.`,
        missing: "Everybody who signs in does so with a token: the audit log cannot tell them apart.",
        how: "Invite them under Staff.",
      },
      "advice",
    ),
    choose(
      "zone",
      facts.zone !== "UTC",
      {
        title: "Time zone",
        done: `Days begin and end by the clock of ${facts.zone}.`,
        missing: "Days begin and end by UTC, as nothing else was said.",
        how: "Say where you are under Organisation.",
      },
      "advice",
    ),
    ...facts.rotating.map((name): SetupStep => ({
      id: "rotation",
      state: "advice",
      title: "A secret of before",
      text: `${name} is still taken, as it should be while a secret is being changed.`,
      how: `Once the new one is in use everywhere: \`wrangler secret delete ${name}\`.`,
    })),
  ];
}

function addressStep({ publicUrl, isDemo }: SetupFacts): SetupStep {
  const isLocal = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/.test(publicUrl);
  return choose("address", isDemo || !isLocal, {
    title: "Address",
    done: isDemo ? `${publicUrl}, on this machine: a demo.` : `People and Twilio reach this at ${publicUrl}.`,
    missing: `${publicUrl} is this machine: Twilio cannot reach it.`,
    how: "Run `npm run dev -- --tunnel` to try it with a real phone, or `npm run deploy`.",
  });
}

function twilioStep({ twilioBy }: SetupFacts): SetupStep {
  const step = { id: "twilio", title: "Twilio" } as const;
  if (twilioBy === "key")
    return { ...step, state: "done", text: "Messages and calls go by an API key.", how: null };
  if (twilioBy === "token") {
    return {
      ...step,
      state: "advice",
      text: "Messages and calls go by the account's own token.",
      how: "An API key can be taken back by itself. Make one in Twilio's console, then `wrangler secret put TWILIO_API_KEY` and `TWILIO_API_SECRET`.",
    };
  }
  return {
    ...step,
    state: "missing",
    text: "TWILIO_API_KEY is set without its secret: Twilio refuses us.",
    how: "Run `wrangler secret put TWILIO_API_SECRET`.",
  };
}

function emailNewsStep({ hasEmailNews, publicUrl }: SetupFacts): SetupStep {
  return choose(
    "email-news",
    hasEmailNews,
    {
      title: "What became of e-mails",
      done: "Resend tells us what arrived and what bounced.",
      missing: "Nobody tells us whether e-mails arrive.",
      how: `In Resend, add a webhook to ${publicUrl}/webhooks/resend with every email event, then \`wrangler secret put RESEND_WEBHOOK_SECRET\`.`,
    },
    "advice",
  );
}

interface Words {
  readonly title: string;
  readonly done: string;
  readonly missing: string;
  readonly how: string;
}

function choose(
  id: SetupStep["id"],
  isDone: boolean,
  { title, done, missing, how }: Words,
  otherwise: "missing" | "advice" = "missing",
): SetupStep {
  return isDone
    ? { id, state: "done", title, text: done, how: null }
    : { id, state: otherwise, title, text: missing, how };
}
