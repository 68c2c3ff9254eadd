import { type Bounds, emptyBounds, type Outline, OutlineBuilder } from './outline.js';
import { fontError } from './sfnt.js';

/** Subroutines may call each other to this depth. */
const maxDepth = 10;

/** A glyph that runs more operators than this is damaged. */
const maxOperators = 50_000;

/** Operators of a dictionary; those behind an escape count from 1200. */
const CHAR_STRINGS = 17;
const PRIVATE = 18;
const LOCAL_SUBROUTINES = 19;
const FONT_MATRIX = 1207;
const FONT_DICTIONARIES = 1236;
const FONT_SELECT = 1237;

/** Byte ranges [start, end) of the entries of an INDEX. */
interface Index {
  readonly count: number;
  readonly end: number;
  range(entry: number): { readonly start: number; readonly end: number };
}

function readIndex(view: DataView, at: number): Index {
  const count = view.getUint16(at);
  if (count === 0) return { count, end: at + 2, range: () => ({ start: 0, end: 0 }) };
  const size = view.getUint8(at + 2);
  const base = at + 2 + size * (count + 1);
  const offset = (entry: number) => {
    let value = 0;
    for (let byte = 0; byte < size; byte++) value = 256 * value + view.getUint8(at + 3 + size * entry + byte);
    return base + value;
  };
  return {
    count,
    end: offset(count),
    range: (entry) => ({ start: offset(entry), end: offset(entry + 1) }),
  };
}

/** A real number, two digits a byte. */
function readReal(view: DataView, start: number): { readonly value: number; readonly end: number } {
  let text = '';
  for (let at = start; ; at++) {
    const byte = view.getUint8(at);
    for (const digit of [byte >> 4, byte & 15]) {
      if (digit === 15) return { value: Number(text), end: at + 1 };
      text += ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', 'E', 'E-', '', '-'][digit];
    }
  }
}

/** Operands by operator. */
function readDictionary(view: DataView, start: number, end: number): ReadonlyMap<number, readonly number[]> {
  const entries = new Map<number, readonly number[]>();
  let operands: number[] = [];
  for (let at = start; at < end; ) {
    const byte = view.getUint8(at++);
    if (byte <= 21) {
      entries.set(byte === 12 ? 1200 + view.getUint8(at++) : byte, operands);
      operands = [];
    } else if (byte === 28) {
      operands.push(view.getInt16(at));
      at += 2;
    } else if (byte === 29) {
      operands.push(view.getInt32(at));
      at += 4;
    } else if (byte === 30) {
      const { value, end: after } = readReal(view, at);
      operands.push(value);
      at = after;
    } else if (byte <= 246) operands.push(byte - 139);
    else if (byte <= 250) operands.push((byte - 247) * 256 + view.getUint8(at++) + 108);
    else operands.push(-(byte - 251) * 256 - view.getUint8(at++) - 108);
  }
  return entries;
}

/**
 * Glyphs of a `CFF ` table, version 1, with names or with character identifiers.
 * @see Adobe Technical Notes 5176, "The Compact Font Format", and 5177, "The Type 2 Charstring Format"
 */
export class CffReader {
  private readonly charStrings: Index;
  private readonly global: Index;
  /** Local subroutines of each font dictionary; one for a font with names. */
  private readonly local: readonly (Index | undefined)[];
  private readonly selectAt: number | undefined;
  /** Font units for one unit of a charstring. */
  private readonly scale: number;
  private readonly outlines = new Map<number, Outline>();

  constructor(
    private readonly view: DataView,
    unitsPerEm: number,
    private readonly name: string,
  ) {
    const names = readIndex(view, view.getUint8(2));
    const dictionaries = readIndex(view, names.end);
    const strings = readIndex(view, dictionaries.end);
    this.global = readIndex(view, strings.end);
    const first = dictionaries.range(0);
    const top = readDictionary(view, first.start, first.end);
    const charStringsAt = top.get(CHAR_STRINGS)?.[0];
    if (charStringsAt === undefined) throw fontError(name, 'its table CFF has no glyphs');
    this.charStrings = readIndex(view, charStringsAt);
    const parts = top.get(FONT_DICTIONARIES)?.[0];
    const matrix = top.get(FONT_MATRIX)?.[0];
    this.scale = matrix && matrix > 0 ? matrix * unitsPerEm : 1;
    this.selectAt = parts === undefined ? undefined : top.get(FONT_SELECT)?.[0];
    if (parts === undefined) this.local = [this.subroutines(top)];
    else {
      const list = readIndex(view, parts);
      this.local = Array.from({ length: list.count }, (_, index) => {
        const { start, end } = list.range(index);
        return this.subroutines(readDictionary(view, start, end));
      });
    }
  }

  private subroutines(dictionary: ReadonlyMap<number, readonly number[]>): Index | undefined {
    const [size, at] = dictionary.get(PRIVATE) ?? [];
    if (size === undefined || at === undefined) return undefined;
    const offset = readDictionary(this.view, at, at + size).get(LOCAL_SUBROUTINES)?.[0];
    return offset === undefined ? undefined : readIndex(this.view, at + offset);
  }

  /** Which font dictionary a glyph belongs to. */
  private dictionaryOf(glyph: number): number {
    const { view, selectAt } = this;
    if (selectAt === undefined) return 0;
    if (view.getUint8(selectAt) === 0) return view.getUint8(selectAt + 1 + glyph);
    let [low, high] = [0, view.getUint16(selectAt + 1) - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (view.getUint16(selectAt + 3 + 3 * middle) <= glyph) low = middle;
      else high = middle - 1;
    }
    return view.getUint8(selectAt + 5 + 3 * low);
  }

  /** Box around the points of the curves: the ink's own where these are at the extremes, as fonts are drawn. */
  bounds(glyph: number): Bounds {
    const { points } = this.outline(glyph);
    if (points.length === 0) return emptyBounds;
    let [xMin, yMin, xMax, yMax] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let at = 0; at < points.length; at += 2) {
      xMin = Math.min(xMin, points[at]);
      xMax = Math.max(xMax, points[at]);
      yMin = Math.min(yMin, points[at + 1]);
      yMax = Math.max(yMax, points[at + 1]);
    }
    return { xMin, yMin, xMax, yMax };
  }

  /** Kept once read: boxes are made of it. */
  outline(glyph: number): Outline {
    const known = this.outlines.get(glyph);
    if (known) return known;
    const builder = new OutlineBuilder();
    if (glyph < this.charStrings.count) {
      const program = new CharString(
        this.view,
        this.global,
        this.local[this.dictionaryOf(glyph)],
        builder,
        this.scale,
      );
      const { start, end } = this.charStrings.range(glyph);
      program.run(start, end, 0);
      if (program.failed) throw fontError(this.name, `glyph ${glyph} of its table CFF is damaged`);
    }
    const outline = builder.build();
    this.outlines.set(glyph, outline);
    return outline;
  }
}

/** What is added to the number of a subroutine. */
function bias(count: number): number {
  return count < 1240 ? 107 : count < 33900 ? 1131 : 32768;
}

/** The program that draws one glyph. */
class CharString {
  failed = false;
  private readonly stack: number[] = [];
  private x = 0;
  private y = 0;
  private stems = 0;
  private operators = 0;
  private ended = false;

  constructor(
    private readonly view: DataView,
    private readonly global: Index,
    private readonly local: Index | undefined,
    private readonly outline: OutlineBuilder,
    private readonly scale: number,
  ) {}

  run(start: number, end: number, depth: number): void {
    const { view, stack } = this;
    for (let at = start; at < end && !this.ended; ) {
      const byte = view.getUint8(at++);
      if (byte === 28) {
        stack.push(view.getInt16(at));
        at += 2;
      } else if (byte === 255) {
        stack.push(view.getInt32(at) / 65536);
        at += 4;
      } else if (byte >= 251) stack.push(-(byte - 251) * 256 - view.getUint8(at++) - 108);
      else if (byte >= 247) stack.push((byte - 247) * 256 + view.getUint8(at++) + 108);
      else if (byte >= 32) stack.push(byte - 139);
      else if (byte === 10 || byte === 29) this.call(byte === 10 ? this.local : this.global, depth);
      else if (byte === 11) return;
      else if (byte === 12) this.flex(view.getUint8(at++));
      else {
        this.operate(byte);
        // The bits of a hint mask follow its operator.
        if (byte === 19 || byte === 20) at += (this.stems + 7) >> 3;
      }
      if (stack.length > 513 || ++this.operators > maxOperators) this.fail();
    }
  }

  private fail(): void {
    this.failed = true;
    this.ended = true;
  }

  private call(subroutines: Index | undefined, depth: number): void {
    const number = (this.stack.pop() ?? 0) + bias(subroutines?.count ?? 0);
    if (!subroutines || number < 0 || number >= subroutines.count || depth >= maxDepth) {
      this.fail();
      return;
    }
    const { start, end } = subroutines.range(number);
    this.run(start, end, depth + 1);
  }

  private operate(operator: number): void {
    const { stack } = this;
    if (operator === 21) this.move(stack[stack.length - 2] ?? 0, stack[stack.length - 1] ?? 0);
    else if (operator === 22) this.move(stack[stack.length - 1] ?? 0, 0);
    else if (operator === 4) this.move(0, stack[stack.length - 1] ?? 0);
    else if (operator === 5) this.lines(0, stack.length);
    else if (operator === 6 || operator === 7) this.straightLines(operator === 6);
    else if (operator === 8) this.curves(0, stack.length);
    else if (operator === 24) {
      this.curves(0, stack.length - 2);
      this.lines(stack.length - 2, stack.length);
    } else if (operator === 25) {
      this.lines(0, stack.length - 6);
      this.curves(stack.length - 6, stack.length);
    } else if (operator === 26 || operator === 27) this.alignedCurves(operator === 27);
    else if (operator === 30 || operator === 31) this.turningCurves(operator === 31);
    else if (operator === 1 || operator === 3 || (operator >= 18 && operator <= 20) || operator === 23) {
      this.stems += stack.length >> 1;
    } else if (operator === 14) this.ended = true;
    stack.length = 0;
  }

  private move(dx: number, dy: number): void {
    this.x += dx;
    this.y += dy;
    this.outline.moveTo(this.x * this.scale, this.y * this.scale);
  }

  private line(dx: number, dy: number): void {
    this.x += dx;
    this.y += dy;
    this.outline.lineTo(this.x * this.scale, this.y * this.scale);
  }

  private curve(dx1: number, dy1: number, dx2: number, dy2: number, dx3: number, dy3: number): void {
    const { scale } = this;
    const x1 = this.x + dx1;
    const y1 = this.y + dy1;
    const x2 = x1 + dx2;
    const y2 = y1 + dy2;
    this.x = x2 + dx3;
    this.y = y2 + dy3;
    this.outline.cubicTo(x1 * scale, y1 * scale, x2 * scale, y2 * scale, this.x * scale, this.y * scale);
  }

  private lines(from: number, to: number): void {
    for (let at = from; at + 1 < to; at += 2) this.line(this.stack[at], this.stack[at + 1]);
  }

  /** Horizontal and vertical lines in turn. */
  private straightLines(horizontalFirst: boolean): void {
    let horizontal = horizontalFirst;
    for (const step of this.stack) {
      this.line(horizontal ? step : 0, horizontal ? 0 : step);
      horizontal = !horizontal;
    }
  }

  private curves(from: number, to: number): void {
    const { stack } = this;
    for (let at = from; at + 5 < to; at += 6) {
      this.curve(stack[at], stack[at + 1], stack[at + 2], stack[at + 3], stack[at + 4], stack[at + 5]);
    }
  }

  /** Curves that start and end in the same direction. */
  private alignedCurves(horizontal: boolean): void {
    const { stack } = this;
    let at = stack.length % 4;
    let aside = at > 0 ? stack[0] : 0;
    for (; at + 3 < stack.length; at += 4) {
      const [first, dx2, dy2, last] = stack.slice(at, at + 4);
      if (horizontal) this.curve(first, aside, dx2, dy2, last, 0);
      else this.curve(aside, first, dx2, dy2, 0, last);
      aside = 0;
    }
  }

  /** Curves that start horizontal and end vertical, and the other way round, in turn. */
  private turningCurves(horizontalFirst: boolean): void {
    const { stack } = this;
    let horizontal = horizontalFirst;
    for (let at = 0; at + 3 < stack.length; at += 4) {
      const [first, dx2, dy2, last] = stack.slice(at, at + 4);
      const aside = stack.length - at === 5 ? stack[at + 4] : 0;
      if (horizontal) this.curve(first, 0, dx2, dy2, aside, last);
      else this.curve(0, first, dx2, dy2, last, aside);
      horizontal = !horizontal;
    }
  }

  /** Two curves that a small size may draw as a line; other escaped operators compute and draw nothing. */
  private flex(operator: number): void {
    const s = this.stack.slice(0, 13);
    if (operator === 35 && s.length >= 12) this.curves(0, 12);
    else if (operator === 34 && s.length >= 7) {
      this.curve(s[0], 0, s[1], s[2], s[3], 0);
      this.curve(s[4], 0, s[5], -s[2], s[6], 0);
    } else if (operator === 36 && s.length >= 9) {
      this.curve(s[0], s[1], s[2], s[3], s[4], 0);
      this.curve(s[5], 0, s[6], s[7], s[8], -(s[1] + s[3] + s[7]));
    } else if (operator === 37 && s.length >= 11) {
      const dx = s[0] + s[2] + s[4] + s[6] + s[8];
      const dy = s[1] + s[3] + s[5] + s[7] + s[9];
      const wide = Math.abs(dx) > Math.abs(dy);
      this.curve(s[0], s[1], s[2], s[3], s[4], s[5]);
      this.curve(s[6], s[7], s[8], s[9], wide ? s[10] : -dx, wide ? -dy : s[10]);
    } else this.fail();
    this.stack.length = 0;
  }
}
