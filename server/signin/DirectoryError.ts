import type { SignInProblem } from "../../shared/protocol/signIn.ts";

/** A sign-in that did not come about. Its cause is what the directory or the way to it did. */
export class DirectoryError extends Error {
  override readonly name = "DirectoryError";
  readonly problem: SignInProblem;

  constructor(problem: SignInProblem, cause?: unknown) {
    super(`Nobody was signed in: ${problem}.`, { cause });
    this.problem = problem;
  }
}
