import type { MapElement } from "../../model/element.ts";
import type { Service } from "../../model/services.ts";
import { wordFor, wordInSentence } from "../../model/words.ts";
import type { Marking } from "../colourMarks.ts";
import { category, MOST_CATEGORIES } from "./category.ts";
import { commonest } from "./commonest.ts";

const SEVERAL = "several";
const OTHER = "others";
const MOST_NAMED = 2;

/** Marks organisations, contracts and funds by their service; those with several share one colour, and their chips name them. */
export function servicesMarks(elements: readonly MapElement[]): Marking {
  const single = elements.flatMap((element) => {
    const services = servicesOf(element);
    return services?.length === 1 ? services : [];
  });
  const own = commonest(single, MOST_CATEGORIES - 2);
  return {
    classes: [
      ...own.map((service, index) => category(service, wordFor(service, "services"), index)),
      category(OTHER, "Another service", MOST_CATEGORIES - 2),
      category(SEVERAL, "Several services", MOST_CATEGORIES - 1),
      { key: "none", words: "No services", tone: "none" },
      { key: "not-stated", words: "Not stated", tone: "none" },
    ],
    markOf(element) {
      if (element.type !== "organisation" && element.type !== "contract" && element.type !== "fund")
        return undefined;
      const services = servicesOf(element);
      const [first] = services ?? [];
      if (services === undefined) return { key: "not-stated", words: "Services not stated" };
      if (first === undefined) return { key: "none", words: "No services" };
      const key = services.length > 1 ? SEVERAL : own.includes(first) ? first : OTHER;
      return { key, words: wordsOf(services) };
    },
  };
}

function servicesOf(element: MapElement): readonly Service[] | undefined {
  return "services" in element ? element.services : undefined;
}

function wordsOf(services: readonly Service[]): string {
  const named = services
    .slice(0, MOST_NAMED)
    .map((service, index) =>
      index === 0 ? wordFor(service, "services") : wordInSentence(service, "services"),
    );
  const others = services.length - named.length;
  return others === 0 ? named.join(", ") : `${named.join(", ")} + ${others}`;
}
