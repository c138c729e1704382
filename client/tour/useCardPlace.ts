import { type RefObject, useLayoutEffect, useState } from "react";
import type { Point } from "../../shared/model/field.ts";
import { NARROW_WINDOW } from "../ui/narrowWindow.ts";
import { type Box, placeBeside } from "./placeBeside.ts";

const LOOK_AGAIN_MS = 300;
const GAP_PX = 12;

/** Where a card of the tour stands, once the map is drawn; undefined where the window leaves no choice. It stays there while people draw. */
export function useCardPlace(
  card: RefObject<HTMLElement | null>,
  about: DOMRect | undefined,
  isDone: boolean,
): Point | undefined {
  const [place, setPlace] = useState<Point>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is done says so in a line more.
  useLayoutEffect(() => {
    const put = () => {
      const { current } = card;
      const mapCards = document.querySelectorAll("main [aria-roledescription=card]");
      if (
        current === null ||
        about === undefined ||
        matchMedia(`${NARROW_WINDOW}, (max-height: 480px)`).matches
      )
        setPlace(undefined);
      else
        setPlace(
          placeBeside(
            { width: current.offsetWidth, height: current.offsetHeight },
            about,
            roomOver(about),
            Array.from([...mapCards, ...document.querySelectorAll("aside")], (each) =>
              each.getBoundingClientRect(),
            ),
          ),
        );
      return mapCards.length > 0;
    };
    if (put()) return;
    const timer = setInterval(() => put() && clearInterval(timer), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [card, about, isDone]);
  return place;
}

/** What the panels leave of the map; beside a part of a panel or of the bar above, all of the window between that and the messages. */
function roomOver(about: DOMRect): Box {
  const style = getComputedStyle(document.documentElement);
  const px = (name: string) => Number.parseFloat(style.getPropertyValue(name)) || 0;
  const isMap = about.width > innerWidth / 2;
  const left = (isMap ? px("--toasts-left") : 0) + GAP_PX;
  const right = innerWidth - (isMap ? px("--toasts-right") : 0) - GAP_PX;
  const top = (document.querySelector("header")?.getBoundingClientRect().bottom ?? 0) + GAP_PX;
  const bottom = innerHeight - Math.max(px("--toasts-bottom"), GAP_PX) - px("--toasts-height");
  return { x: left, y: top, width: right - left, height: bottom - top };
}
