/**
 * A set of 64-bit hashes in two typed arrays: 8 bytes a slot, at most half full, against some 100 bytes for a
 * string in a `Set`. Two different texts are taken for one with probability n² / 2^65.
 */
export class HashSet64 {
  private low = new Uint32Array(1 << 10);
  private high = new Uint32Array(1 << 10);
  private count = 0;

  /** Adds a hash; false if it was there. Amortized O(1). */
  add(low: number, high: number): boolean {
    if (this.count * 2 >= this.low.length) this.grow();
    // (0, 0) marks a free slot.
    const added = this.insert(low, high === 0 && low === 0 ? 1 : high);
    if (added) this.count++;
    return added;
  }

  private insert(low: number, high: number): boolean {
    const mask = this.low.length - 1;
    let slot = low & mask;
    for (;;) {
      const l = this.low[slot];
      const h = this.high[slot];
      if (l === 0 && h === 0) break;
      if (l === low && h === high) return false;
      slot = (slot + 1) & mask;
    }
    this.low[slot] = low;
    this.high[slot] = high;
    return true;
  }

  private grow(): void {
    const { low, high } = this;
    this.low = new Uint32Array(low.length * 2);
    this.high = new Uint32Array(low.length * 2);
    for (let slot = 0; slot < low.length; slot++) {
      if (low[slot] !== 0 || high[slot] !== 0) this.insert(low[slot], high[slot]);
    }
  }
}
