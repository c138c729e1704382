/** Headers of a picture. Opened by itself it may load and run nothing, whatever the texts on it say. */
export function pictureHeaders(type: string, name: string): Headers {
  return new Headers({
    "Content-Type": type,
    "Content-Disposition": `inline; filename="${name}"`,
    "Content-Security-Policy":
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox",
  });
}
