import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** What a process has used so far: CPU seconds since its start, and resident memory in megabytes now. */
export interface ProcessUsage {
  readonly cpuSeconds: number;
  readonly memoryMegabytes: number;
}

/** The kernel counts CPU time in ticks. */
export const ticksPerSecond = Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

/** Reads what a process on this machine has used, from the kernel's process table (Linux). */
export function processUsage(pid: number): ProcessUsage {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const ticks = Number(fields[11]) + Number(fields[12]);
  const resident = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return { cpuSeconds: ticks / ticksPerSecond, memoryMegabytes: Number(resident?.[1] ?? 0) / 1024 };
}
