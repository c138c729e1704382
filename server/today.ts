/** The day of now as an ISO 8601 date, in UTC: the same on the command line and over HTTP. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
