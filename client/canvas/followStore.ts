import { create } from "zustand";

interface FollowState {
  /** The client whose view this tab shows as it moves; undefined = its own. */
  readonly clientId: number | undefined;
}

/** Whom this person follows. */
export const useFollowStore = create<FollowState>()(() => ({ clientId: undefined }));

/** From now on this tab shows what somebody else sees, until this person moves the map. */
export function follow(clientId: number): void {
  useFollowStore.setState({ clientId });
}

/** Says whether somebody was followed. */
export function stopFollowing(): boolean {
  const wasFollowing = useFollowStore.getState().clientId !== undefined;
  if (wasFollowing) useFollowStore.setState({ clientId: undefined });
  return wasFollowing;
}
