import { type DestinationStream, type Logger, pino, stdTimeFunctions } from "pino";
import { loggedError } from "./loggedError.ts";

/** The server's log: one line of JSON for each event. */
export function openLog(level: string, destination: DestinationStream = process.stderr): Logger {
  return pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: loggedError },
    },
    destination,
  );
}
