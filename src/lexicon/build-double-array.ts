/**
 * Builds the double array in which the words of a dictionary are looked up character by character.
 *
 * A unit is two 32-bit integers at 2·i and 2·i + 1, so that one cache line answers a step:
 *
 *     base                  where the children lie: the child by code c is unit base + c; 0 if there is none
 *     label << 16 | rank    the code of the step that leads here, and the rank of the word's frequency
 *
 * Every base is used by one node only, so that the label alone tells whether a unit is the child one looks
 * for. The children of the root lie at their own codes and nothing else does, which saves the check of the
 * first step. Code 0 stands for characters that no word has, label {@link FREE_LABEL} for free units.
 *
 * @see J. Aoe, "An efficient digital search algorithm by using a double-array structure", 1989
 */
export interface DoubleArray {
  /** 2 integers a unit. */
  readonly units: Int32Array;
  /** Unit of each word, in the order of the input. */
  readonly wordUnits: Int32Array;
}

/** Label of free units; no character has this code. */
export const FREE_LABEL = 0xffff;

interface Node {
  readonly unit: number;
  readonly from: number;
  readonly to: number;
  readonly depth: number;
}

/**
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
  const place = (unit: number, label: number, rank: number): void => {
    labels.set(unit, (label << 16) | rank);
  };

  // Nodes by number of children: wide nodes are placed while there is room, narrow ones fill the gaps.
  const waiting: Node[][] = [];
  let widest = 0;
  const childStarts: number[] = [];
  const open = (unit: number, from: number, to: number, depth: number): void => {
    let first = from;
    if (words[first].length === depth) {
      wordUnits[first] = unit;
      first++;
    }
    if (first >= to) return;
    let children = 0;
    let previous = -1;
    for (let i = first; i < to; i++) {
      const code = words[i][depth];
      if (code !== previous) children++;
      previous = code;
    }
    waiting[children] ??= [];
    waiting[children].push({ unit, from: first, to, depth });
    if (children > widest) widest = children;
  };

  const expand = (node: Node, base: number): void => {
    childStarts.length = 0;
    let previous = -1;
    for (let i = node.from; i < node.to; i++) {
      const code = words[i][node.depth];
      if (code !== previous) childStarts.push(i);
      previous = code;
    }
    childStarts.push(node.to);
    const starts = childStarts.slice();
    for (let k = 0; k + 1 < starts.length; k++) {
      const first = starts[k];
      const code = words[first][node.depth];
      const unit = base + code;
      const isWord = words[first].length === node.depth + 1;
      place(unit, code, isWord ? ranks[first] : 0);
      open(unit, first, starts[k + 1], node.depth + 1);
    }
  };

  if (words.length > 0) expand({ unit: 0, from: 0, to: words.length, depth: 0 }, 0);
  const codes: number[] = [];
  while (widest > 0) {
    const list = waiting[widest];
    const node = list?.pop();
    if (node === undefined) {
      widest--;
      continue;
    }
    codes.length = 0;
    let previous = -1;
    for (let i = node.from; i < node.to; i++) {
      const code = words[i][node.depth];
      if (code !== previous) codes.push(code);
      previous = code;
    }
    const base = slots.take(codes);
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

/** The units that are still free, as a doubly linked list in an array, and the bases that are still unused. */
class FreeSlots {
  #next = new Int32Array(0);
  #previous = new Int32Array(0);
  #usedBase = new Uint8Array(0);
  #start: number;
  /** Free unit from which nodes with several children search: before it nearly everything is taken. */
  #wideStart: number;
  #tail: number;
  readonly #reserved: number;
  highest: number;

  constructor(reserved: number) {
    this.#reserved = reserved;
    this.#start = reserved;
    this.#wideStart = reserved;
    this.#tail = reserved - 1;
    this.highest = reserved;
    this.#grow(1 << 17);
    this.#usedBase[0] = 1;
  }

  /** A base at which all codes are free; takes base and units. */
  take(codes: readonly number[]): number {
    const first = codes[0];
    const last = codes[codes.length - 1];
    const wide = codes.length > 1;
    let tried = 0;
    for (let slot = wide ? this.#wideStart : this.#start; ; slot = this.#next[slot]) {
      if (slot + last - first + 2 >= this.#next.length) this.#grow(this.#next.length * 2);
      const base = slot - first;
      if (++tried === 4000 && wide) this.#wideStart = slot;
      if (base < 1 || this.#usedBase[base] === 1) continue;
      let fits = true;
      for (let i = codes.length - 1; i > 0; i--) {
        const unit = base + codes[i];
        if (unit < this.#reserved || this.#previous[unit] < 0) {
          fits = false;
          break;
        }
      }
      if (!fits) continue;
      this.#usedBase[base] = 1;
      for (const code of codes) this.#remove(base + code);
      if (base > this.highest) this.highest = base;
      if (base + last > this.highest) this.highest = base + last;
      return base;
    }
  }

  #remove(unit: number): void {
    const next = this.#next[unit];
    const previous = this.#previous[unit];
    if (unit === this.#start) this.#start = next;
    if (unit === this.#wideStart) this.#wideStart = next;
    this.#next[previous] = next;
    this.#previous[next] = previous;
    this.#previous[unit] = -1;
  }

  #grow(size: number): void {
    const from = this.#next.length;
    const next = new Int32Array(size + 1);
    const previous = new Int32Array(size + 1);
    const usedBase = new Uint8Array(size + 1);
    next.set(this.#next);
    previous.set(this.#previous);
    usedBase.set(this.#usedBase);
    const begin = Math.max(from, this.#reserved);
    for (let i = begin; i <= size; i++) {
      const before = i === begin ? this.#tail : i - 1;
      next[before] = i;
      previous[i] = before;
      next[i] = i + 1;
    }
    this.#tail = size;
    this.#next = next;
    this.#previous = previous;
    this.#usedBase = usedBase;
  }
}
