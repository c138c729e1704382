const initialCells = 1024;
const kindsOfCell = 2;

/** What a rule can read that an edit can change: a record, or what is joined to an element. */
const RECORD = 0;
const LINKS = 1;

/** Whole lists, which rules about the map read. */
export type ListName = "elements" | "relations" | "organisations" | "contracts" | "unreadable";
const LISTS: readonly ListName[] = ["elements", "relations", "organisations", "contracts", "unreadable"];

/**
 * Notes what has been read of a map while one subject is looked at, so that after an edit it is known which subjects must
 * be looked at again. Everything that can be read is a cell with a number that stays the same for as long as the log lives.
 */
export class ReadLog {
  private readonly slots = new Map<string, number>();
  private stamps = new Int32Array(initialCells);
  private serial = 0;
  private cells: number[] = [];

  /** Begins to note what is read. */
  start(): void {
    this.serial++;
    this.cells = [];
  }

  /** What has been read since the start, each cell once. */
  finish(): readonly number[] {
    const { cells } = this;
    this.cells = [];
    return cells;
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
    if (cell >= this.stamps.length) this.grow(cell);
    if (this.stamps[cell] === this.serial) return;
    this.stamps[cell] = this.serial;
    this.cells.push(cell);
  }

  private grow(cell: number): void {
    const stamps = new Int32Array(Math.max(cell + 1, this.stamps.length * 2));
    stamps.set(this.stamps);
    this.stamps = stamps;
  }

  /** Starts a collection of what an edit has touched. */
  touched(): TouchedCells {
    return new TouchedCells(this);
  }
}

/** What an edit has touched, in the numbers of a log. */
export class TouchedCells {
  private cells = new Uint8Array(initialCells);
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

  /** Whether any of these cells was touched. */
  includesAny(cells: readonly number[]): boolean {
    for (let index = 0; index < cells.length; index++) {
      if (this.cells[cells[index] as number] === 1) return true;
    }
    return false;
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
