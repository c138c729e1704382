import { annualValueOf } from "../model/contractValue.ts";
import type { Contract, Forum, Fund, MapElement, Organisation, Place } from "../model/element.ts";
import { legalFormOf } from "../model/legalForm.ts";
import { formatCount, formatMoney } from "../model/money.ts";
import type { Service } from "../model/services.ts";
import { bandWords, isVehicle, wordFor, wordInSentence } from "../model/words.ts";
import { duration, shortMonth } from "./dateWords.ts";

/** One line of facts on a card. */
export interface Fact {
  readonly text: string;
  /** Reckoned from stated figures, or not agreed yet: set in italics. */
  readonly isTentative?: boolean;
}

/** What a card says below its name: only what is stated, and what follows from it marked "(derived)". */
export function elementFacts(element: MapElement): readonly Fact[] {
  const facts = statedFacts(element);
  return element.proposed === true
    ? [...facts, { text: "Proposed, to be agreed", isTentative: true }]
    : facts;
}

function statedFacts(element: MapElement): readonly Fact[] {
  switch (element.type) {
    case "organisation":
      return organisationFacts(element);
    case "contract":
      return contractFacts(element);
    case "fund":
      return fundFacts(element);
    case "forum":
      return forumFacts(element);
    case "place":
      return placeFacts(element);
    case "note":
      return [];
  }
}

function organisationFacts(organisation: Organisation): Fact[] {
  const { population, services } = organisation;
  return facts(
    formFact(organisation),
    population === undefined ? undefined : people(population),
    services === undefined
      ? undefined
      : services.length === 0
        ? "Delivers no services itself"
        : serviceList(services),
  );
}

/** The legal form, or for a vehicle its kind: whichever the band does not say already. */
function formFact(organisation: Organisation): string | undefined {
  const { kind, legalForm } = organisation;
  const band = bandWords(organisation).title;
  const kindWord = wordFor(kind, "kind");
  if (isVehicle(organisation) && band !== kindWord.toUpperCase()) return kindWord;
  if (legalForm === undefined || (legalForm === legalFormOf({ kind }) && legalForm !== "none"))
    return undefined;
  const formWord = wordFor(legalForm, "legalForm");
  return band === formWord.toUpperCase() ? undefined : formWord;
}

const NAMES_NO_VALUE: ReadonlySet<Contract["kind"]> = new Set(["memorandum", "framework"]);

function contractFacts(contract: Contract): Fact[] {
  const {
    kind,
    annualValue,
    totalValue,
    termMonths,
    extensionMonths,
    payment,
    priceCeiling,
    procurement,
    form,
    services,
  } = contract;
  const paymentWord = payment === undefined ? undefined : wordInSentence(payment, "payment");
  const outcomes =
    contract.outcomePercent === undefined ? undefined : `${contract.outcomePercent}% on outcomes`;
  const risk = riskWords(contract);
  const value = valueAndTerm(contract);
  const isShort =
    totalValue === undefined &&
    termMonths === undefined &&
    contract.start === undefined &&
    !outcomes &&
    !risk;
  const annualPounds = annualValueOf(contract);
  const isDerived = annualValue === undefined && annualPounds !== undefined && termMonths !== 12;
  // The band says that it is terminated, and the last line of a proposal that it is one.
  const isSaidElsewhere =
    contract.status === "terminated" || (contract.status === "proposed" && contract.proposed === true);
  const status = isSaidElsewhere ? undefined : contract.status;
  return facts(
    isShort ? dotted(value, paymentWord) : value,
    annualValue !== undefined && totalValue !== undefined ? `${formatMoney(annualValue)} a year` : undefined,
    isDerived ? { text: `${formatMoney(annualPounds)} a year (derived)`, isTentative: true } : undefined,
    extensionMonths === undefined || extensionMonths === 0
      ? undefined
      : `May be extended by ${duration(extensionMonths)}`,
    isShort ? undefined : dotted(paymentWord, outcomes, risk),
    dotted(
      procurement === undefined ? undefined : wordInSentence(procurement, "procurement"),
      priceCeiling === undefined ? undefined : `ceiling ${formatMoney(priceCeiling)}`,
    ),
    dotted(
      status === undefined ? undefined : wordInSentence(status, "status"),
      form === undefined || kind === "nhs-standard" ? undefined : wordInSentence(form, "form"),
    ),
    services === undefined || services.length === 0 ? undefined : serviceList(services),
  );
}

function facts(...lines: readonly (string | Fact | undefined)[]): Fact[] {
  return lines
    .filter((line) => line !== undefined)
    .map((line) => (typeof line === "string" ? { text: line } : line));
}

function valueAndTerm(contract: Contract): string | undefined {
  const { totalValue, annualValue, termMonths, start } = contract;
  const term = termMonths === undefined ? undefined : duration(termMonths);
  const from = start === undefined ? undefined : `from ${shortMonth(start)}`;
  if (totalValue !== undefined)
    return spaced(formatMoney(totalValue), term === undefined ? undefined : `over ${term}`, from);
  const money =
    annualValue !== undefined
      ? `${formatMoney(annualValue)} a year`
      : NAMES_NO_VALUE.has(contract.kind)
        ? undefined
        : "Value not stated";
  return dotted(money, spaced(term, from));
}

function spaced(...parts: readonly (string | undefined)[]): string | undefined {
  return parts.filter((part) => part !== undefined).join(" ") || undefined;
}

/** What is stated, set off by dots, with a capital at the beginning. */
function dotted(...parts: readonly (string | undefined)[]): string | undefined {
  const text = parts.filter((part) => part !== undefined).join(" · ");
  return text === "" ? undefined : text.charAt(0).toUpperCase() + text.slice(1);
}

function riskWords(contract: Contract): string | undefined {
  if (contract.riskShare === undefined) return undefined;
  return contract.riskShare === "none"
    ? "no risk share"
    : `${wordInSentence(contract.riskShare, "riskShare")} risk share`;
}

function fundFacts({ annualAmount, legalBasis, services }: Fund): Fact[] {
  return facts(
    annualAmount === undefined ? "Amount not stated" : `${formatMoney(annualAmount)} a year`,
    legalBasis === undefined ? undefined : wordFor(legalBasis, "legalBasis"),
    services === undefined || services.length === 0 ? undefined : serviceList(services),
  );
}

const DECISION_WORDS: Readonly<Record<NonNullable<Forum["decisionRule"]>, string>> = {
  unanimous: "Decides unanimously",
  majority: "Decides by majority",
  weighted: "Decides by weighted votes",
  consensus: "Decides by consensus",
};

function forumFacts(forum: Forum): Fact[] {
  return forum.decisionRule === undefined ? [] : [{ text: DECISION_WORDS[forum.decisionRule] }];
}

function placeFacts(place: Place): Fact[] {
  return place.population === undefined ? [] : [{ text: people(place.population) }];
}

function people(population: number): string {
  return population === 1 ? "1 person" : `${formatCount(population)} people`;
}

const LISTED_SERVICES = 4;

function serviceList(services: readonly Service[]): string {
  const shown = services.slice(
    0,
    services.length === LISTED_SERVICES + 1 ? LISTED_SERVICES + 1 : LISTED_SERVICES,
  );
  const words = shown.map((service, index) =>
    index === 0 ? wordFor(service, "services") : wordInSentence(service, "services"),
  );
  const more = services.length - shown.length;
  return more === 0 ? words.join(", ") : `${words.join(", ")} and ${more} more`;
}
