import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { processUsage, ticksPerSecond } from "./processUsage.ts";

/** A run in which others took more than this share of one core is marked: its times are worth little. */
const disturbedFrom = 0.15;

/** What else the machine did during a measurement. */
export interface Disturbance {
  /** Cores that other tenants of the machine took from us, on average. */
  readonly stolenCores: number;
  /** Cores that other processes used, on average. */
  readonly otherCores: number;
  readonly isDisturbed: boolean;
}

/** Watches what others take of the machine while a server and its load are measured (Linux). */
export class MachineWatch {
  readonly #pids: readonly number[];
  readonly #before: Readings;

  /** @param pids the processes that belong to the measurement. */
  constructor(pids: readonly number[]) {
    this.#pids = [process.pid, ...pids];
    this.#before = read(this.#pids);
  }

  stop(): Disturbance {
    const after = read(this.#pids);
    const cores = (after.totalTicks - this.#before.totalTicks) / cpus().length;
    const stolenCores = (after.stolenTicks - this.#before.stolenTicks) / cores;
    const busyTicks = after.busyTicks - this.#before.busyTicks;
    const ownTicks = (after.ownCpuSeconds - this.#before.ownCpuSeconds) * ticksPerSecond;
    const otherCores = Math.max(0, (busyTicks - ownTicks) / cores);
    return { stolenCores, otherCores, isDisturbed: stolenCores + otherCores > disturbedFrom };
  }
}

interface Readings {
  readonly totalTicks: number;
  readonly busyTicks: number;
  readonly stolenTicks: number;
  readonly ownCpuSeconds: number;
}

function read(pids: readonly number[]): Readings {
  const [first = ""] = readFileSync("/proc/stat", "utf8").split("\n", 1);
  const [user = 0, nice = 0, system = 0, idle = 0, wait = 0, irq = 0, softIrq = 0, stolenTicks = 0] = first
    .split(/\s+/)
    .slice(1)
    .map(Number);
  const busyTicks = user + nice + system + irq + softIrq;
  return {
    totalTicks: busyTicks + idle + wait + stolenTicks,
    busyTicks,
    stolenTicks,
    ownCpuSeconds: pids.reduce((sum, pid) => sum + processUsage(pid).cpuSeconds, 0),
  };
}
