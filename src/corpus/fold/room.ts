/** What every engine gives at once. */
const LARGEST = 2 ** 30;

/**
 * Typed arrays in one piece of memory. Engines count what typed arrays take as a reason to collect garbage: V8 marks all
 * objects once more for every 64 MB, and the posts of a large corpus are millions of them. One allocation is one reason.
 */
export class Room {
  private buffer: ArrayBuffer;
  private used = 0;

  /** @param bytes  expected; if more is asked for, it is found elsewhere. */
  constructor(bytes: number) {
    this.buffer = new ArrayBuffer(Math.min(LARGEST, Math.ceil(bytes / 8) * 8));
  }

  /** So many zeros. */
  int32(length: number): Int32Array {
    const start = this.take(4 * length);
    return new Int32Array(this.buffer, start, length);
  }

  uint32(length: number): Uint32Array {
    const start = this.take(4 * length);
    return new Uint32Array(this.buffer, start, length);
  }

  uint16(length: number): Uint16Array {
    const start = this.take(2 * length);
    return new Uint16Array(this.buffer, start, length);
  }

  private take(bytes: number): number {
    const whole = Math.ceil(bytes / 8) * 8;
    if (this.used + whole > this.buffer.byteLength) {
      this.buffer = new ArrayBuffer(whole);
      this.used = 0;
    }
    this.used += whole;
    return this.used - whole;
  }
}
