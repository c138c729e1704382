import { create } from "zustand";

export interface Toast {
  readonly id: number;
  readonly kind: "notice" | "failure";
  /** What has happened and, where it failed, what to do. */
  readonly text: string;
  /** What can be done about it at once, such as taking it back. */
  readonly action?: ToastAction;
}

export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

const shownMs = 8_000;
/** What can be acted upon must be found first, by keyboard too. */
const shownWithActionMs = 20_000;
let lastId = 0;

/** The short messages on the screen, oldest first. */
export const useToasts = create<{ readonly toasts: readonly Toast[] }>()(() => ({ toasts: [] }));

/**
 * Shows a short message and has it read aloud. A notice goes by itself after a few seconds, a failure stays until it is closed.
 * Returns what closes it before.
 */
export function showToast(text: string, kind: Toast["kind"] = "notice", action?: ToastAction): () => void {
  lastId += 1;
  const id = lastId;
  const toast: Toast = { id, kind, text, ...(action !== undefined && { action }) };
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts.filter((other) => other.text !== text), toast] }));
  const close = () => closeToast(id);
  if (kind === "notice") setTimeout(close, action === undefined ? shownMs : shownWithActionMs);
  return close;
}

/** Takes off the screen what only offers to do something to the map, such as taking a step back. Failures stay. */
export function closeOffers(): void {
  useToasts.setState(({ toasts }) => ({
    toasts: toasts.filter(({ kind, action }) => kind === "failure" || action === undefined),
  }));
}

/** Takes a message off the screen. */
export function closeToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}
