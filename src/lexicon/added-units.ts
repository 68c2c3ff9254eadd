import type { Place } from '../base/place.js';

/** Units behind the table: enough for some 300,000 words. What is not used of them takes no memory. */
const UNITS = 1 << 20;
/** Rows of children that leave the table. */
const MOVES = 1 << 17;
/** Ranks of frequencies: they are 16 bits wide. */
const RANKS = 1 << 16;
/** The search for a base begins elsewhere for each number of children up to this. */
const WIDTHS = 64;

/**
 * Room for words that are added at run time to a double array which lies in a memory of WebAssembly: src/wasm/cutter
 * puts them there. Where a row of children has no free unit for one more, the row moves behind the table; a unit that
 * moved keeps its identifier, which {@link ids} holds.
 */
export class AddedUnits {
  /** The double array from its start to the end of the room. What lies between is no unit, and no base leads there. */
  readonly all: Int32Array;
  /** Number of the first unit of the room. */
  readonly first: number;
  /** Units there is room for. */
  readonly room = UNITS;
  /** Identifier of each unit of the room; 0 for beginnings of words that have none. */
  readonly ids: Int32Array;
  /** Bitmaps: which units and which bases are taken. */
  readonly takenUnits: Int32Array;
  readonly takenBases: Int32Array;
  readonly cursors: Int32Array;
  /** 2 integers each: the base of a row of the table that moved, and the identifier of its parent; 0 behind the last. */
  readonly moves: Int32Array;
  /** Codes of one row. */
  readonly row: Uint16Array;
  /** See {@link WordTable}, with room for more ranks. */
  readonly logs: Float64Array;
  readonly frequencies: Float64Array;

  private constructor(place: Place, table: Int32Array, codeCount: number) {
    const units = place.ints(2 * UNITS);
    this.first = (units.byteOffset - table.byteOffset) / 8;
    this.all = new Int32Array(table.buffer, table.byteOffset, 2 * (this.first + UNITS));
    this.ids = place.ints(UNITS);
    this.takenUnits = place.ints(UNITS / 32 + 2);
    this.takenBases = place.ints(UNITS / 32 + 2);
    this.cursors = place.ints(WIDTHS);
    this.moves = place.ints(2 * MOVES);
    this.row = place.shorts(codeCount);
    this.logs = place.doubles(RANKS);
    this.frequencies = place.doubles(RANKS);
  }

  /** Undefined if the table is not in a memory of its own, where WebAssembly could write. */
  static behind(table: Int32Array, place: Place, codeCount: number): AddedUnits | undefined {
    if (!place.holds(table) || place.isShared) return undefined;
    const added = new AddedUnits(place, table, codeCount);
    return place.holds(added.frequencies) ? added : undefined;
  }
}
