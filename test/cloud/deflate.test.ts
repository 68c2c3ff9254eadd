import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openKernel } from '../../src/cloud/kernel.js';

/** The stream of some bytes in blocks of a size, and how many bytes it was given. */
function deflate(bytes: Uint8Array, block: number): { readonly stream: Uint8Array; readonly room: number } {
  const kernel = openKernel();
  const { functions } = kernel;
  const from = kernel.take(bytes.length);
  const work = kernel.take(functions.deflateWorkBytes(block));
  const room = functions.deflatedBytes(bytes.length, Math.ceil(bytes.length / block));
  const to = kernel.take(room);
  kernel.bytes.set(bytes, from);
  functions.startStream(to);
  for (let at = 0; at < bytes.length; at += block) {
    const count = Math.min(block, bytes.length - at);
    functions.deflateBlock(from + at, count, at + count === bytes.length, work);
  }
  return { stream: kernel.bytes.slice(to, functions.endStream()), room };
}

function expectSame(bytes: Uint8Array, block: number): void {
  const { stream, room } = deflate(bytes, block);
  expect(stream.length).toBeLessThanOrEqual(room);
  expect(Buffer.compare(inflateSync(stream), bytes)).toBe(0);
}

describe('the zlib stream of a picture', () => {
  it('is what zlib reads back, whatever runs there are', () => {
    const run = fc.tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 1, max: 700 }));
    const block = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 60 }), block, (runs, size) => {
        expectSame(Uint8Array.from(runs.flatMap(([value, length]) => Array(length).fill(value))), size);
      }),
      { numRuns: 200 },
    );
  });

  it('takes bytes without any runs, and no more room than was said', () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => (index * 167 + (index >> 8) * 31) & 255);
    expectSame(bytes, 1 << 15);
    expectSame(bytes.subarray(0, 1), 1 << 15);
  });

  it('has no code of more than 15 bits, however seldom a byte comes', () => {
    // Counts as the numbers of Fibonacci make the deepest of trees.
    const bytes: number[] = [];
    for (let value = 0, [count, next] = [1, 1]; value < 24; value++, [count, next] = [next, count + next]) {
      for (let times = 0; times < count; times++) bytes.push(2 * value, 200 + (times & 1));
    }
    expectSame(Uint8Array.from(bytes), bytes.length);
  });

  it('sums long runs of large bytes as Adler-32 does', () => {
    expectSame(new Uint8Array(3_000_000).fill(255), 1 << 18);
  });
});
