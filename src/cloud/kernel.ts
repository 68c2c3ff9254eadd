import { compiledWasm, WasmFile } from '../base/wasm-file.js';
import { RedianError } from '../errors.js';
import type { Outline } from './font/outline.js';
import { OUTLINE_HEADER } from './kernel/glyf.js';
import * as portable from './kernel/main.js';
import { useMemory } from './kernel/memory.js';

const PAGE = 65536;

/** Part of the memory that is never given back: see ./kernel-fonts.ts. Before it is what the compiler lays down. */
export const fontRoom = { start: WasmFile.FIRST, end: 8 << 20 };

/** What there is of memory at the start: the fonts' part, and enough for a picture of 1600 by 1200. */
const FIRST_PAGES = 192;

/** A memory larger than this is given back after use. */
const keptBytes = 64 << 20;

/** What ./kernel/main.ts exports. */
type KernelFunctions = typeof portable;

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
  /** What lies below stays when the memory is emptied. */
  private floor = fontRoom.end;
  private next = fontRoom.end;
  private readonly outlines = new Map<Outline, number>();

  constructor(module: WebAssembly.Module | null) {
    if (module) {
      const memory = new WebAssembly.Memory({ initial: FIRST_PAGES, maximum: PAGE });
      const instance = new WebAssembly.Instance(module, { env: { memory } });
      this.functions = instance.exports as unknown as KernelFunctions;
      this.memory = memory as unknown as Memory;
    } else {
      this.functions = portable;
      this.memory = new PlainMemory();
      this.memory.grow(FIRST_PAGES);
    }
  }

  get size(): number {
    return this.memory.buffer.byteLength;
  }

  /** Frees everything but the fonts and what {@link keep} was told of. */
  empty(): void {
    this.outlines.clear();
    this.next = this.floor;
  }

  /** Whether nothing was taken since the memory was emptied. */
  get isEmpty(): boolean {
    return this.next === this.floor;
  }

  /** From now on what was taken so far stays. */
  keep(): void {
    this.floor = this.next;
  }

  /** Frees what was kept, and all that was taken after it. */
  forget(): void {
    this.floor = fontRoom.end;
    this.next = fontRoom.end;
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

  /** Gives back what was taken in between. */
  temporarily<T>(use: () => T): T {
    const before = this.next;
    try {
      return use();
    } finally {
      this.next = before;
    }
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
  outline(outline: Outline, unitsPerEm: number): number {
    const known = this.outlines.get(outline);
    if (known !== undefined) return known;
    const { kinds, points } = outline;
    const at = this.take(OUTLINE_HEADER + kinds.length);
    const pointsAt = this.take(4 * points.length);
    this.writeOutline(outline, unitsPerEm, at, pointsAt);
    this.outlines.set(outline, at);
    return at;
  }

  /** Lays an outline down, its points apart from the rest. */
  writeOutline({ kinds, points }: Outline, unitsPerEm: number, at: number, pointsAt: number): void {
    const { ints, bytes, doubles } = this;
    ints[at >> 2] = kinds.length;
    ints[(at >> 2) + 1] = pointsAt;
    doubles[(at >> 3) + 1] = unitsPerEm;
    bytes.set(kinds, at + OUTLINE_HEADER);
    new Float32Array(this.memory.buffer, pointsAt, points.length).set(points);
  }

  /** The outline of a glyph of its own contours. */
  readGlyph(glyph: Uint8Array): Outline {
    return this.temporarily(() => {
      const { functions } = this;
      const at = this.take(glyph.length);
      const end = at + glyph.length;
      this.bytes.set(glyph, at);
      const room = functions.outlineBytes(at, end);
      if (room < 0) throw new RangeError('a glyph is cut off');
      const to = this.take(room);
      const work = this.take(functions.glyphWorkBytes(at, end));
      const last = functions.readGlyph(at, end, 1, work, to);
      if (last === 0) throw new RangeError('a glyph is cut off');
      const [count, points] = this.ints.subarray(to >> 2, (to >> 2) + 2);
      return {
        kinds: this.bytes.slice(to + OUTLINE_HEADER, to + OUTLINE_HEADER + count),
        points: new Float32Array(this.memory.buffer.slice(points, last)),
      };
    });
  }
}

let compiled: WebAssembly.Module | null | undefined;
let idle: Kernel | undefined;

/** A kernel of the folder ./kernel as it was compiled at build time. */
function newKernel(): Kernel {
  if (compiled === undefined) compiled = compiledWasm('cloud.wasm');
  return new Kernel(compiled);
}

/**
 * The outline of a TrueType glyph with contours of its own. It may be asked for while the kernel is in use.
 * @throws {RangeError} if it is cut off
 */
export function readGlyphOutline(glyph: Uint8Array): Outline {
  idle ??= newKernel();
  return idle.readGlyph(glyph);
}

/**
 * The kernel, emptied. There is one: it is used from here to the end of a synchronous function, and what was laid in its
 * memory is lost when it is opened the next time.
 */
export function openKernel(): Kernel {
  if (!idle || idle.size > keptBytes) idle = newKernel();
  idle.empty();
  return idle;
}
