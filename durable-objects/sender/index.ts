// One sending line: the only authority on its pace, and on whether its campaigns run.
import { DurableObject } from "cloudflare:workers";

export class Sender extends DurableObject {}
