import { uuidv4 } from "lib0/random";

/** A new id for an element or relation: random, so that two people who draw at the same moment never collide. */
export function newId(): string {
  return uuidv4();
}
