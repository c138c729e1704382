import { LIMITS } from "../../shared/protocol/limits.ts";
import { AddressLimiter } from "./AddressLimiter.ts";
import { readCode, tokenOfCode } from "./shortCode.ts";
import { TooManyTries } from "./TooManyTries.ts";

const everybody = "";
/** Codes that have opened a map lately: the rest of the room is about to type the same. */
const rememberedCodes = 200;

/** Turns short codes into tokens, no faster than nobody could guess one. */
export class Codes {
  readonly #perAddress = new AddressLimiter(LIMITS.codesPerSecond, LIMITS.codesBurst);
  readonly #overall = new AddressLimiter(LIMITS.allCodesPerSecond, LIMITS.allCodesBurst);
  readonly #opened = new Map<string, string>();
  readonly #underWay = new Map<string, Promise<string>>();

  /**
   * The token of the link that a code would stand for; `null` where it is no code.
   * @throws TooManyTries
   */
  async tokenOf(typed: string, address: string): Promise<string | null> {
    const message = "Too many codes were tried. Wait a moment, then try again.";
    const waitSeconds = this.#perAddress.take(address);
    if (waitSeconds > 0) throw new TooManyTries(message, waitSeconds);
    const code = readCode(typed);
    if (code === null) return null;
    const opened = this.#opened.get(code);
    if (opened !== undefined) return opened;
    const underWay = this.#underWay.get(code);
    if (underWay) return underWay;
    const allWaitSeconds = this.#overall.take(everybody);
    if (allWaitSeconds > 0) throw new TooManyTries(message, allWaitSeconds);
    const token = tokenOfCode(code).finally(() => this.#underWay.delete(code));
    this.#underWay.set(code, token);
    return token;
  }

  /** What was typed has opened a map: it was no guess. */
  hasOpened(typed: string, token: string, address: string): void {
    this.#perAddress.giveBack(address);
    const code = readCode(typed);
    if (code === null || this.#opened.has(code)) return;
    this.#overall.giveBack(everybody);
    const [oldest] = this.#opened.keys();
    if (this.#opened.size >= rememberedCodes && oldest !== undefined) this.#opened.delete(oldest);
    this.#opened.set(code, token);
  }

  /** What was typed opens nothing, or not any more. */
  hasFailed(typed: string): void {
    this.#opened.delete(readCode(typed) ?? "");
  }
}
