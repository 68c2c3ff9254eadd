import { gramHash } from './min-hash.js';
import type { Room } from './room.js';

/**
 * Jaccard similarity of texts by their n-grams. Those of one text stand in a table until another one is taken, and others are
 * read only as far as they can still be similar.
 */
export class Comparer {
  private slots = new Int32Array(1 << 9);
  /** The text that wrote a slot, old ones need not be cleared; and the comparison that found it last. */
  private stamps = new Int32Array(1 << 9);
  private marks = new Int32Array(1 << 9);
  private stamp = 0;
  private mark = 0;
  private mask = 0;
  private taken = -1;
  /** How many different n-grams a text has; 0: not counted yet. */
  private readonly sizes: Int32Array;

  /** @param units  the units of all texts, of each in [starts, starts + lengths). */
  constructor(
    room: Room,
    private readonly units: Uint16Array,
    private readonly starts: Int32Array,
    private readonly lengths: Int32Array,
  ) {
    this.sizes = room.int32(starts.length);
  }

  /** Whether two texts, by their numbers, have at least that Jaccard similarity. O(n). */
  areSimilar(a: number, b: number, similarity: number): boolean {
    const { sizes, lengths } = this;
    // A text that says one thing again and again is no copy of one that says it once.
    if (Math.min(lengths[a], lengths[b]) < similarity * Math.max(lengths[a], lengths[b]) * 0.6) return false;
    if (sizes[b] === 0) this.take(b);
    if (this.taken !== a) this.take(a);
    // The most that they can share is the smaller one.
    const least = (similarity * (sizes[a] + sizes[b])) / (1 + similarity) - 1e-9;
    return Math.min(sizes[a], sizes[b]) >= least && this.shares(b, Math.ceil(least));
  }

  /** Writes the n-grams of a text into the table. */
  private take(text: number): void {
    const start = this.starts[text];
    const end = start + this.lengths[text];
    this.reserve(end - start);
    const { units, slots, stamps, stamp, mask } = this;
    let size = 0;
    for (let index = start; index < end; index++) {
      const hash = gramHash(units, index, end);
      const key = hash | 0;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (stamps[slot] === stamp && slots[slot] !== key) slot = (slot + 1) & mask;
      if (stamps[slot] === stamp) continue;
      stamps[slot] = stamp;
      slots[slot] = key;
      size++;
    }
    this.sizes[text] = size;
    this.taken = text;
  }

  /** Whether a text has at least so many different n-grams of the one that was taken. */
  private shares(text: number, least: number): boolean {
    const { units, slots, stamps, marks, stamp, mask } = this;
    if (++this.mark === 0x7fffffff) {
      marks.fill(0);
      this.mark = 1;
    }
    const { mark } = this;
    const start = this.starts[text];
    const end = start + this.lengths[text];
    let missing = least;
    for (let index = start; index < end && missing <= end - index; index++) {
      const hash = gramHash(units, index, end);
      const key = hash | 0;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (stamps[slot] === stamp && slots[slot] !== key) slot = (slot + 1) & mask;
      if (stamps[slot] !== stamp || marks[slot] === mark) continue;
      marks[slot] = mark;
      if (--missing <= 0) return true;
    }
    return missing <= 0;
  }

  private reserve(grams: number): void {
    let capacity = 16;
    while (capacity < grams * 8) capacity *= 2;
    this.mask = capacity - 1;
    this.stamp++;
    if (capacity <= this.slots.length && this.stamp < 0x7fffffff) return;
    const larger = Math.max(capacity, this.slots.length);
    this.slots = new Int32Array(larger);
    this.stamps = new Int32Array(larger);
    this.marks = new Int32Array(larger);
    this.stamp = 1;
    this.mark = 0;
  }
}
