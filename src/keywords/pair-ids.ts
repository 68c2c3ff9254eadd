/** Numbers pairs of whole numbers in the order in which they are met: 0, 1, 2, … Open addressing, at most half full. */
export class PairIds {
  #slots = new Int32Array(1 << 12).fill(-1);
  first = new Int32Array(1 << 11);
  second = new Int32Array(1 << 11);
  /** How often each pair was met. */
  counts = new Int32Array(1 << 11);
  size = 0;

  /** Number of a pair of numbers from 0 to 2^31 - 1; counts it. Amortized O(1). */
  add(first: number, second: number): number {
    if (this.size === this.first.length) this.#grow();
    const mask = this.#slots.length - 1;
    let slot = hash(first, second) & mask;
    for (;;) {
      const id = this.#slots[slot] as number;
      if (id < 0) break;
      if (this.first[id] === first && this.second[id] === second) {
        this.counts[id] = (this.counts[id] as number) + 1;
        return id;
      }
      slot = (slot + 1) & mask;
    }
    const id = this.size++;
    this.#slots[slot] = id;
    this.first[id] = first;
    this.second[id] = second;
    this.counts[id] = 1;
    return id;
  }

  #grow(): void {
    const size = 2 * this.first.length;
    const grown = (values: Int32Array): Int32Array<ArrayBuffer> => {
      const copy = new Int32Array(size);
      copy.set(values);
      return copy;
    };
    this.first = grown(this.first);
    this.second = grown(this.second);
    this.counts = grown(this.counts);
    const slots = new Int32Array(2 * size).fill(-1);
    const mask = slots.length - 1;
    for (let id = 0; id < this.size; id++) {
      let slot = hash(this.first[id] as number, this.second[id] as number) & mask;
      while ((slots[slot] as number) >= 0) slot = (slot + 1) & mask;
      slots[slot] = id;
    }
    this.#slots = slots;
  }
}

function hash(first: number, second: number): number {
  let mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca77);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}
