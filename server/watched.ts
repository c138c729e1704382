import type { Admission } from "./Admission.ts";
import type { MapJobs } from "./jobs/MapJobs.ts";
import type { Watched } from "./Metrics.ts";
import type { LiveEndpoint } from "./room/LiveEndpoint.ts";
import type { Rooms } from "./room/Rooms.ts";
import { diskOf } from "./storage/diskOf.ts";

interface Parts {
  readonly admission: Admission;
  readonly dataFolder: string | null;
  readonly jobs: MapJobs;
  readonly live: LiveEndpoint;
  readonly rooms: Rooms;
}

/** What the parts of a server tell when its metrics are read. */
export function watched({ admission, dataFolder, jobs, live, rooms }: Parts): Watched {
  return {
    openRooms: () => rooms.openRooms.length,
    openSockets: () => [...live.connections].map(({ transport, link }) => ({ transport, role: link.role })),
    unacknowledgedUpdates: () => rooms.openRooms.reduce((sum, { commits }) => sum + commits.waitingCount, 0),
    oldestUnacknowledgedSeconds: () => {
      const now = Date.now();
      const oldestAt = Math.min(now, ...rooms.openRooms.map(({ commits }) => commits.oldestAt ?? now));
      return (now - oldestAt) / 1000;
    },
    isStoreFailing: () => rooms.isStoreFailing,
    isReady: () => admission.isOpen,
    waitingJobs: () => jobs.waiting,
    disk: async () => (dataFolder === null ? null : diskOf(dataFolder)),
  };
}
