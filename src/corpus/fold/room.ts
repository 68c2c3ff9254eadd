import { WasmFile, type WasmInstance } from '../../base/wasm-file.js';
import type { FoldingKernel } from './folding-kernel.js';

/** What every engine gives at once. */
const LARGEST = 2 ** 30;
/** What the kernel may read behind an array. */
const BEHIND = 64;

/**
 * Typed arrays in one piece of memory. Engines count what typed arrays take as a reason to collect garbage: V8 marks all
 * objects once more for every 64 MB, and the posts of a large corpus are millions of them. One allocation is one reason.
 */
export class Room {
  /** What reads and writes all arrays by their `byteOffset`; undefined: JavaScript must. */
  kernel: FoldingKernel | undefined;
  private buffer: ArrayBuffer;
  private used: number;

  /** How many bytes a kernel must have for so many bytes of arrays. */
  static bytesWithKernel(bytes: number): number {
    return WasmFile.FIRST + bytes + BEHIND;
  }

  /**
   * @param bytes  expected; if more is asked for, it is found elsewhere, and no kernel works.
   * @param instance  with {@link Room.bytesWithKernel} of memory, which becomes that of the room.
   */
  constructor(bytes: number, instance?: WasmInstance<FoldingKernel>) {
    this.kernel = instance?.functions;
    this.buffer = instance?.memory.buffer ?? new ArrayBuffer(Math.min(LARGEST, Math.ceil(bytes / 8) * 8));
    this.used = instance === undefined ? 0 : WasmFile.FIRST;
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
    const behind = this.kernel === undefined ? 0 : BEHIND;
    if (this.used + whole + behind > this.buffer.byteLength) {
      this.buffer = new ArrayBuffer(whole);
      this.used = 0;
      this.kernel = undefined;
    }
    this.used += whole;
    return this.used - whole;
  }
}
