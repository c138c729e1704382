import { useEffect, useState } from "react";
import type { Route } from "../sync/transport/Route.ts";

const everyMs = 2_000;

/** The time to the server and back in milliseconds, measured again and again while somebody looks; undefined while it is not known. */
export function useRoundTrip(route: Route | undefined): number | undefined {
  const [roundTripMs, setRoundTripMs] = useState<number>();
  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const measure = async () => {
      const ms = await route?.measure();
      if (isOver) return;
      setRoundTripMs(ms ?? undefined);
      timer = setTimeout(measure, everyMs);
    };
    void measure();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [route]);
  return roundTripMs;
}
