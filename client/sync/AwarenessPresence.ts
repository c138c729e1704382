import type { Awareness } from "y-protocols/awareness";
import type { Point } from "../../shared/model/field.ts";
import type { PresenceField, PresenceState, PresenceView } from "../../shared/protocol/presence.ts";
import type { Identity, LiveDrag, Person, Presence } from "./MapSession.ts";
import { chooseColour } from "./personColours.ts";
import { readPerson } from "./readPerson.ts";

/** Cursors and drags look smooth at twenty a second, and a hundred people can afford it. */
const shortestGapMs = 50;

interface AwarenessChange {
  readonly added: readonly number[];
  readonly updated: readonly number[];
  readonly removed: readonly number[];
}

/** Presence over Yjs' awareness. */
export class AwarenessPresence implements Presence {
  readonly #awareness: Awareness;
  readonly #listeners = new Set<() => void>();
  #own: PresenceState = {};
  #colour: string;
  #people: readonly Person[] = [];
  /** Each person by the state that their tab has sent. */
  readonly #personByState = new WeakMap<object, Person>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastSentAt = Number.NEGATIVE_INFINITY;

  constructor(awareness: Awareness) {
    this.#awareness = awareness;
    this.#colour = chooseColour([], awareness.clientID);
    awareness.on("change", this.#onChange);
  }

  setIdentity({ name, organisation }: Identity): void {
    this.#change({ ...this.#own, user: { name, organisation, colour: this.#colour } });
  }

  setCursor(cursor: Point | undefined): void {
    const { cursor: _before, ...rest } = this.#own;
    this.#change(cursor === undefined ? rest : { ...rest, cursor });
  }

  setSelection(ids: readonly string[]): void {
    const { selection: _before, ...rest } = this.#own;
    this.#change(ids.length === 0 ? rest : { ...rest, selection: ids });
  }

  setDrag(drag: LiveDrag | undefined): void {
    const { drag: _before, ...rest } = this.#own;
    this.#change(drag === undefined ? rest : { ...rest, drag });
  }

  setField(field: PresenceField | undefined): void {
    const { field: before, ...rest } = this.#own;
    if (before?.id === field?.id && before?.name === field?.name) return;
    this.#change(field === undefined ? rest : { ...rest, field });
  }

  setView(view: PresenceView): void {
    this.#change({ ...this.#own, view });
  }

  others(): readonly Person[] {
    return this.#people;
  }

  ownColour(): string {
    return this.#colour;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Says everything again: after a new connection the others may still hold this tab for gone. */
  announce(): void {
    this.#send();
  }

  /** Nobody sees this tab from now on. */
  destroy(): void {
    clearTimeout(this.#timer);
    this.#awareness.off("change", this.#onChange);
    this.#awareness.setLocalState(null);
    this.#listeners.clear();
  }

  #change(state: PresenceState): void {
    this.#own = state;
    if (this.#timer !== undefined) return;
    const waitMs = this.#lastSentAt + shortestGapMs - performance.now();
    if (waitMs <= 0) this.#send();
    else this.#timer = setTimeout(() => this.#send(), waitMs);
  }

  #send(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#lastSentAt = performance.now();
    this.#awareness.setLocalState({ ...this.#own });
  }

  readonly #onChange = ({ added, updated, removed }: AwarenessChange): void => {
    const { clientID } = this.#awareness;
    const colour = this.#colour;
    const isOwn = [added, updated, removed].every((ids) => ids.every((id) => id === clientID));
    if (!isOwn) this.#people = this.#readPeople();
    this.#yieldColour();
    if (isOwn && colour === this.#colour) return;
    for (const listener of [...this.#listeners]) listener();
  };

  #readPeople(): readonly Person[] {
    const people: Person[] = [];
    for (const [clientId, state] of this.#awareness.getStates()) {
      if (clientId === this.#awareness.clientID) continue;
      const person = this.#personByState.get(state) ?? readPerson(clientId, state);
      if (person === undefined) continue;
      this.#personByState.set(state, person);
      people.push(person);
    }
    return people.sort((one, other) => one.clientId - other.clientId);
  }

  // Of two tabs with one colour the one with the higher id takes another, so that not both change.
  #yieldColour(): void {
    const { user } = this.#own;
    const isTaken = this.#people.some(
      ({ colour, clientId }) => colour === this.#colour && clientId < this.#awareness.clientID,
    );
    if (user === undefined || !isTaken) return;
    const colour = chooseColour(
      this.#people.map((person) => person.colour),
      this.#awareness.clientID,
    );
    if (this.#people.some((person) => person.colour === colour)) return;
    this.#colour = colour;
    this.#change({ ...this.#own, user: { ...user, colour } });
  }
}
