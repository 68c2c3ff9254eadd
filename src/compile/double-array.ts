interface DoubleArray {
  /** 2 integers a unit. */
  readonly units: Int32Array;
  /** Unit of each word, in the order of the input. */
  readonly wordUnits: Int32Array;
}

/** Label of free units; no character has this code. */
const FREE_LABEL = 0xffff;

interface Node {
  readonly unit: number;
  /** Index of the first word of each child. */
  readonly starts: readonly number[];
  /** Index behind the last word. */
  readonly to: number;
  readonly depth: number;
}

/**
 * Builds the double array of {@link WordTable.units}.
 *
 * The children of the root lie at their own codes and nothing else does, which saves the check of the first step.
 * Code 0 stands for characters that no word has, label {@link FREE_LABEL} for free units.
 *
 * @see J. Aoe, "An efficient digital search algorithm by using a double-array structure", 1989
 * @param words  the words as sequences of codes ≥ 1, sorted by code and without duplicates.
 * @param ranks  rank of each word's frequency, 1 to 65,535; nodes that are no word get 0.
 * @param codeCount  codes are below this, at most 65,535.
 */
export function buildDoubleArray(
  words: readonly Uint16Array[],
  ranks: ArrayLike<number>,
  codeCount: number,
): DoubleArray {
  const slots = new FreeSlots(codeCount);
  const wordUnits = new Int32Array(words.length);
  const bases = new GrowingInts();
  const labels = new GrowingInts();

  // Nodes by number of children: wide nodes are placed while there is room, narrow ones fill the gaps.
  const waiting: Node[][] = [];
  let widest = 0;
  /** Notes the node of words[from, to), which have their first `depth` codes in common. */
  const open = (unit: number, from: number, to: number, depth: number): void => {
    let first = from;
    if (words[first].length === depth) {
      wordUnits[first] = unit;
      first++;
    }
    if (first >= to) return;
    const starts = startsOfChildren(words, first, to, depth);
    waiting[starts.length] ??= [];
    waiting[starts.length].push({ unit, starts, to, depth });
    if (starts.length > widest) widest = starts.length;
  };

  const expand = ({ starts, to, depth }: Omit<Node, 'unit'>, base: number): void => {
    for (let k = 0; k < starts.length; k++) {
      const first = starts[k];
      const code = words[first][depth];
      const isWord = words[first].length === depth + 1;
      labels.set(base + code, (code << 16) | (isWord ? ranks[first] : 0));
      open(base + code, first, starts[k + 1] ?? to, depth + 1);
    }
  };

  expand({ starts: startsOfChildren(words, 0, words.length, 0), to: words.length, depth: 0 }, 0);
  while (widest > 0) {
    const node = waiting[widest]?.pop();
    if (node === undefined) {
      widest--;
      continue;
    }
    const base = slots.take(node.starts.map((first) => words[first][node.depth]));
    bases.set(node.unit, base);
    expand(node, base);
  }

  // Padding: base + code of any node stays inside of the array, so that lookups need no bound.
  const count = slots.highest + codeCount + 1;
  const units = new Int32Array(2 * count);
  for (let i = 0; i < count; i++) {
    units[2 * i] = bases.get(i);
    const label = labels.get(i);
    units[2 * i + 1] = label === 0 ? FREE_LABEL << 16 : label;
  }
  return { units, wordUnits };
}

/** Index of the first of words[from, to) for each code that they have at `depth`. */
function startsOfChildren(words: readonly Uint16Array[], from: number, to: number, depth: number): number[] {
  const starts: number[] = [];
  let previous = -1;
  for (let i = from; i < to; i++) {
    const code = words[i][depth];
    if (code !== previous) starts.push(i);
    previous = code;
  }
  return starts;
}

/** Integers by index, 0 where nothing was set. */
class GrowingInts {
  #values = new Int32Array(1 << 16);

  get(index: number): number {
    return index < this.#values.length ? this.#values[index] : 0;
  }

  set(index: number, value: number): void {
    if (index >= this.#values.length) {
      const grown = new Int32Array(Math.max(index + 1, this.#values.length * 2));
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[index] = value;
  }
}

/** Nodes with more children than this share a cursor. */
const WIDTHS = 64;
/** Groups of 32 bases that are tried before the cursor of a width moves on: the rest of a crowded stretch is given up. */
const PATIENCE = 400;

/** The units and bases that are taken, as bitmaps: 32 neighbouring bases are tried at once. */
class FreeSlots {
  /** One more than the largest unit or base in use. */
  highest: number;
  #units = new Int32Array(1 << 14);
  #bases = new Int32Array(1 << 14);
  /** Group of bases from which the search for a node of so many children begins. */
  readonly #cursors = new Int32Array(WIDTHS);

  /** @param reserved  units below this belong to the children of the root. */
  constructor(reserved: number) {
    this.highest = reserved;
    for (let unit = 0; unit < reserved; unit++) this.#units[unit >>> 5] |= 1 << (unit & 31);
    this.#bases[0] = 1;
  }

  /** A base at which all codes are free; takes base and units. */
  take(codes: readonly number[]): number {
    const width = Math.min(codes.length, WIDTHS - 1);
    const last = codes[codes.length - 1];
    const from = this.#cursors[width];
    for (let group = from; ; group++) {
      if (group + (last >>> 5) + 3 > this.#units.length) this.#grow();
      const units = this.#units;
      let taken = this.#bases[group];
      for (let i = 0; i < codes.length && taken !== -1; i++) {
        const first = 32 * group + codes[i];
        const word = first >>> 5;
        const shift = first & 31;
        taken |= shift === 0 ? units[word] : (units[word] >>> shift) | (units[word + 1] << (32 - shift));
      }
      if (taken === -1) continue;
      if (group - from > PATIENCE && width < WIDTHS - 1) this.#cursors[width] = group - PATIENCE / 2;
      const bit = 31 - Math.clz32(~taken & -~taken);
      const base = 32 * group + bit;
      this.#bases[group] |= 1 << bit;
      for (const code of codes) {
        const unit = base + code;
        this.#units[unit >>> 5] |= 1 << (unit & 31);
      }
      if (base + last > this.highest) this.highest = base + last;
      return base;
    }
  }

  #grow(): void {
    const units = new Int32Array(2 * this.#units.length);
    const bases = new Int32Array(2 * this.#bases.length);
    units.set(this.#units);
    bases.set(this.#bases);
    this.#units = units;
    this.#bases = bases;
  }
}
