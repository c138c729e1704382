import { useEffect, useRef, useState } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { Tooltip, TooltipTrigger } from "react-aria-components/Tooltip";
import type { FixPreview } from "../../shared/rules/previewFix.ts";
import { hidePreview, showPreview } from "../canvas/previewStore.ts";
import { Sentence } from "../panels/Sentence.tsx";
import { Button } from "../ui/Button.tsx";
import { classNames } from "../ui/classNames.ts";
import popoverStyles from "../ui/Popover.module.css";
import styles from "./FixButton.module.css";

const delayMs = 150;
const mostSentences = 6;

interface FixButtonProps {
  readonly label: string;
  /** Whether it is the first of its card: that one is the likeliest. */
  readonly isFirst: boolean;
  /** Works out what the fix would do now; undefined where it is not offered any more. */
  readonly preview: () => FixPreview | undefined;
  readonly onApply: () => void;
}

/**
 * Applies a fix. While it is pointed at or has the focus, it says what the fix will do and the canvas shows it in outline. A finger
 * cannot point first: its press asks before anything is done.
 */
export function FixButton({ label, isFirst, preview, onApply }: FixButtonProps) {
  const [shown, setShown] = useState<FixPreview | "gone">();
  const [isAsking, setAsking] = useState(false);
  const button = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (shown === undefined || shown === "gone") return;
    showPreview(shown);
    return () => hidePreview(shown);
  }, [shown]);
  const show = (isOpen: boolean) => setShown(isOpen ? (preview() ?? "gone") : undefined);
  const ask = (isOpen: boolean) => {
    setAsking(isOpen);
    show(isOpen);
  };
  const apply = () => {
    ask(false);
    onApply();
  };
  return (
    <span ref={button} className={styles.button}>
      <TooltipTrigger
        delay={delayMs}
        closeDelay={0}
        isOpen={shown !== undefined && !isAsking}
        onOpenChange={(isOpen) => {
          if (!isAsking) show(isOpen);
        }}
      >
        <Button
          size="small"
          variant={isFirst ? "primary" : "outline"}
          onPress={({ pointerType }) => {
            if (pointerType === "touch") ask(true);
            else apply();
          }}
        >
          <Sentence text={label} />
        </Button>
        <Tooltip placement="left" offset={12} className={classNames(styles.tip)}>
          <WhatItDoes shown={shown} />
        </Tooltip>
      </TooltipTrigger>
      <Popover
        triggerRef={button}
        isOpen={isAsking}
        onOpenChange={ask}
        placement="left"
        offset={12}
        className={classNames(popoverStyles.popover, styles.ask)}
      >
        <Dialog aria-label={label} className={classNames(styles.dialog)}>
          <WhatItDoes shown={shown} />
          <Answers label={label} onCancel={() => ask(false)} onApply={apply} />
        </Dialog>
      </Popover>
    </span>
  );
}

function Answers({
  label,
  onCancel,
  onApply,
}: Pick<FixButtonProps, "label" | "onApply"> & { readonly onCancel: () => void }) {
  return (
    <div className={styles.answers}>
      <Button size="small" onPress={onCancel}>
        Cancel
      </Button>
      <Button size="small" variant="primary" onPress={onApply}>
        <Sentence text={label} />
      </Button>
    </div>
  );
}

function WhatItDoes({ shown }: { readonly shown: FixPreview | "gone" | undefined }) {
  if (shown === undefined) return null;
  if (shown === "gone" || !shown.isPossible)
    return <p className={styles.line}>This is not possible any more: the map has changed since.</p>;
  const { sentences } = shown;
  const isCut = sentences.length > mostSentences;
  const listed = isCut ? sentences.slice(0, mostSentences - 1) : sentences;
  return (
    <>
      {listed.map((sentence) => (
        <p key={sentence} className={styles.line}>
          <Sentence text={sentence} />
        </p>
      ))}
      {isCut && <p className={styles.line}>and {sentences.length - listed.length} changes more</p>}
    </>
  );
}
