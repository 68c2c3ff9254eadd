import { readDataFileSync } from '../base/data-file.js';
import { RedianError } from '../errors.js';
import type { Font } from './font/font.js';
import { type GlyphRun, shapeWord } from './font/glyph-run.js';
import type { Outline } from './font/outline.js';
import { OUTLINE_HEADER } from './kernel/glyf.js';
import * as portable from './kernel/main.js';
import { useMemory } from './kernel/memory.js';
import { GLYPH_BYTES, WORD_BYTES } from './kernel/text.js';
import { KernelFonts } from './kernel-fonts.js';

/** The folder kernel compiled to WebAssembly at build time, beside the font. */
const file = 'cloud.wasm';

const PAGE = 65536;

/** The first bytes belong to what the compiler lays down. */
const FIRST = 1024;

/** What there is of memory at the start: the fonts' part, and enough for a picture of 1600 by 1200. */
const FIRST_PAGES = 192;

/** A memory larger than this is given back after use. */
const keptBytes = 64 << 20;

/** Fonts lie before all that is given back; see ./kernel-fonts.ts. */
const FONT_ROOM = 8 << 20;

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

/** Words that lie in front of all that is given back, so that the next step finds them set. */
interface KeptWords {
  readonly texts: readonly string[];
  readonly fonts: readonly Font[];
  readonly set: SetWords;
  /** Address behind them. */
  readonly end: number;
}

function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a === b || (a.length === b.length && a.every((entry, index) => entry === b[index]));
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
  private next = FONT_ROOM;
  private readonly outlines = new Map<Outline, number>();
  private fonts: KernelFonts;
  private kept: KeptWords | undefined;

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
    this.fonts = new KernelFonts(this, FIRST, FONT_ROOM);
  }

  get size(): number {
    return this.memory.buffer.byteLength;
  }

  /** Frees everything but the fonts and the words that were set first; these too when the fonts' room is used up. */
  empty(): void {
    this.outlines.clear();
    if (this.fonts.isFull) {
      this.fonts = new KernelFonts(this, FIRST, FONT_ROOM);
      this.kept = undefined;
    }
    this.next = this.kept?.end ?? FONT_ROOM;
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

  /**
   * Sets words one after the other, {@link WORD_BYTES} each as ./kernel/text.ts has them. Where they are what is asked for first, they
   * stay until others are: the steps of one picture set the same words, which then hold what the step before wrote there.
   *
   * @returns their address, and those that only ./font/glyph-run.ts could set
   */
  setWords(texts: readonly string[], fonts: readonly Font[]): SetWords {
    const { kept } = this;
    if (kept && isSameList(kept.fonts, fonts) && isSameList(kept.texts, texts)) return kept.set;
    const isFirst = this.next === (kept?.end ?? FONT_ROOM);
    if (isFirst) {
      this.kept = undefined;
      this.next = FONT_ROOM;
    }
    const set = this.layWords(texts, fonts);
    if (isFirst) this.kept = { texts, fonts, set, end: this.next };
    return set;
  }

  private layWords(texts: readonly string[], fonts: readonly Font[]): SetWords {
    const count = texts.length;
    const { functions } = this;
    const at = this.take(WORD_BYTES * count);
    if (count === 0) return { at, runs: new Map() };
    let length = this.writeText(`${texts.join('\n')}\n`);
    this.fonts.use(fonts, this.text, length);
    const glyphs = this.take(GLYPH_BYTES * length);
    const specials = this.take(4 * count);
    let special = functions.setWords(this.text, this.text + length, at, count, glyphs, specials);
    if (special < 0) {
      // A word of several lines; what ends a line has no ink.
      length = this.writeText(texts.map((text) => `${text.replaceAll('\n', '')}\n`).join(''));
      special = functions.setWords(this.text, this.text + length, at, count, glyphs, specials);
    }
    const runs = new Map<number, GlyphRun>();
    for (const index of this.ints.slice(specials >> 2, (specials >> 2) + special)) {
      const run = shapeWord(texts[index], fonts);
      runs.set(index, run);
      this.writeRun(at + WORD_BYTES * index, run);
    }
    return { at, runs };
  }

  /** Where {@link writeText} wrote. */
  private text = 0;

  /** Writes a text as UTF-8: the number of its bytes. */
  private writeText(text: string): number {
    const room = 3 * text.length;
    this.text = this.take(room);
    return encoder.encodeInto(text, this.bytes.subarray(this.text, this.text + room)).written;
  }

  /** Writes box and glyphs of a word. A colour glyph is the union of its layers. */
  private writeRun(word: number, { glyphs, bounds: { xMin, yMin, xMax, yMax } }: GlyphRun): void {
    this.doubles.set([xMin, yMin, xMax, yMax], word >> 3);
    let count = 0;
    for (const { font, glyph } of glyphs) count += font.layers(glyph)?.length ?? 1;
    const list = this.take(GLYPH_BYTES * count);
    this.ints[(word >> 2) + 8] = list;
    this.ints[(word >> 2) + 9] = count;
    let at = list;
    for (const { font, glyph, x } of glyphs) {
      const layers = font.layers(glyph);
      for (let layer = 0; layer < (layers?.length ?? 1); layer++) {
        const outline = this.outline(font.outline(layers ? layers[layer].glyph : glyph), font.unitsPerEm);
        this.ints[at >> 2] = outline;
        this.doubles[(at >> 3) + 1] = x;
        at += GLYPH_BYTES;
      }
    }
  }
}

/** Words in the memory of the kernel. */
interface SetWords {
  /** Address of the first; the others follow. */
  readonly at: number;
  /** By index the words with emoji, colour glyphs or characters that fonts lack. */
  readonly runs: ReadonlyMap<number, GlyphRun>;
}

const encoder = new TextEncoder();

let idle: Kernel | undefined;

/**
 * The outline of a TrueType glyph with contours of its own. It may be asked for while the kernel is in use.
 * @throws {RangeError} if it is cut off
 */
export function readGlyphOutline(glyph: Uint8Array): Outline {
  idle ??= new Kernel(compiledKernel());
  return idle.readGlyph(glyph);
}

/**
 * The kernel, emptied. There is one: it is used from here to the end of a synchronous function, and what was laid in its
 * memory is lost when it is opened the next time.
 */
export function openKernel(): Kernel {
  if (!idle || idle.size > keptBytes) idle = new Kernel(compiledKernel());
  idle.empty();
  return idle;
}
