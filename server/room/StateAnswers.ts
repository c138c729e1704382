import { type Frame, missingStateFrame, updateFrame } from "./frames.ts";

/** Where the answers come from: a document at its newest version. */
export interface StateSource {
  /** Counts the changes. */
  readonly version: number;
  /** What somebody with this state vector lacks; without one, everything. */
  encode(stateVector?: Uint8Array): Uint8Array;
  stateVector(): Uint8Array;
}

interface Answer {
  readonly update: Uint8Array;
  readonly frames: readonly Frame[];
  /** What somebody who has it knows. */
  readonly stateVector: Uint8Array;
  readonly version: number;
  readonly encodedAtMs: number;
  /** Together with what has come since, and of which version that is. */
  later: { readonly frames: readonly Frame[]; readonly version: number } | null;
}

/** From this size of the document on, what has just been encoded is sent together with what came since, not encoded anew. */
const costlyBytes = 64 * 1024;
const freshMs = 1_000;
/** After a restart many come back with the same state vector; a few stood elsewhere. */
const mostVectors = 16;

/**
 * What brings people into step, encoded once for all who stand at the same place: the newcomers who have nothing, and those who
 * come back after a restart with what they had.
 */
export class StateAnswers {
  readonly #source: StateSource;
  readonly #answers = new Map<string, Answer>();
  #documentBytes = 0;

  constructor(source: StateSource) {
    this.#source = source;
  }

  /** The frames that bring somebody with this state vector into step; the last one is the answer to it. */
  framesFor(stateVector: Uint8Array): readonly Frame[] {
    const { version } = this.#source;
    const answer = this.#answerFor(stateVector, freshMs);
    if (answer.version === version) return answer.frames;
    if (answer.later?.version !== version) {
      const since = missingStateFrame(this.#source.encode(answer.stateVector));
      answer.later = { frames: [updateFrame(answer.update), since], version };
    }
    return answer.later.frames;
  }

  /** What somebody with this state vector lacks, as of now; without one, everything. */
  updateFor(stateVector: Uint8Array = nothingKnown): Uint8Array {
    return this.#answerFor(stateVector, 0).update;
  }

  /** Forgets what was encoded. */
  clear(): void {
    this.#answers.clear();
  }

  #answerFor(stateVector: Uint8Array, longestAgeMs: number): Answer {
    const key = Buffer.from(stateVector).toString("latin1");
    const known = this.#answers.get(isEmpty(stateVector) ? "" : key);
    if (known && this.#isGoodEnough(known, longestAgeMs)) return known;
    return this.#encode(stateVector, isEmpty(stateVector) ? "" : key);
  }

  #isGoodEnough(answer: Answer, longestAgeMs: number): boolean {
    if (answer.version === this.#source.version) return true;
    return this.#documentBytes >= costlyBytes && performance.now() - answer.encodedAtMs < longestAgeMs;
  }

  #encode(stateVector: Uint8Array, key: string): Answer {
    const update = key === "" ? this.#source.encode() : this.#source.encode(stateVector);
    if (key === "") this.#documentBytes = update.byteLength;
    const answer: Answer = {
      update,
      frames: [missingStateFrame(update)],
      stateVector: this.#source.stateVector(),
      version: this.#source.version,
      encodedAtMs: performance.now(),
      later: null,
    };
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > mostVectors && oldest !== undefined) this.#answers.delete(oldest);
    return answer;
  }
}

const nothingKnown = new Uint8Array([0]);

/** A state vector of nobody: a single zero. */
function isEmpty(stateVector: Uint8Array): boolean {
  return stateVector.byteLength === 0 || (stateVector.byteLength === 1 && stateVector[0] === 0);
}
