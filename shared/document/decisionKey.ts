/** The key under which the room's decision about one finding is stored: rule and subjects, whatever their order. */
export function decisionKey(rule: string, subjects: readonly string[]): string {
  return JSON.stringify([rule, ...[...subjects].sort()]);
}
