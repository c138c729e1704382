import { useEffect, useState } from "react";

const none: ReadonlyMap<string, number> = new Map();

/** How many changes to each map this device keeps that no server has confirmed; maps without any are left out. */
export function useUnsentChanges(): ReadonlyMap<string, number> {
  const [unsent, setUnsent] = useState(none);
  useEffect(() => {
    let isGone = false;
    void count().then((counted) => {
      if (!isGone) setUnsent(counted);
    });
    return () => {
      isGone = true;
    };
  }, []);
  return unsent;
}

async function count(): Promise<ReadonlyMap<string, number>> {
  try {
    const { countUnconfirmed } = await import("../sync/deviceCopies.ts");
    const byMap = new Map<string, number>();
    for (const { copy, changes } of await countUnconfirmed())
      if (changes > 0) byMap.set(copy.map, (byMap.get(copy.map) ?? 0) + changes);
    return byMap;
  } catch {
    // The browser keeps nothing.
    return none;
  }
}
