const initialCells = 1024;
const leastTidied = 65_536;
const kindsOfCell = 2;

/** What a rule can read that an edit can change: a record, or what is joined to an element. */
const RECORD = 0;
const LINKS = 1;

/** Whole lists, which rules about the map read. */
export type ListName = "elements" | "relations" | "organisations" | "contracts" | "unreadable";
const LISTS: readonly ListName[] = ["elements", "relations", "organisations", "contracts", "unreadable"];

/** The cells that were read for one subject: a stretch of the log's store. It moves when the log makes room. */
export interface Reading {
  from: number;
  to: number;
}

/**
 * Notes what has been read of a map while one subject is looked at, so that after an edit it is known which subjects must
 * be looked at again. Everything that can be read is a cell with a number that stays the same for as long as the log lives.
 * The readings lie one after the other in one array, because all of them are gone through after every edit.
 */
export class ReadLog {
  private readonly slots = new Map<string, number>();
  private stamps = new Int32Array(initialCells);
  private serial = 0;
  private store = new Int32Array(initialCells);
  private stored = 0;
  private began = 0;
  private kept = 0;

  /** Begins to note what is read. */
  start(): void {
    this.serial++;
    this.stored = this.began;
  }

  /** Ends the notes that `start` began, each cell once, and keeps them. */
  finish(): Reading {
    const reading = { from: this.began, to: this.stored };
    this.began = this.stored;
    return reading;
  }

  /** Drops what is none of these readings, once it is most of the store. */
  tidy(readings: Iterable<Reading>): void {
    if (this.began < leastTidied || this.began < 2 * this.kept) return;
    const store = new Int32Array(this.store.length);
    let end = 0;
    for (const reading of readings) {
      store.set(this.store.subarray(reading.from, reading.to), end);
      const length = reading.to - reading.from;
      reading.from = end;
      end += length;
      reading.to = end;
    }
    this.store = store;
    this.began = end;
    this.stored = end;
    this.kept = end;
  }

  /** Whether any cell of a reading was touched. */
  includesAny({ from, to }: Reading, touched: TouchedCells): boolean {
    const { store } = this;
    const { cells } = touched;
    for (let at = from; at < to; at++) if (cells[store[at] as number] === 1) return true;
    return false;
  }

  /** The number of an id, whether or not there is anything of that id. */
  slotOf(id: string): number {
    let slot = this.slots.get(id);
    if (slot === undefined) {
      slot = LISTS.length + this.slots.size;
      this.slots.set(id, slot);
    }
    return slot;
  }

  readRecord(slot: number): void {
    this.note(slot * kindsOfCell + RECORD);
  }

  readLinks(slot: number): void {
    this.note(slot * kindsOfCell + LINKS);
  }

  readList(name: ListName): void {
    this.note(LISTS.indexOf(name) * kindsOfCell);
  }

  private note(cell: number): void {
    if (cell >= this.stamps.length) this.stamps = grown(this.stamps, cell + 1);
    if (this.stamps[cell] === this.serial) return;
    this.stamps[cell] = this.serial;
    if (this.stored === this.store.length) this.store = grown(this.store, this.stored + 1);
    this.store[this.stored++] = cell;
  }

  /** Starts a collection of what an edit has touched. */
  touched(): TouchedCells {
    return new TouchedCells(this);
  }
}

/** What an edit has touched, in the numbers of a log. */
export class TouchedCells {
  /** By number of a cell: 1 where it was touched. Cells beyond the end were not. */
  cells = new Uint8Array(initialCells);
  private any = false;

  constructor(private readonly log: ReadLog) {}

  get isEmpty(): boolean {
    return !this.any;
  }

  record(id: string): void {
    this.add(this.log.slotOf(id) * kindsOfCell + RECORD);
  }

  links(id: string): void {
    this.add(this.log.slotOf(id) * kindsOfCell + LINKS);
  }

  list(name: ListName): void {
    this.add(LISTS.indexOf(name) * kindsOfCell);
  }

  private add(cell: number): void {
    if (cell >= this.cells.length) {
      const cells = new Uint8Array(Math.max(cell + 1, this.cells.length * 2));
      cells.set(this.cells);
      this.cells = cells;
    }
    this.cells[cell] = 1;
    this.any = true;
  }
}

function grown(array: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(least, array.length * 2));
  larger.set(array);
  return larger;
}
