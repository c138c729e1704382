import { beforeEach, expect, it } from "vitest";
import { rememberItem, useRecentItems } from "../../../client/palette/recentItems.ts";

const [TRUST, CONTRACT, NOTE, PLACE, BOARD] = [
  "organisation/foundation-trust",
  "contract/nhs-standard",
  "note",
  "place",
  "forum/programme-board",
];
const places = () => useRecentItems.getState().places;
const remember = (...ids: readonly string[]) => {
  for (const id of ids) rememberItem(id);
};

beforeEach(() => useRecentItems.setState({ ids: [], places: [] }));

it("keeps every kind where it stands when it is used again, while the newest stands first in the list of commands", () => {
  remember(TRUST, CONTRACT, NOTE, TRUST);
  expect(places()).toEqual([TRUST, CONTRACT, NOTE]);
  expect(useRecentItems.getState().ids).toEqual([TRUST, NOTE, CONTRACT]);
});

it("gives a new kind the place of the one that was not used for the longest", () => {
  remember(TRUST, CONTRACT, NOTE, PLACE, TRUST, BOARD);
  expect(places()).toEqual([TRUST, BOARD, NOTE, PLACE]);
});

it("has no place for kinds that the palette does not list", () => {
  remember(TRUST, "contract/gms", CONTRACT);
  expect(places()).toEqual([TRUST, CONTRACT]);
});
