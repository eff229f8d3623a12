// The product's Worker with its own objects, composed so that a run sees what they decide and what they tell the queues.
import * as product from "../../../worker/index.ts";
import { inRun, theWorld } from "./world.ts";

export default product.default;

export { Feed } from "../../../worker/index.ts";

export class Contact extends product.Contact {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, inRun("contact", ctx, env));
  }

  override async receive(call: Parameters<product.Contact["receive"]>[0]) {
    const answer = await super.receive(call);
    if (answer.kind === "answer" && call.inbound.text === "STOP")
      theWorld().witness.see({ kind: "stopped", addressId: this.#id });
    return answer;
  }

  override claim(call: Parameters<product.Contact["claim"]>[0]) {
    return this.#granted(super.claim(call));
  }

  override claimOffered(call: Parameters<product.Contact["claimOffered"]>[0]) {
    return this.#granted(super.claimOffered(call));
  }

  override complete(call: Parameters<product.Contact["complete"]>[0]): void {
    super.complete(call);
    const { messageId, outcome } = call;
    theWorld().witness.see({ kind: "completed", addressId: this.#id, messageId, outcome: outcome.kind });
  }

  #granted(claim: ReturnType<product.Contact["claim"]>) {
    if (claim.kind === "granted")
      theWorld().witness.see({ kind: "granted", addressId: this.#id, messageId: claim.message.id });
    return claim;
  }

  get #id(): string {
    return this.ctx.id.name ?? "";
  }
}

export class Sender extends product.Sender {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, inRun("sender", ctx, env));
  }
}
