import type { Room } from './room.js';

const digitBits = 11;
const digits = 1 << digitBits;

/** Sorts items by 32-bit keys, by counting in three passes; items of one key stay in order. O(n). */
export class Sorter {
  items: Int32Array;
  keys: Uint32Array;
  private otherItems: Int32Array;
  private otherKeys: Uint32Array;
  private readonly counts = new Int32Array(3 * digits);

  constructor(
    room: Room,
    readonly length: number,
  ) {
    this.items = room.int32(length);
    this.keys = room.uint32(length);
    this.otherItems = room.int32(length);
    this.otherKeys = room.uint32(length);
  }

  /** Leaves items and their keys in order; @param keyOf  the key of each item. */
  sort(items: Int32Array, keyOf: Uint32Array): void {
    const { length } = items;
    const { counts } = this;
    counts.fill(0);
    for (let at = 0; at < length; at++) {
      const item = items[at];
      const key = keyOf[item];
      this.items[at] = item;
      this.keys[at] = key;
      counts[key & (digits - 1)]++;
      counts[digits + ((key >>> digitBits) & (digits - 1))]++;
      counts[2 * digits + (key >>> (2 * digitBits))]++;
    }
    for (let pass = 0; pass < 3; pass++) {
      let sum = 0;
      for (let digit = pass * digits; digit < (pass + 1) * digits; digit++) {
        const count = counts[digit];
        counts[digit] = sum;
        sum += count;
      }
      this.scatter(pass * digits, pass * digitBits, length);
      [this.items, this.otherItems] = [this.otherItems, this.items];
      [this.keys, this.otherKeys] = [this.otherKeys, this.keys];
    }
  }

  private scatter(first: number, shift: number, length: number): void {
    const { items, keys, otherItems, otherKeys, counts } = this;
    for (let at = 0; at < length; at++) {
      const key = keys[at];
      const to = counts[first + ((key >>> shift) & (digits - 1))]++;
      otherItems[to] = items[at];
      otherKeys[to] = key;
    }
  }
}

/** Indices from 0 on in the order of two 32-bit words. O(n). */
export function orderByHash(sorter: Sorter, highs: Uint32Array, lows: Uint32Array): Int32Array {
  const order = new Int32Array(sorter.length);
  for (let index = 0; index < order.length; index++) order[index] = index;
  sorter.sort(order, lows);
  order.set(sorter.items);
  sorter.sort(order, highs);
  order.set(sorter.items);
  return order;
}
