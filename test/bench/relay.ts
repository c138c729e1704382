import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { SessionFigures, SessionShape } from "./boardSession.ts";
import { processUsage } from "./processUsage.ts";
import { type ServerUnderTest, startPlumbline, startYWebsocketServer } from "./servers.ts";

const sessions: Readonly<Record<string, SessionShape>> = {
  "Board session: 100 people, 10 write 10 times a second, every cursor 10 times a second": {
    people: 100,
    writers: 10,
    updatesPerSecond: 10,
    cursorsPerSecond: 10,
    seconds: 10,
  },
  "Workshop table: 10 people, one writes 10 times a second": {
    people: 10,
    writers: 1,
    updatesPerSecond: 10,
    cursorsPerSecond: 0,
    seconds: 5,
  },
};

/** Plays the same sessions on Plumbline and on @y/websocket-server in turn, in one run, and prints figures and ratios. */
export async function benchRelay(): Promise<void> {
  for (const [title, shape] of Object.entries(sessions)) {
    console.log(`\n${title}\n`);
    console.log(
      "| server | update p50, ms | p99, ms | server CPU s in the session | memory, MB | frames per person and second |",
    );
    console.log("|---|---|---|---|---|---|");
    const ours = await measure(startPlumbline, shape);
    const theirs = await measure(startYWebsocketServer, shape);
    console.log(
      `\nRatios, theirs to ours: p50 ${ratio(theirs.p50Ms, ours.p50Ms)}, p99 ${ratio(theirs.p99Ms, ours.p99Ms)}, CPU ${ratio(theirs.cpuSeconds, ours.cpuSeconds)}, frames ${ratio(theirs.framesPerPersonAndSecond, ours.framesPerPersonAndSecond)}.`,
    );
  }
}

async function measure(start: () => Promise<ServerUnderTest>, shape: SessionShape) {
  const server = await start();
  try {
    const room = await server.room();
    const before = processUsage(server.pid);
    const figures = await play(room, shape);
    const after = processUsage(server.pid);
    const measured = { ...figures, cpuSeconds: after.cpuSeconds - before.cpuSeconds };
    console.log(
      `| ${server.name} | ${figures.p50Ms.toFixed(1)} | ${figures.p99Ms.toFixed(1)} | ${measured.cpuSeconds.toFixed(2)} | ${after.memoryMegabytes.toFixed(0)} | ${figures.framesPerPersonAndSecond.toFixed(0)} |`,
    );
    return measured;
  } finally {
    await server.stop();
  }
}

function play(room: object, shape: SessionShape): Promise<SessionFigures> {
  const generator = fork(fileURLToPath(new URL("./loadGenerator.ts", import.meta.url)), {
    execArgv: ["--import", "tsx"],
  });
  return new Promise((resolve, reject) => {
    generator.once("message", (figures) => resolve(figures as SessionFigures));
    generator.once("exit", (code) => reject(new Error(`the load generator ended with code ${code}`)));
    generator.send({ room, shape });
  });
}

function ratio(theirs: number, ours: number): string {
  return `${(theirs / ours).toFixed(1)} : 1`;
}
