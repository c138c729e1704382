export function chromiumFlags(): string[];
export function findChromium(): Promise<string>;
