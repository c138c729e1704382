import { useEffect, useState } from "react";

const LOOK_AGAIN_MS = 300;

/** Where an element is on the screen, looked up again and again: panels fold, lists change. Undefined while it is not there. */
export function useFrameAround(target: () => Element | undefined): DOMRect | undefined {
  const [frame, setFrame] = useState<DOMRect>();
  useEffect(() => {
    const look = () => {
      const next = target()?.getBoundingClientRect();
      const isShown = next !== undefined && next.width > 0 && next.height > 0;
      setFrame((before) => (isShown ? (isSame(before, next) ? before : next) : undefined));
    };
    look();
    const timer = setInterval(look, LOOK_AGAIN_MS);
    window.addEventListener("resize", look);
    return () => {
      clearInterval(timer);
      window.removeEventListener("resize", look);
    };
  }, [target]);
  return frame;
}

function isSame(before: DOMRect | undefined, next: DOMRect): boolean {
  return (
    before?.left === next.left &&
    before.top === next.top &&
    before.width === next.width &&
    before.height === next.height
  );
}
