const UNITS = [
  { pounds: 1e9, suffix: "bn" },
  { pounds: 1e6, suffix: "m" },
  { pounds: 1e3, suffix: "k" },
] as const;

const FIRST_ABBREVIATED_POUNDS = 10_000;

/**
 * A sum as people write it: "£726m", "£1.2bn", "£650k", "£145.2m", "£950". Rounded to one decimal place (two below ten of a
 * unit), so it is for cards and labels; `formatPounds` gives the full figure.
 */
export function formatMoney(pounds: number): string {
  const whole = Math.round(Math.abs(pounds));
  if (whole < FIRST_ABBREVIATED_POUNDS) return formatPounds(pounds);
  const sign = pounds < 0 ? "−" : "";
  for (const [index, unit] of UNITS.entries()) {
    const inUnit = whole / unit.pounds;
    const isSmallest = index === UNITS.length - 1;
    if (roundForReading(inUnit) >= 1 || isSmallest)
      return `${sign}£${grouped(roundForReading(inUnit))}${unit.suffix}`;
  }
  return formatPounds(pounds);
}

/** A sum in full, to the nearest pound: "£726,000,000"; below zero "−£1,200". */
export function formatPounds(pounds: number | bigint): string {
  const whole = typeof pounds === "bigint" ? absolute(pounds) : Math.round(Math.abs(pounds));
  return `${pounds < 0 && whole > 0 ? "−" : ""}£${grouped(whole)}`;
}

/** A whole number with commas between the thousands: "900,000". */
export function formatCount(count: number): string {
  return `${count < 0 ? "−" : ""}${grouped(Math.round(Math.abs(count)))}`;
}

const SUM =
  /^([-−–])?£?([-−–])?(\d{1,3}(?:,\d{3})+|\d+)?(\.\d+)?(k|thousand|m|mn|mill|million|bn|b|billion)?$/;
const POUNDS_BY_SUFFIX: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  mill: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
};

/**
 * Reads a sum as people write it ("726m", "£1.2 bn", "650k", "1,000,000", "£145.2 million") as whole pounds, pennies
 * rounded. Null if it cannot be read without guessing, or is too large to be counted exactly.
 */
export function parseMoney(text: string): number | null {
  const match = SUM.exec(text.toLowerCase().replace(/\s/gu, ""));
  if (match === null) return null;
  const [, signBefore, signAfter, whole = "", fraction = "", suffix] = match;
  if (whole === "" && fraction === "") return null;
  if (signBefore !== undefined && signAfter !== undefined) return null;
  const inUnit = Number(`${whole.replaceAll(",", "") || "0"}${fraction}`);
  const pounds = Math.round(inUnit * (suffix === undefined ? 1 : (POUNDS_BY_SUFFIX[suffix] ?? 1)));
  if (!Number.isSafeInteger(pounds)) return null;
  return (signBefore ?? signAfter) === undefined || pounds === 0 ? pounds : -pounds;
}

function roundForReading(value: number): number {
  const steps = value < 10 ? 100 : 10;
  return Math.round(value * steps) / steps;
}

// Written out instead of toLocaleString: exports must be the same bytes whatever the locale data of the machine.
function grouped(value: number | bigint): string {
  const [whole = "0", fraction] = plainDigits(value).split(".");
  const withCommas = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? withCommas : `${withCommas}.${fraction}`;
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function plainDigits(value: number | bigint): string {
  return value < 1e21 ? String(value) : BigInt(value).toString();
}
