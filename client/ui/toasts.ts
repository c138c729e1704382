import { create } from "zustand";

export interface Toast {
  readonly id: number;
  readonly kind: "notice" | "failure";
  /** What has happened and, where it failed, what to do. */
  readonly text: string;
}

const shownMs = 8_000;
let lastId = 0;

/** The short messages on the screen, oldest first. */
export const useToasts = create<{ readonly toasts: readonly Toast[] }>()(() => ({ toasts: [] }));

/** Shows a short message and has it read aloud. A notice goes by itself after a few seconds, a failure stays until it is closed. */
export function showToast(text: string, kind: Toast["kind"] = "notice"): void {
  lastId += 1;
  const id = lastId;
  useToasts.setState(({ toasts }) => ({
    toasts: [...toasts.filter((toast) => toast.text !== text), { id, kind, text }],
  }));
  if (kind === "notice") setTimeout(() => closeToast(id), shownMs);
}

/** Takes a message off the screen. */
export function closeToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}
