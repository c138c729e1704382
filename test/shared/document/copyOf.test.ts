import { expect, it } from "vitest";
import { copyOf } from "../../../shared/document/copyOf.ts";
import { buildMap } from "../../support/buildMap.ts";

const map = buildMap()
  .place("place")
  .organisation("ccg", "ccg", { place: "place", locked: true, colourOfDoor: "blue" } as never)
  .organisation("ft", "foundation-trust", { place: "elsewhere" })
  .contract("c", "nhs-standard", { consultation: "ccg" })
  .relate("pays", "ccg", "ft", { contract: "c" })
  .relate("holds", "ft", "c")
  .map();

function copied(ids: readonly string[], mayName: (id: string) => boolean) {
  let made = 0;
  const elements = map.elements.filter(({ id }) => ids.includes(id));
  return copyOf(
    { elements, relations: map.relations },
    { makeId: () => `copy-${++made}`, offset: { x: 8, y: 16 }, mayName },
  );
}

it("keeps what is named among the copied, as the copy", () => {
  const { elements, relations, droppedNames } = copied(["place", "ccg", "ft", "c"], () => true);
  const [place, ccg, ft, contract] = elements;
  expect(ccg?.place).toBe(place?.id);
  expect(contract).toMatchObject({ consultation: ccg?.id });
  expect(relations).toMatchObject([
    { type: "pays", from: ccg?.id, to: ft?.id, contract: contract?.id },
    { type: "holds", from: ft?.id, to: contract?.id },
  ]);
  expect(ft?.place).toBe("elsewhere");
  expect(droppedNames).toBe(0);
});

it("drops and counts what it may not name, and relations without both ends", () => {
  const { elements, relations, droppedNames } = copied(["ccg", "ft"], () => false);
  expect(elements.every((element) => !("place" in element))).toBe(true);
  expect(relations).toHaveLength(1);
  expect(relations[0]).not.toHaveProperty("contract");
  expect(droppedNames).toBe(3);
});

it("copies fields that the format does not know, and no lock", () => {
  const [ccg] = copied(["ccg"], () => true).elements;
  expect(ccg).toMatchObject({ colourOfDoor: "blue" });
  expect(ccg).not.toHaveProperty("locked");
  const original = map.elements.find(({ id }) => id === "ccg");
  expect(ccg?.position).toMatchObject({
    x: (original?.position.x ?? 0) + 8,
    y: (original?.position.y ?? 0) + 16,
  });
});
