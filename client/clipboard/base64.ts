const bytesAtOnce = 8_192;

/** A text as letters that pass through anything. */
export function toBase64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let binary = "";
  // A call takes only so many arguments.
  for (let start = 0; start < bytes.length; start += bytesAtOnce)
    binary += String.fromCharCode(...bytes.subarray(start, start + bytesAtOnce));
  return btoa(binary);
}

/** The text again; undefined where it has been cut or changed on the way. */
export function fromBase64(letters: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
