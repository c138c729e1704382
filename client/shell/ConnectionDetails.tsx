import { useSyncExternalStore } from "react";
import { includesRole } from "../../shared/protocol/roles.ts";
import { useConnection, useSession } from "../sync/sessionContext.tsx";
import type { RouteState } from "../sync/transport/Route.ts";
import { Button } from "../ui/Button.tsx";
import { showToast } from "../ui/toasts.ts";
import styles from "./ConnectionDetails.module.css";
import { connectionWords } from "./connectionWords.ts";
import { ForgetDevice } from "./ForgetDevice.tsx";
import { blockWords, diagnosisText, millisecondsWords, waitingWords, wayWords } from "./routeWords.ts";
import { copyText } from "./share/copyText.ts";
import { useRoundTrip } from "./useRoundTrip.ts";

const noRoute: RouteState = { way: undefined, block: undefined };
const neverChanges = () => () => {};

/** What is true about the connection, for people who wonder and for those who look after their network. `savedAt`: when everything was last saved. */
export function ConnectionDetails({ savedAt }: { readonly savedAt: Date | undefined }) {
  const { role, route } = useSession();
  const state = useConnection();
  const routeState = useSyncExternalStore(route?.subscribe ?? neverChanges, route?.state ?? (() => noRoute));
  const roundTripMs = useRoundTrip(route);
  const canWrite = includesRole(role, "editor");
  const words = connectionWords(state, canWrite);
  const why = blockWords(routeState);
  const copy = async () => {
    const text = diagnosisText({
      server: location.origin,
      at: new Date(),
      state: words,
      route: routeState,
      roundTripMs,
      browser: navigator.userAgent,
    });
    if (await copyText(text)) showToast("The connection details are copied.");
    else showToast("The browser does not let this page copy.", "failure");
  };
  return (
    <>
      <dl className={styles.facts}>
        <Fact name="State">{words}</Fact>
        <Fact name="Connected by">
          {wayWords(routeState)}
          {why !== undefined && <p className={styles.why}>{why}</p>}
        </Fact>
        <Fact name="There and back">
          {roundTripMs === undefined ? "Not known" : millisecondsWords(roundTripMs)}
        </Fact>
        <Fact name={canWrite ? "Last saved" : "Last up to date"}>
          {savedAt === undefined ? "Not yet" : savedAt.toLocaleTimeString("en-GB")}
        </Fact>
        {canWrite && <Fact name="Not saved yet">{waitingWords(state)}</Fact>}
      </dl>
      <div className={styles.buttons}>
        {routeState.way !== "websocket" && state.kind !== "ended" && (
          <Button size="small" onPress={() => route?.tryAgain()}>
            Try again now
          </Button>
        )}
        <Button size="small" onPress={() => void copy()}>
          Copy for the IT desk
        </Button>
        <ForgetDevice />
      </div>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
