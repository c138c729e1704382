export function sourceHash(root: string, folders: readonly string[]): string;
