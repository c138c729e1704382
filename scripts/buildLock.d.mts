export function withBuildLock<T>(
  path: string,
  say: (text: string) => void,
  work: () => Promise<T>,
): Promise<T>;
