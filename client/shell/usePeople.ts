import { useMemo, useSyncExternalStore } from "react";
import type { Person } from "../sync/MapSession.ts";
import { useSession, useShownMap } from "../sync/sessionContext.tsx";

/** Somebody who is here, without what they do. */
export type Here = Pick<Person, "clientId" | "name" | "organisation" | "verified" | "colour"> & {
  /** Whether their page says what they see. */
  readonly isFollowable?: true;
};

/** Everybody else who is here, and the colour that they see for this tab. What they do with their pointers draws nothing anew. */
export function usePeople(): { readonly others: readonly Here[]; readonly ownColour: string } {
  const { presence } = useSession();
  const shown = useShownMap();
  const words = useSyncExternalStore(shown.subscribe, () => JSON.stringify(shown.others().map(hereOf)));
  const ownColour = useSyncExternalStore(shown.subscribe, () => presence.ownColour());
  const others = useMemo(() => JSON.parse(words) as readonly Here[], [words]);
  return { others, ownColour };
}

function hereOf({ clientId, name, organisation, verified, colour, view }: Person): Here {
  return {
    clientId,
    name,
    organisation,
    ...(verified && { verified }),
    colour,
    ...(view && { isFollowable: true }),
  };
}
