import { asRead } from '../../text/reading-copy.js';
import type { Post } from '../post.js';
import { Normalizer } from './normal-form.js';
import type { Room } from './room.js';

/**
 * Texts that are the same in normal form are one class. Classes are found in a table of 64-bit hashes and
 * compared unit by unit, so that no collision can fold two texts.
 */
export class Classes {
  readonly normalizer: Normalizer;
  starts: Int32Array;
  lengths: Int32Array;
  guards: Int32Array;
  lows: Uint32Array;
  highs: Uint32Array;
  /** Post whose text stands for the class: the first by code units, whatever the order of input. */
  samples: Int32Array;
  count = 0;
  /** Classes of texts that are read otherwise than they are written. */
  private readonly dressed = new Set<number>();
  private used = 0;
  private readonly table: Int32Array;
  private readonly mask: number;

  /** @param size  how many posts there are; @param units  UTF-16 units of all of them together. */
  constructor(room: Room, size: number, units: number) {
    this.normalizer = new Normalizer(room, units);
    this.starts = room.int32(size);
    this.lengths = room.int32(size);
    this.guards = room.int32(size);
    this.lows = room.uint32(size);
    this.highs = room.uint32(size);
    this.samples = room.int32(size);
    let capacity = 16;
    while (capacity < size * 2) capacity *= 2;
    this.table = room.int32(capacity).fill(-1);
    this.mask = capacity - 1;
  }

  /** The class of a text; `salt` parts texts that are alike and yet no copies. */
  classOf(text: string, salt: number, post: number, posts: readonly Post[]): number {
    let form = this.normalizer.normalize(text, this.used);
    const { isDressed } = form;
    if (isDressed) {
      const read = asRead(text);
      // There is room for the units of the text as written: one of ligatures stays as it is.
      if (read.length <= text.length) form = this.normalizer.normalize(read, this.used);
    }
    const { units } = this.normalizer;
    const { length } = form;
    const guard = (form.guard + salt) | 0;
    const low = (form.low ^ salt ^ guard) >>> 0;
    let slot = (low ^ form.high) & this.mask;
    for (let found = this.table[slot]; found >= 0; found = this.table[slot]) {
      if (
        this.lows[found] === low &&
        this.highs[found] === form.high &&
        this.lengths[found] === length &&
        this.guards[found] === guard &&
        isSame(units, this.starts[found], this.used, length)
      ) {
        if (isDressed) this.dressed.add(found);
        if (posts[post].text < posts[this.samples[found]].text) this.samples[found] = post;
        return found;
      }
      slot = (slot + 1) & this.mask;
    }
    const made = this.count++;
    if (isDressed) this.dressed.add(made);
    this.table[slot] = made;
    this.starts[made] = this.used;
    this.lengths[made] = length;
    this.guards[made] = guard;
    this.lows[made] = low;
    this.highs[made] = form.high;
    this.samples[made] = post;
    this.used += length;
    return made;
  }

  /** A text of a class as it is read. */
  asRead(text: string, index: number): string {
    return this.dressed.has(index) ? asRead(text) : text;
  }
}

export function isSame(units: Uint16Array, a: number, b: number, length: number): boolean {
  for (let index = 0; index < length; index++) if (units[a + index] !== units[b + index]) return false;
  return true;
}
