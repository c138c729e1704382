import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useSyncExternalStore,
} from "react";
import type { Snapshot } from "../../shared/document/snapshot.ts";
import type { UndoHistory } from "../../shared/document/undo.ts";
import type { CheckedFinding } from "../../shared/rules/finding.ts";
import { firstScreenDrawn } from "../map/firstScreen.ts";
import type { ConnectionState } from "./ConnectionState.ts";
import { FindingsStore } from "./FindingsStore.ts";
import type { MapSession, Person } from "./MapSession.ts";
import { type ShownMap, shownMap } from "./ShownMap.ts";

interface Provided {
  readonly session: MapSession;
  readonly findings: FindingsStore;
  /** What is provided for the map as it is now: itself, unless another session stands in its place. */
  readonly live: Provided | undefined;
}

const SessionContext = createContext<Provided | undefined>(undefined);

async function loadRules() {
  await firstScreenDrawn;
  const { LiveCheck } = await import("../../shared/rules/LiveCheck.ts");
  return new LiveCheck();
}

/** Makes an open session available to everything below it. It does not own the session: whoever opened it ends it. */
export function SessionProvider({
  session,
  children,
}: {
  readonly session: MapSession;
  readonly children: ReactNode;
}) {
  const findings = useMemo(() => new FindingsStore(session.snapshots, loadRules), [session]);
  useEffect(() => findings.start(), [findings]);
  const provided = useMemo(() => ({ session, findings, live: undefined }), [session, findings]);
  return <SessionContext value={provided}>{children}</SessionContext>;
}

/**
 * Puts another session in the place of the open one for everything below it, as long as there is one: what is below stays on the screen
 * and shows the other map. The open session goes on underneath; see {@link LiveSession}.
 */
export function SessionInPlace({
  session,
  children,
}: {
  readonly session: MapSession | undefined;
  readonly children: ReactNode;
}) {
  const live = useProvided();
  const findings = useMemo(
    () => (session === undefined ? undefined : new FindingsStore(session.snapshots, loadRules)),
    [session],
  );
  useEffect(() => findings?.start(), [findings]);
  const provided = useMemo(
    () => (session === undefined || findings === undefined ? live : { session, findings, live }),
    [session, findings, live],
  );
  return <SessionContext value={provided}>{children}</SessionContext>;
}

/** Everything below it is about the map as it is now, whatever stands in its place around it. */
export function LiveSession({ children }: { readonly children: ReactNode }) {
  const provided = useProvided();
  return <SessionContext value={provided.live ?? provided}>{children}</SessionContext>;
}

function useProvided(): Provided {
  const provided = use(SessionContext);
  if (provided === undefined) throw new Error("There is no SessionProvider above this component.");
  return provided;
}

/** The session of the map that is shown here: the open one, or the one in its place. */
export function useSession(): MapSession {
  return useProvided().session;
}

/** The open session, whatever stands in its place. It never changes while the page is open. */
export function useLiveSession(): MapSession {
  const { session, live } = useProvided();
  return live?.session ?? session;
}

/** What the page shows of the map and of the people in it. */
export function useShownMap(): ShownMap {
  return shownMap(useSession());
}

/** The map as it stands now; what has not changed keeps its identity. */
export function useSnapshot(): Snapshot {
  const shown = useShownMap();
  return useSyncExternalStore(shown.subscribe, shown.snapshot);
}

/**
 * Something about the map as it stands now: nothing is drawn again until it is another. `choose` gives the same for the same
 * snapshot, such as a text, a number, or a record of the map.
 */
export function useOfSnapshot<T>(choose: (snapshot: Snapshot) => T): T {
  const shown = useShownMap();
  return useSyncExternalStore(shown.subscribe, () => choose(shown.snapshot()));
}

/** What the rules say about the map, worst first; it follows an edit after the edit has been painted. */
export function useFindings(): readonly CheckedFinding[] {
  const { findings } = useProvided();
  return useSyncExternalStore(findings.subscribe, findings.get);
}

/** How many checks there have been: what the fixes of a finding would do may differ after each, though the finding is the same. */
export function useCheckCount(): number {
  const { findings } = useProvided();
  return useSyncExternalStore(findings.subscribe, findings.checks);
}

/** Asks what the rules say now, for what happens at a press: nothing is drawn again when that changes. */
export function useLatestFindings(): () => readonly CheckedFinding[] {
  return useProvided().findings.get;
}

/** Everybody else who is here. */
export function useOthers(): readonly Person[] {
  const shown = useShownMap();
  return useSyncExternalStore(shown.subscribe, shown.others);
}

/** What is true about the connection now. */
export function useConnection(): ConnectionState {
  const { connection } = useSession();
  return useSyncExternalStore(
    useCallback((listener) => connection.subscribe(listener), [connection]),
    useCallback(() => connection.state(), [connection]),
  );
}

/** Whether this tab may edit now; see `MapSession.canEdit`. */
export function useCanEdit(): boolean {
  const session = useSession();
  return useSyncExternalStore(
    useCallback(
      (listener) => {
        const ends = [session.connection.subscribe(listener), shownMap(session).subscribe(listener)];
        return () => {
          for (const end of ends) end();
        };
      },
      [session],
    ),
    useCallback(() => session.canEdit, [session]),
  );
}

/** What can be undone and redone. */
export function useHistory(): UndoHistory["state"] {
  const { history } = useSession();
  return useSyncExternalStore(
    useCallback((listener) => history.subscribe(listener), [history]),
    useCallback(() => history.state, [history]),
  );
}
