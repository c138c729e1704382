import type { SystemMap } from "../../shared/model/systemMap.ts";
import { ApiError } from "../sync/callApi.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { fetchMoment } from "./historyApi.ts";
import { useLookStore } from "./lookStore.ts";
import { PastSession } from "./PastSession.ts";
import { wordsFor } from "./TimelineStore.ts";
import type { Moment } from "./timeline.ts";

/** Going back and forth between a few moments asks the server once for each. */
const mostKept = 12;

const { getState, setState } = useLookStore;
const kept = new Map<string, SystemMap>();
let loading: AbortController | undefined;

/**
 * Shows the map as it was at a moment, once it has come; what was shown before stays until then. A moment that is asked for later
 * takes the place of one that is still on its way.
 */
export async function lookAt(live: MapSession, moment: Moment): Promise<void> {
  loading?.abort();
  const abort = new AbortController();
  loading = abort;
  setState({ wanted: moment, problem: undefined });
  try {
    const map = await momentOf(live.id, moment.moment, abort.signal);
    if (isWanted(moment)) show(live, moment, map);
  } catch (problem) {
    if (!isWanted(moment)) return;
    const isGone = problem instanceof ApiError && problem.status === 404;
    const text = isGone ? GONE : wordsFor(problem);
    setState({ wanted: undefined, problem: { moment, text, mayRetry: !isGone } });
  }
}

const GONE = "This moment is not kept any more. Others around it may be.";

/** Whether nobody has asked for another moment meanwhile, or gone back to now. */
function isWanted(moment: Moment): boolean {
  return getState().wanted === moment;
}

function show(live: MapSession, moment: Moment, map: SystemMap): void {
  const session = getState().look?.session;
  if (session instanceof PastSession) {
    session.show(map);
    setState({ look: { session, moment, map }, wanted: undefined });
    return;
  }
  // The others see that this person is here, but no pointer on a map that they do not see.
  live.presence.setCursor(undefined);
  live.presence.setSelection([]);
  setState({ look: { session: new PastSession(live, map), moment, map }, wanted: undefined });
}

async function momentOf(mapId: string, moment: number, signal: AbortSignal): Promise<SystemMap> {
  const key = JSON.stringify([mapId, moment]);
  const map = kept.get(key) ?? (await fetchMoment(mapId, moment, signal));
  kept.delete(key);
  kept.set(key, map);
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return map;
}
