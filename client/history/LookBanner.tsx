import { Eye, TriangleAlert, Undo2 } from "lucide-react";
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { useCanvasStore } from "../canvas/canvasStore.ts";
import { announce } from "../panels/panelStore.ts";
import { useCanEdit, useSession } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import { CopyDialog } from "./CopyDialog.tsx";
import { DifferenceBar } from "./DifferenceBar.tsx";
import styles from "./LookBanner.module.css";
import { LookSteps } from "./LookSteps.tsx";
import { lookAt } from "./look.ts";
import { closeLookProblem, endLook, type Look, type LookProblem, useLookStore } from "./lookStore.ts";
import { lookWords } from "./lookWords.ts";
import { momentWords } from "./momentWords.ts";
import { RestoreDialog } from "./RestoreDialog.tsx";
import type { Moment } from "./timeline.ts";

/** Says that the map is shown as it was, and when that was; goes from there to other moments, back to now, or brings it back. */
export function LookBanner() {
  const { look, wanted, problem } = useLookStore();
  const banner = useRef<HTMLElement>(null);
  useFocusAfterwards(look?.moment);
  useRoomOnTheMap(banner);
  return (
    <section ref={banner} aria-label="The map as it was" className={styles.banner} onKeyDown={leaveOnEscape}>
      {problem !== undefined && <Problem problem={problem} isLooking={look !== undefined} />}
      {look !== undefined ? (
        <Looking look={look} wanted={wanted} />
      ) : (
        wanted !== undefined && <Opening moment={wanted} />
      )}
    </section>
  );
}

/** What had the focus goes with the banner: the timeline gets it back, or else the map. */
function useFocusAfterwards(moment: Moment | undefined): void {
  const last = useRef(moment);
  if (moment !== undefined) last.current = moment;
  useEffect(
    () => () => {
      // A dialog that closes at the same time gives the focus back first.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          if (document.activeElement !== document.body) return;
          const row = document.querySelector<HTMLElement>(`[data-moment="${last.current?.moment}"]`);
          (row ?? document.querySelector<HTMLElement>("main"))?.focus();
        }),
      );
    },
    [],
  );
}

/** The banner takes its height from the map, which makes room for it. */
function useRoomOnTheMap(banner: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = banner;
    if (current === null) return;
    let heightPx = 0;
    let giveBack: (() => void) | undefined;
    const observer = new ResizeObserver(() => {
      if (current.offsetHeight === heightPx) return;
      giveBack?.();
      heightPx = current.offsetHeight;
      giveBack = useCanvasStore.getState().viewport?.giveHeight(heightPx);
    });
    observer.observe(current);
    return () => {
      observer.disconnect();
      giveBack?.();
    };
  }, [banner]);
}

function leaveOnEscape(event: KeyboardEvent): void {
  if (event.key === "Escape" && !event.defaultPrevented) endLook();
}

function Opening({ moment }: { readonly moment: Moment }) {
  return (
    <div className={styles.line}>
      <p role="status" className={styles.words}>
        Opening the map as it was on {momentWords(new Date(moment.at))} …
      </p>
      <Button size="small" onPress={endLook}>
        Cancel
      </Button>
    </div>
  );
}

function Problem({ problem, isLooking }: { readonly problem: LookProblem; readonly isLooking: boolean }) {
  const live = useSession();
  return (
    <div role="alert" className={styles.problem}>
      <TriangleAlert aria-hidden />
      <p className={styles.words}>
        The map as it was on {momentWords(new Date(problem.moment.at))} cannot be shown. {problem.text}
      </p>
      {problem.mayRetry && (
        <Button size="small" onPress={() => void lookAt(live, problem.moment)}>
          Try again
        </Button>
      )}
      <Button size="small" onPress={isLooking ? closeLookProblem : endLook}>
        Close
      </Button>
    </div>
  );
}

function Looking({ look, wanted }: { readonly look: Look; readonly wanted: Moment | undefined }) {
  const [dialog, setDialog] = useState<"restore" | "copy">();
  const canEdit = useCanEdit();
  const words = lookWords(look.moment);
  useEffect(() => announce(`You are looking at the map as it was ${words}.`), [words]);
  const close = () => setDialog(undefined);
  return (
    <>
      <div className={styles.line}>
        <Eye aria-hidden className={styles.icon} />
        <p className={styles.words}>
          You are looking at the map as it was{" "}
          <strong>
            <bdi>{words}</bdi>
          </strong>
          . Nobody else sees this.
        </p>
        <div className={styles.actions}>
          <Button size="small" isDisabled={!canEdit} onPress={() => setDialog("restore")}>
            Restore this…
          </Button>
          <Button size="small" onPress={() => setDialog("copy")}>
            Copy as a new map…
          </Button>
          <Button size="small" variant="secondary" onPress={endLook}>
            <Undo2 aria-hidden />
            Back to now
          </Button>
        </div>
      </div>
      <div className={styles.line}>
        <LookSteps shown={look.moment} wanted={wanted} />
        <DifferenceBar map={look.map} />
      </div>
      {dialog === "restore" && <RestoreDialog look={look} onClose={close} />}
      {dialog === "copy" && <CopyDialog look={look} onClose={close} />}
    </>
  );
}
