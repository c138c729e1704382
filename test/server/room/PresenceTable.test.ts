import { beforeEach, describe, expect, it } from "vitest";
import { type PresenceEntry, PresenceTable } from "../../../server/room/PresenceTable.ts";

const here = (clientId: number, clock: number, json = `{"at":${clock}}`): PresenceEntry => ({
  clientId,
  clock,
  json,
});
const gone = (clientId: number, clock: number): PresenceEntry => ({ clientId, clock, json: null });

describe("PresenceTable", () => {
  let table: PresenceTable<string>;
  const changes = () => table.takeChanges().map(({ clientId, clock, json }) => ({ clientId, clock, json }));
  beforeEach(() => {
    table = new PresenceTable();
  });

  it("gives of each person only the latest, once", () => {
    table.claim("ann", [here(1, 1)]);
    table.claim("bob", [here(2, 1)]);
    table.claim("ann", [here(1, 2)]);
    expect(changes()).toEqual([here(1, 2), here(2, 1)]);
    expect(table.hasChanges).toBe(false);
    expect(changes()).toEqual([]);
  });

  it("takes no older clock, and the same one only for leaving", () => {
    table.claim("ann", [here(1, 5)]);
    table.claim("ann", [here(1, 4)]);
    table.claim("ann", [here(1, 5, `{"other":true}`)]);
    expect(changes()).toEqual([here(1, 5)]);
    table.claim("ann", [gone(1, 5)]);
    expect(changes()).toEqual([gone(1, 5)]);
    expect(table.all()).toEqual([]);
  });

  it("lets a speaker speak for one id, and drops what it echoes of others", () => {
    table.claim("ann", [here(1, 1)]);
    table.claim("bob", [here(1, 9), here(2, 1), here(3, 1)]);
    table.claim("bob", [here(1, 10)]);
    table.claim("bob", [gone(1, 11)]);
    table.claim("bob", [here(3, 2)]);
    expect(changes()).toEqual([here(1, 1), here(2, 1)]);
  });

  it("does not take an echo of somebody's leaving for a person", () => {
    table.claim("ann", [gone(7, 3)]);
    expect(table.hasChanges).toBe(false);
    table.claim("ann", [here(1, 1)]);
    expect(changes()).toEqual([here(1, 1)]);
  });

  it("names who holds an id that somebody wants, and gives it when that one has left", () => {
    table.claim("half-dead", [here(1, 5)]);
    expect(table.claim("fresh", [here(1, 6)])).toEqual({ heldBy: "half-dead" });
    table.leave("half-dead");
    expect(table.claim("fresh", [here(1, 6)])).toEqual({});
    expect(changes()).toEqual([here(1, 6)]);
  });

  it("says that somebody has left, and that its old clock is not enough when it comes back", () => {
    table.claim("ann", [here(1, 5)]);
    table.takeChanges();
    table.leave("ann");
    table.leave("ann");
    expect(changes()).toEqual([gone(1, 5)]);
    expect(table.claim("ann again", [here(1, 5)])).toEqual({ returnedAtClock: 5 });
    table.leave("ann again");
    expect(table.claim("ann once more", [here(1, 6)])).toEqual({});
  });
});
