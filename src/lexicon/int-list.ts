/** A list of 32-bit integers that is filled, read and emptied without allocating once it is large enough. */
export class IntList {
  items = new Int32Array(256);
  length = 0;

  push(value: number): void {
    if (this.length === this.items.length) this.#grow(this.length + 1);
    this.items[this.length++] = value;
  }

  /** Makes room for `count` more elements, to be written by the caller from the returned index on. */
  extend(count: number): number {
    const at = this.length;
    if (at + count > this.items.length) this.#grow(at + count);
    this.length = at + count;
    return at;
  }

  #grow(least: number): void {
    const larger = new Int32Array(Math.max(least, this.items.length * 2));
    larger.set(this.items.subarray(0, this.length));
    this.items = larger;
  }
}
