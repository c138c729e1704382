import { formatCount } from "../../../shared/model/money.ts";

/** What is said of a text that has more characters than fit. */
export function tooLong(characters: number, mostCharacters: number): string {
  const [has, most] = [characters, mostCharacters].map(formatCount);
  return `This has ${has} characters, and ${most} fit. Shorten it, or put the rest into the notes; what you typed is kept.`;
}
