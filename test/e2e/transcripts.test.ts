// Every transcript of a text or WhatsApp conversation, played through the real webhooks against the built system.
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerName, AnswerRule, Node } from "#core/conversation/flow";
import { playTranscript } from "#core/conversation/transcript";
import {
  flowNames,
  readFlow,
  readTranscript,
  SOMEBODY,
  transcriptNames,
} from "../core/conversation/stage.ts";
import { startSystem, type TestSystem } from "./harness.ts";
import { organise } from "./organiser.ts";
import { createPlayer, type Player, type Stage } from "./transcripts/player.ts";
import { type Scene, toScene } from "./transcripts/script.ts";

/** A web chat has neither webhooks nor handsets; the browser tests talk to it. */
const NAMES = transcriptNames().filter((name) => readTranscript(name).transcript.header.channel !== "chat");
/** Where a split in two could go the other way, so many people in a row would have to be drawn wrongly. */
const PEOPLE_MAX = 40;
/** What should not come would have come by now. */
const QUIET_MS = 1_500;

let system: TestSystem;
let stage: Stage;
let scenes: readonly Scene[];

beforeAll(async () => {
  system = await startSystem();
  const organiser = organise(system);
  const [sms, whatsapp] = await Promise.all([
    organiser.addLine({ address: "+447700900001" }),
    organiser.addLine({
      name: "WhatsApp",
      channel: "whatsapp",
      sender: "whatsapp",
      address: "+447700900002",
    }),
  ]);
  await Promise.all(flowNames().map((slug) => organiser.publish(slug, readFlow(slug))));
  stage = { system, organiser, lines: { sms, whatsapp } };
  const now = await system.now();
  scenes = NAMES.map((name) => {
    const { transcript } = readTranscript(name);
    return toScene(name, transcript, readFlow(transcript.header.flow), now);
  });
});

afterAll(() => system.stop());

test("people hear, on their phones, what the transcripts say", async () => {
  const players = new Map<Scene, Player>();
  let before = await system.now();
  for (const at of instantsOf(scenes)) {
    // By the difference, so that the time it takes to play only ever adds to what has passed.
    // In one jump: every instant at which something is said is one of these.
    await system.carrier.settled();
    await system.recorded();
    await system.tick(at - before);
    before = at;
    const here = scenes.flatMap((scene) => {
      const moment = scene.moments.find((each) => each.at === at);
      return moment === undefined ? [] : [{ scene, moment }];
    });
    const begins = here.map(({ scene }) => scene).filter((scene) => !players.has(scene));
    for (const player of await castAll(begins)) players.set(player.scene, player);
    await Promise.all(
      here.map(async ({ scene, moment }) => {
        await players.get(scene)?.play(moment);
        await players.get(scene)?.recorded();
      }),
    );
  }
  await pause(QUIET_MS);
  for (const player of players.values()) expect(player.unheard(), player.scene.name).toEqual([]);
});

test("every kind of node and of answer was met on the way, from left to right and from right to left", () => {
  const plays = scenes.map(({ transcript }) => {
    const flow = readFlow(transcript.header.flow);
    return { flow, played: playTranscript(flow, SOMEBODY, transcript) };
  });
  const met = plays.flatMap(({ flow, played }) => {
    const visited = new Set(played.steps.flatMap(({ visits }) => visits.map(({ node }) => node)));
    return flow.nodes.filter(({ id }) => visited.has(id)).map(({ kind }) => kind);
  });
  const given = plays.flatMap(({ flow, played }) =>
    flow.nodes.flatMap((node) => {
      const answer = node.kind === "ask" ? played.state.answers[answerName(node)] : undefined;
      return node.kind === "ask" && answer !== undefined && !answer.skipped ? [node.answer.kind] : [];
    }),
  );
  expect(new Set(met)).toEqual(new Set(Node.options.map(({ shape }) => shape.kind.value)));
  expect(new Set(given)).toEqual(new Set(AnswerRule.options.map(({ shape }) => shape.kind.value)));
  expect(plays.map(({ flow }) => flow.languages[0])).toContain("ar");
});

let people = 0;

/** Those that begin with words one after the other: two may begin with the same, which lead to a flow only for as long. */
async function castAll(begins: readonly Scene[]): Promise<readonly Player[]> {
  const byWord = begins.filter(({ moments }) => moments[0]?.turns[0]?.stimulus !== null);
  const byUs = begins.filter((scene) => !byWord.includes(scene));
  const inTurn = async () => {
    const players: Player[] = [];
    for (const scene of byWord) players.push(await cast(scene));
    return players;
  };
  return (await Promise.all([inTurn(), ...byUs.map(async (scene) => [await cast(scene)])])).flat();
}

/** Somebody new for the part; where chance decides how a flow opens, the first whose split went as written. */
async function cast(scene: Scene): Promise<Player> {
  const { draw } = scene.transcript.header;
  for (let drawn = 0; drawn < PEOPLE_MAX; drawn += 1) {
    people += 1;
    const player = createPlayer(stage, scene, `+447700900${100 + people}`);
    if ((await player.open()) || draw === undefined) return player;
    await player.leave();
  }
  throw new Error(`${scene.name}: ${PEOPLE_MAX} people in a row were drawn into another opening`);
}

function instantsOf(all: readonly Scene[]): readonly number[] {
  const instants = all.flatMap(({ moments }) => moments.map(({ at }) => at));
  return [...new Set(instants)].toSorted((a, b) => a - b);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
