// Records projected into D1 a second: turns of a running survey, a hundred to a batch as the queue brings them.
import type { TurnRecord } from "#core/record";

const BATCHES = 20;
const BATCH = 100;

/** Records a second. */
export async function measureProjection(url: string): Promise<number> {
  const apply = async (records: readonly TurnRecord[]) => {
    const response = await fetch(`${url}/bench/apply`, { method: "POST", body: JSON.stringify(records) });
    if (!response.ok) throw new Error(`applying answered ${response.status}: ${await response.text()}`);
  };
  await apply(makeTurns(0));
  const begun = performance.now();
  for (let batch = 1; batch <= BATCHES; batch += 1) await apply(makeTurns(batch));
  return (BATCHES * BATCH) / ((performance.now() - begun) / 1000);
}

function makeTurns(batch: number): TurnRecord[] {
  return Array.from({ length: BATCH }, (_, place): TurnRecord => {
    const at = 1_800_000_000_000 + batch * BATCH + place;
    const id = (kind: string) => `${kind}-${batch}-${place}`;
    const answer = { value: "a word", label: "a word", words: "a word", at, turn: batch };
    const message = {
      channel: "sms",
      media: [],
      runId: `run-${place}`,
      turn: batch,
      node: "word",
      sid: null,
      at,
    } as const;
    return {
      kind: "turn",
      id: id("turn"),
      at,
      addressId: `person-${place}`,
      address: { kind: "phone", value: `+1202555${1000 + place}` },
      lineId: "line",
      heard: true,
      messages: [
        {
          ...message,
          id: id("in"),
          direction: "in",
          kind: "inbound",
          via: null,
          text: "a word",
          status: "received",
        },
        {
          ...message,
          id: id("out"),
          direction: "out",
          kind: "flow",
          via: "twiml",
          text: "Another?",
          status: "handed-over",
        },
      ],
      runs: [
        {
          id: `run-${place}`,
          flowId: "flow",
          versionId: "version",
          source: "inbound",
          phase: "asking",
          node: "word",
          turn: batch,
          language: "en",
          disposition: null,
          answers: { word: answer },
          variants: {},
          visits: { [batch]: [{ node: "word", to: null }] },
          startedAt: 1_800_000_000_000,
          heardAt: at,
          finishedAt: null,
        },
      ],
      changes: [],
      consents: [],
      notices: [],
      dueAt: null,
    };
  });
}
