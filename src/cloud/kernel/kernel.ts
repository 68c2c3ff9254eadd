import { readDataFileSync } from '../../base/data-file.js';
import { RedianError } from '../../errors.js';
import type { GlyphRun } from '../font/glyph-run.js';
import type { Outline } from '../font/outline.js';
import * as portable from './main.js';
import { useMemory } from './memory.js';

/** The folder compiled to WebAssembly at build time, beside the font. */
const file = 'cloud.wasm';

const PAGE = 65536;

/** The first bytes belong to what the compiler lays down. */
const FIRST = 1024;

/** A memory larger than this is given back after use. */
const keptBytes = 64 << 20;

/** Bytes of a word, and of each of its glyphs; see `place` in ./place.ts. */
export const wordBytes = 40;
const glyphBytes = 24;

/** What ./main.ts exports. */
export type KernelFunctions = typeof portable;

/** Where addresses lead to: WebAssembly's memory, or a buffer for the same functions as TypeScript. */
interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): void;
}

/** Memory of {@link portable}, of which there is one. */
class PlainMemory implements Memory {
  buffer = new ArrayBuffer(0);

  grow(pages: number): void {
    const larger = new ArrayBuffer(this.buffer.byteLength + pages * PAGE);
    new Uint8Array(larger).set(new Uint8Array(this.buffer));
    this.buffer = larger;
    useMemory(larger);
  }
}

let compiled: WebAssembly.Module | null | undefined;

/**
 * The compiled kernel, read once; null where no file can be read at once (browsers, where the same functions as JavaScript
 * are fast soon enough), or no WebAssembly with vectors is allowed.
 */
function compiledKernel(): WebAssembly.Module | null {
  if (compiled !== undefined) return compiled;
  compiled = null;
  if (typeof WebAssembly !== 'object' || !globalThis.process?.getBuiltinModule?.('node:fs')) return compiled;
  try {
    compiled = new WebAssembly.Module(readDataFileSync(file) as Uint8Array<ArrayBuffer>);
  } catch {
    // A policy forbids it, or a bundle was made without the file: the results are the same, only slower.
  }
  return compiled;
}

/**
 * The hot path of layout and drawing on a linear memory, in which addresses are taken one after the other and never
 * given back: whoever starts anew opens it anew.
 */
export class Kernel {
  readonly functions: KernelFunctions;
  private readonly memory: Memory;
  private buffer = new ArrayBuffer(0);
  private intView = new Int32Array(0);
  private byteView: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  private doubleView = new Float64Array(0);
  private next = FIRST;
  private readonly outlines = new Map<Outline, number>();

  constructor(module: WebAssembly.Module | null) {
    if (module) {
      const memory = new WebAssembly.Memory({ initial: 64, maximum: PAGE });
      const instance = new WebAssembly.Instance(module, { env: { memory } });
      this.functions = instance.exports as unknown as KernelFunctions;
      this.memory = memory as unknown as Memory;
    } else {
      this.functions = portable;
      this.memory = new PlainMemory();
    }
  }

  get size(): number {
    return this.memory.buffer.byteLength;
  }

  /** Frees everything. */
  empty(): void {
    this.next = FIRST;
    this.outlines.clear();
  }

  /** The address of so many bytes, with 16 more behind them that may be read. Their content is what was there before. */
  take(bytes: number): number {
    const at = this.next;
    const end = Math.ceil((at + bytes + 16) / 16) * 16;
    if (end > this.size) {
      try {
        this.memory.grow(Math.ceil((1.25 * end - this.size) / PAGE));
      } catch (cause) {
        throw new RedianError(
          'INVALID_ARGUMENT',
          'width, height, pixelRatio: no memory for so large a picture',
          {
            cause,
          },
        );
      }
    }
    this.next = end;
    return at;
  }

  /** The whole memory; views are valid until the next {@link take}. */
  get ints(): Int32Array {
    this.look();
    return this.intView;
  }

  get bytes(): Uint8Array<ArrayBuffer> {
    this.look();
    return this.byteView;
  }

  get doubles(): Float64Array {
    this.look();
    return this.doubleView;
  }

  private look(): void {
    const { buffer } = this.memory;
    if (buffer === this.buffer) return;
    this.buffer = buffer;
    this.intView = new Int32Array(buffer);
    this.byteView = new Uint8Array(buffer);
    this.doubleView = new Float64Array(buffer);
  }

  /** The address of an outline as `addOutline` reads it. */
  outline(outline: Outline): number {
    const known = this.outlines.get(outline);
    if (known !== undefined) return known;
    const { kinds, points } = outline;
    const at = this.take(8 + kinds.length);
    const pointsAt = this.take(4 * points.length);
    this.ints[at >> 2] = kinds.length;
    this.ints[(at >> 2) + 1] = pointsAt;
    this.bytes.set(kinds, at + 8);
    new Float32Array(this.memory.buffer, pointsAt, points.length).set(points);
    this.outlines.set(outline, at);
    return at;
  }

  /** The address of words one after the other as `place` reads them, {@link wordBytes} each, as yet without their glyphs. */
  words(runs: readonly GlyphRun[]): number {
    const first = this.take(wordBytes * runs.length);
    const { doubles, ints } = this;
    let at = first;
    for (let index = 0; index < runs.length; index++, at += wordBytes) {
      const { xMin, yMin, xMax, yMax } = runs[index].bounds;
      doubles[at >> 3] = xMin;
      doubles[(at >> 3) + 1] = yMin;
      doubles[(at >> 3) + 2] = xMax;
      doubles[(at >> 3) + 3] = yMax;
      ints[(at >> 2) + 8] = 0;
    }
    return first;
  }

  /** Adds the glyphs to a word, once. A colour glyph is the union of its layers. */
  setGlyphs(word: number, run: GlyphRun): void {
    if (this.ints[(word >> 2) + 8] !== 0) return;
    let count = 0;
    for (const { font, glyph } of run.glyphs) count += font.layers(glyph)?.length ?? 1;
    const list = this.take(glyphBytes * count);
    this.ints[(word >> 2) + 8] = list;
    this.ints[(word >> 2) + 9] = count;
    let at = list;
    for (const { font, glyph, x } of run.glyphs) {
      const layers = font.layers(glyph);
      for (let layer = 0; layer < (layers?.length ?? 1); layer++) {
        const outline = this.outline(font.outline(layers ? layers[layer].glyph : glyph));
        this.ints[at >> 2] = outline;
        this.doubles[(at >> 3) + 1] = x;
        this.doubles[(at >> 3) + 2] = font.unitsPerEm;
        at += glyphBytes;
      }
    }
  }
}

let idle: Kernel | undefined;

/**
 * The kernel, emptied. There is one: it is used from here to the end of a synchronous function, and what was laid in its
 * memory is lost when it is opened the next time.
 */
export function openKernel(): Kernel {
  if (!idle || idle.size > keptBytes) idle = new Kernel(compiledKernel());
  idle.empty();
  return idle;
}
