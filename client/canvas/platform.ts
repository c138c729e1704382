/** Whether this is a Mac, whose Command key does what Control does elsewhere. */
export function isMac(): boolean {
  return /mac|iphone|ipad/i.test(navigator.userAgent);
}
