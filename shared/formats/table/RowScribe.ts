import type { ElementType } from "../../model/element.ts";
import type { Json } from "../../model/field.ts";
import {
  forumKindInName,
  fundKindInName,
  legalFormInName,
  organisationKindInName,
} from "../../model/kindInName.ts";
import { organisationKindWord, wordFor } from "../../model/words.ts";
import { columnOf } from "./columns.ts";
import type { DraftCard, DraftRelation, MapDraft } from "./MapDraft.ts";
import type { RowOutcome } from "./Proposal.ts";
import { plainName } from "./plainName.ts";
import { cellAt, type ReadRow, type ReadTable } from "./readTable.ts";

/** Takes one row of a table onto a draft, and keeps what becomes of it. */
export class RowScribe {
  readonly #table: ReadTable;
  readonly #row: ReadRow;
  readonly #draft: MapDraft;
  readonly #notes: string[] = [];
  readonly #lost: string[] = [];
  #isNew = false;
  #isChanged = false;

  constructor(table: ReadTable, row: ReadRow, draft: MapDraft) {
    this.#table = table;
    this.#row = row;
    this.#draft = draft;
    for (const cell of row.cells) if (cell?.problem !== undefined) this.#lost.push(cell.problem);
  }

  /** What the row says in a column; undefined where it says nothing. */
  value(key: string): Json | undefined {
    return cellAt(this.#table, this.#row, key)?.value;
  }

  text(key: string): string | undefined {
    const value = this.value(key);
    return typeof value === "string" && value !== "" ? value : undefined;
  }

  /** The names in a cell: one, or several on lines of their own or divided by semicolons. */
  names(key: string, types: readonly ElementType[]): readonly string[] {
    const whole = this.text(key);
    if (whole === undefined) return [];
    if (this.#draft.find(whole, types).length > 0) return [whole];
    return whole
      .split(/\s*(?:;|\r?\n)\s*/)
      .map((part) => part.trim())
      .filter(Boolean);
  }

  /** States what the row says in these columns. */
  state(target: DraftCard | DraftRelation, keys: readonly string[]): void {
    for (const key of keys) {
      const value = this.value(key);
      if (value !== undefined) this.stateValue(target, key, value);
    }
  }

  stateValue(target: DraftCard | DraftRelation, field: string, value: Json): void {
    const { changed, lost } = this.#draft.state(target, field, value);
    if (changed) this.#isChanged = true;
    if (lost !== undefined) this.#lost.push(lost);
  }

  /** The organisation of this name, or another card that may stand in its place; added where there is none. */
  party(name: string, types: readonly ElementType[] = ["organisation"]): DraftCard {
    return this.known(this.#draft.find(name, types), name) ?? this.#addParty(name, types);
  }

  /** The first of the cards that were found, remembered as named by this row. */
  known(found: readonly DraftCard[], name: string): DraftCard | undefined {
    const [card] = found;
    if (card === undefined) return undefined;
    this.#draft.noteKnown(card);
    const called = String(card.fields.name ?? "");
    if (card.type === "organisation" && plainName(called) !== plainName(name))
      this.note(`“${name}” is taken as “${called}”${card.isNew ? "" : ", on the map already"}.`);
    const several = found.filter(({ isNew }) => !isNew).length;
    if (several > 1) this.note(`${several} cards are called “${name}”: the first is taken.`);
    return card;
  }

  /** Adds an organisation, of the kind that the row states or the name speaks of. */
  addOrganisation(name: string, stated?: Json): DraftCard {
    const guessed = organisationKindInName(name);
    const legalForm = this.value("legalForm") === undefined ? legalFormInName(name) : undefined;
    if (stated === undefined)
      this.note(
        guessed === undefined
          ? `“${name}”: its name does not say its kind.`
          : `“${name}”: ${organisationKindWord(guessed)}, by its name.`,
      );
    this.#isNew = true;
    return this.#draft.add("organisation", {
      name,
      kind: stated ?? guessed ?? "other",
      ...(legalForm !== undefined && { legalForm }),
    });
  }

  add(type: ElementType, fields: Readonly<Record<string, Json | undefined>>): DraftCard {
    this.#isNew = true;
    return this.#draft.add(type, fields);
  }

  /** Says that the row brought a connection that was not there. */
  joined(isNew: boolean): void {
    if (isNew) this.#isNew = true;
  }

  note(text: string): void {
    this.#notes.push(text);
  }

  lose(text: string): void {
    this.#lost.push(text);
  }

  /** What has become of the row. */
  outcome(): RowOutcome {
    const what = this.#isNew ? "new" : this.#isChanged ? "changed" : "known";
    return { number: this.#row.number, what, notes: this.#notes, lost: this.#lost };
  }

  /** The row is not taken at all. Call it before anything of the row was put onto the draft. */
  leaveOut(why: string): RowOutcome {
    return { number: this.#row.number, what: "left-out", notes: [], lost: [...this.#lost, why] };
  }

  /** The row sums up others: it is not taken, and there is nothing to put right. */
  leaveOutTotal(): RowOutcome {
    return { ...this.leaveOut("This is a total."), isTotal: true };
  }

  /** Why the row cannot be taken without these columns; undefined where all say something. */
  missing(keys: readonly string[]): string | undefined {
    const key = keys.find((one) => this.text(one) === undefined);
    if (key === undefined) return undefined;
    const label = columnOf(this.#table.kind, key)?.label ?? key;
    const isUnread = cellAt(this.#table, this.#row, key)?.problem !== undefined;
    return isUnread ? `“${label}” cannot be taken as it is.` : `“${label}” is empty.`;
  }

  #addParty(name: string, types: readonly ElementType[]): DraftCard {
    const fund = types.includes("fund") ? fundKindInName(name) : undefined;
    const forum = types.includes("forum") ? forumKindInName(name) : undefined;
    const kind = fund ?? forum;
    if (kind === undefined) return this.addOrganisation(name);
    this.note(`“${name}”: ${wordFor(kind)}, by its name.`);
    return this.add(fund === undefined ? "forum" : "fund", { name, kind });
  }
}
