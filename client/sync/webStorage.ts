/** A store of short texts in the browser. Where the browser keeps nothing (private windows, blocked storage), it forgets. */
export interface TextStore {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
  remove(key: string): void;
  /** All keys that begin so. */
  keys(prefix: string): readonly string[];
}

function textStore(storage: () => Storage): TextStore {
  const attempt = <T>(run: (store: Storage) => T): T | undefined => {
    try {
      return run(storage());
    } catch {
      return undefined;
    }
  };
  return {
    get: (key) => attempt((store) => store.getItem(key)) ?? undefined,
    set: (key, value) => attempt((store) => store.setItem(key, value)),
    remove: (key) => attempt((store) => store.removeItem(key)),
    keys: (prefix) =>
      attempt((store) =>
        Array.from({ length: store.length }, (_, index) => store.key(index) ?? "").filter((key) =>
          key.startsWith(prefix),
        ),
      ) ?? [],
  };
}

/** Kept on this device, for all tabs. */
export const deviceStorage = textStore(() => localStorage);

/** Kept as long as this tab. */
export const tabStorage = textStore(() => sessionStorage);
