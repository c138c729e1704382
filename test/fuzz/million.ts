import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Random } from "../support/random.ts";
import { floodDocument } from "./documentFlood.ts";
import { SocketFlood } from "./SocketFlood.ts";

const { values } = parseArgs({
  options: {
    messages: { type: "string", default: "1000000" },
    /** Of these, how many go through a real server's sockets. */
    sockets: { type: "string", default: "100000" },
  },
});
const messagesPerDocument = 1_000;
const messagesPerServer = 10_000;
const reportEvery = 50_000;
/** What a run may leave behind: the engine keeps some of what it has compiled. */
const mostLeftBytes = 32 * 1024 * 1024;

const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 32));
const total = Number(values.messages);
const overSockets = Number(values.sockets);
process.stdout.write(`${total} messages, ${overSockets} of them over sockets. FUZZ_SEED=${seed}\n`);
process.on("unhandledRejection", (error) => fail("Nobody handled an error", error));
process.on("uncaughtException", (error) => fail("Nobody caught an error", error));
setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

let sent = 0;
let reported = 0;
let heapBefore = 0;
const note = (count: number) => {
  if (sent + count < reported + reportEvery) return;
  reported = sent + count;
  process.stdout.write(`${reported} messages, ${Math.round(heapBytes() / 1024 / 1024)} MB\n`);
};

for (let run = 0; sent < total; run++) {
  // Each run has a seed of its own, so that one that fails can be run alone: --messages 1 with it.
  const runSeed = run === 0 ? seed : (seed + run * 0x9e3779b9) >>> 0;
  const random = new Random(runSeed);
  try {
    if (sent < total - overSockets) sent += floodDocument(random, messagesPerDocument).sent;
    else sent += (await SocketFlood.run(random, Math.min(messagesPerServer, overSockets), note)).sent;
  } catch (error) {
    fail(`Run ${run} of FUZZ_SEED=${seed} failed; alone: FUZZ_SEED=${runSeed}`, error);
  }
  note(0);
  // By then everything that is compiled at all is compiled.
  if (run === 20) heapBefore = heapBytes();
}
const leftBytes = heapBytes() - heapBefore;
process.stdout.write(`${sent} messages. The heap grew by ${Math.round(leftBytes / 1024)} kB.\n`);
if (heapBefore > 0 && leftBytes > mostLeftBytes) fail("Memory stays behind", new Error(`${leftBytes} bytes`));
process.exit(0);

function heapBytes(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

function fail(what: string, error: unknown): never {
  process.stderr.write(`${what}: ${error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
}
