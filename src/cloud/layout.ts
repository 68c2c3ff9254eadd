import { checkChoice, checkNumber } from '../base/check.js';
import { compareStrings } from '../base/compare.js';
import { seededRandom } from '../base/random.js';
import { describeValue, RedianError } from '../errors.js';
import { type ColorOptions, colorWords, type UncoloredWord } from './coloring.js';
import { defaultFonts } from './default-font.js';
import { type Candidates, Fitting } from './fitting.js';
import type { Font } from './font/font.js';
import { type GlyphRun, shapeWord } from './font/glyph-run.js';
import { maskRoom, shapeRoom } from './room.js';
import { checkMask, type MaskImage, type ShapeName, shapeNames } from './shape.js';
import { relativeSizes, type ScaleName, scaleNames } from './sizes.js';
import { inkBounds, snap } from './word-ink.js';

/** A word and how much it weighs. */
export interface CloudWord {
  readonly text: string;
  /** Finite and at least 0; words of weight 0 are left out. */
  readonly weight: number;
  /** Font size in pixels that overrules what the weight gives. */
  readonly size?: number;
  /** Degrees, clockwise, that overrule `rotation`. */
  readonly rotation?: number;
  /** CSS colour that overrules all others. */
  readonly color?: string;
  /** Group of the word, for `colorBy: 'topic'`. */
  readonly topic?: string | number;
  /** From -1 (bad) to 1 (good), for `colorBy: 'sentiment'`. */
  readonly sentiment?: number;
}

/** Degrees, clockwise: none, right angles only, or a set to choose from. */
export type Rotation = 'none' | 'quarter' | readonly number[];

export interface LayoutOptions extends ColorOptions {
  /** Pixels. Default 1600. */
  readonly width?: number;
  /** Pixels. Default 900. */
  readonly height?: number;
  /** Fonts in order of preference; a character is set in the first that has it. Default: the bundled font. */
  readonly fonts?: readonly Font[];
  /** Default `sqrt`. */
  readonly scale?: ScaleName;
  /** Share of frequency against rank for `scale: 'relative'`, 0 to 1. Default 0.5. */
  readonly relativeScaling?: number;
  /**
   * Smallest font size in pixels. Default: an eightieth of the shorter side, at least 8; with very many words less, down
   * to two thirds of that, so that weights still show.
   */
  readonly minSize?: number;
  /** Largest font size in pixels. By default the largest with which every word finds a place. */
  readonly maxSize?: number;
  /** Least distance between the ink of two words, in pixels. Default 2, more on larger pictures. */
  readonly padding?: number;
  /** Further room before and behind a word along its line, in ems, so that neighbours do not read as one. Default 0.32. */
  readonly wordSpace?: number;
  /** Empty border in pixels. Default 2 % of the shorter side. */
  readonly margin?: number;
  /** How many of the heaviest words to take. Default: all. */
  readonly maxWords?: number;
  /** Default `none`. */
  readonly rotation?: Rotation;
  /** Share of words that stand upright when `rotation` has them turn, 0 to 1. Default 0.7. */
  readonly uprightShare?: number;
  /** Default `rectangle`. */
  readonly shape?: ShapeName;
  /** A picture whose dark or opaque part holds the words; overrules `shape`. */
  readonly mask?: MaskImage;
  /** Whether small words may stand in the counters of large ones (口, 广). Default false. */
  readonly nesting?: boolean;
  /** Whether a word that finds no place is tried in smaller sizes down to `minSize`. Default true. */
  readonly shrink?: boolean;
  /** Whether to repeat the words, smaller, until the shape is full. Default false. */
  readonly repeat?: boolean;
  /** Default 1. */
  readonly seed?: number;
}

/** A word with its place. */
export interface PlacedWord {
  readonly text: string;
  readonly weight: number;
  /** Start of the baseline in pixels. */
  readonly x: number;
  readonly y: number;
  /** Font size in pixels. */
  readonly size: number;
  /** Degrees, clockwise, about (x, y). */
  readonly rotation: number;
  /** Smallest upright box around the ink, in pixels. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly topic?: string | number;
  readonly sentiment?: number;
  /** CSS colour. */
  readonly color: string;
  /** Whether this is a copy that `repeat` made. */
  readonly copy?: boolean;
}

/** Why a word is not in the picture. */
export type UnplacedReason =
  /** No free place, even at the smallest size. */
  | 'no-room'
  /** None of its characters is in a font of the list, or it has no ink. */
  | 'no-glyphs'
  /** Lighter than the `maxWords` heaviest. */
  | 'over-max-words'
  /** Its weight is 0. */
  | 'no-weight';

export interface UnplacedWord {
  readonly text: string;
  readonly weight: number;
  readonly reason: UnplacedReason;
}

/**
 * A character that no font of the list has, and the words that have it. It is left out of them; a letter with marks is drawn
 * without (ő as o).
 */
export interface MissingGlyph {
  readonly character: string;
  readonly words: readonly string[];
}

/** Where each word stands: plain data, the same for the same input, options and seed in every runtime. */
export interface CloudLayout {
  readonly width: number;
  readonly height: number;
  /** CSS colour of the ground, or `transparent`. */
  readonly background: string;
  /** From the heaviest to the lightest. */
  readonly words: readonly PlacedWord[];
  readonly unplaced: readonly UnplacedWord[];
  readonly missingGlyphs: readonly MissingGlyph[];
  /** Side of the cells in which places were sought, in pixels. */
  readonly cell: number;
}

/** Options with every default filled in. */
interface Resolved {
  readonly width: number;
  readonly height: number;
  readonly fonts: readonly Font[];
  readonly scale: ScaleName;
  readonly relativeScaling: number;
  readonly minSize: number;
  readonly leastMinSize: number;
  readonly maxSize: number | undefined;
  readonly padding: number;
  readonly wordSpace: number;
  readonly margin: number;
  readonly maxWords: number;
  readonly angles: readonly number[];
  readonly uprightShare: number;
  readonly shape: ShapeName;
  readonly mask: MaskImage | undefined;
  readonly nesting: boolean;
  readonly shrink: boolean;
  readonly repeat: boolean;
  readonly seed: number;
  readonly cell: number;
}

/** The border when none is asked for, in pixels. */
export function defaultMargin(width: number, height: number): number {
  return Math.round(Math.min(width, height) * 0.02);
}

/** Largest number of pixels on a side, as in browsers' canvases. */
const maxSide = 32767;

function resolveOptions(options: LayoutOptions): Resolved {
  const width = options.width ?? 1600;
  const height = options.height ?? 900;
  checkNumber('width', width, { min: 1, max: maxSide, integer: true });
  checkNumber('height', height, { min: 1, max: maxSide, integer: true });
  const short = Math.min(width, height);
  const {
    scale = 'sqrt',
    relativeScaling = 0.5,
    padding = Math.max(2, short / 450),
    wordSpace = 0.32,
    margin = defaultMargin(width, height),
    maxWords = Number.MAX_SAFE_INTEGER,
    rotation = 'none',
    uprightShare = 0.7,
    shape = 'rectangle',
    seed = 1,
    maxSize,
  } = options;
  const minSize = options.minSize ?? Math.min(maxSize ?? Infinity, Math.max(8, short * 0.0125));
  checkChoice('scale', scale, scaleNames);
  checkNumber('relativeScaling', relativeScaling, { min: 0, max: 1 });
  checkNumber('minSize', minSize, { min: 1 });
  if (maxSize !== undefined) checkNumber('maxSize', maxSize, { min: minSize });
  checkNumber('padding', padding, { min: 0 });
  checkNumber('wordSpace', wordSpace, { min: 0 });
  checkNumber('margin', margin, { min: 0 });
  checkNumber('maxWords', maxWords, { min: 0, integer: true });
  checkNumber('uprightShare', uprightShare, { min: 0, max: 1 });
  checkChoice('shape', shape, shapeNames);
  checkNumber('seed', seed);
  if (options.mask) checkMask(options.mask);
  return {
    width,
    height,
    fonts: options.fonts ?? defaultFonts(),
    scale,
    relativeScaling,
    minSize,
    leastMinSize: options.minSize === undefined ? minSize * 0.66 : minSize,
    maxSize,
    padding,
    wordSpace,
    margin,
    maxWords,
    angles: resolveAngles(rotation),
    uprightShare,
    shape,
    mask: options.mask,
    nesting: options.nesting ?? false,
    shrink: options.shrink ?? true,
    repeat: options.repeat ?? false,
    seed,
    cell: Math.max(1, Math.round(Math.sqrt((width * height) / 400_000))),
  };
}

function resolveAngles(rotation: Rotation): readonly number[] {
  if (rotation === 'none') return [0];
  if (rotation === 'quarter') return [0, 270];
  if (!Array.isArray(rotation) || rotation.length === 0) {
    throw new RedianError(
      'INVALID_ARGUMENT',
      `rotation: expected none, quarter or at least one angle, got ${describeValue(rotation)}`,
    );
  }
  for (const [index, angle] of rotation.entries()) checkNumber(`rotation[${index}]`, angle);
  return rotation;
}

function checkWords(words: readonly CloudWord[]): void {
  if (!Array.isArray(words)) {
    throw new RedianError('INVALID_ARGUMENT', `words: expected an array, got ${describeValue(words)}`);
  }
  for (let index = 0; index < words.length; index++) {
    const word: CloudWord = words[index];
    if (typeof word !== 'object' || word === null || typeof word.text !== 'string') {
      throw new RedianError(
        'INVALID_ARGUMENT',
        `words[${index}]: expected { text, weight }, got ${describeValue(word)}`,
      );
    }
    const { weight, size, rotation, sentiment } = word;
    // Names are made for what is wrong only.
    if (!isBetween(weight, 0, Infinity)) checkNumber(`words[${index}].weight`, weight, { min: 0 });
    if (size !== undefined && !isBetween(size, 1, Infinity))
      checkNumber(`words[${index}].size`, size, { min: 1 });
    if (rotation !== undefined && !isBetween(rotation, -Infinity, Infinity))
      checkNumber(`words[${index}].rotation`, rotation);
    if (sentiment !== undefined && !isBetween(sentiment, -1, 1))
      checkNumber(`words[${index}].sentiment`, sentiment, { min: -1, max: 1 });
  }
}

function isBetween(value: unknown, min: number, max: number): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value >= min && value <= max;
}

/** What is to be placed: the words, and all that decides their places. */
interface Prepared {
  readonly words: readonly CloudWord[];
  readonly candidates: Candidates;
  readonly unplaced: UnplacedWord[];
  readonly missing: ReadonlyMap<string, readonly string[]>;
}

/** Sorts, filters and sets the words. */
function prepare(all: readonly CloudWord[], options: Resolved): Prepared {
  const { fonts, maxWords, angles, uprightShare } = options;
  const unplaced: UnplacedWord[] = [];
  const missing = new Map<string, string[]>();
  const reject = ({ text, weight }: CloudWord, reason: UnplacedReason) => {
    unplaced.push({ text, weight, reason });
  };
  const sorted = [...all].sort(
    (a, b) => (b.size ?? 0) - (a.size ?? 0) || b.weight - a.weight || compareStrings(a.text, b.text),
  );
  const words: CloudWord[] = [];
  const runs: GlyphRun[] = [];
  for (const word of sorted) {
    if (word.weight === 0) {
      reject(word, 'no-weight');
      continue;
    }
    if (words.length >= maxWords) {
      reject(word, 'over-max-words');
      continue;
    }
    const run = shapeWord(word.text, fonts);
    for (const character of run.missing) {
      const list = missing.get(character);
      if (list) list.push(word.text);
      else missing.set(character, [word.text]);
    }
    if (run.glyphs.length === 0) reject(word, 'no-glyphs');
    else {
      words.push(word);
      runs.push(run);
    }
  }
  const count = words.length;
  const weights = new Float64Array(count);
  const ownSizes = new Float64Array(count);
  const rotations = new Float64Array(count);
  const random = seededRandom(options.seed);
  const mayStandUpright = angles.includes(0);
  for (let index = 0; index < count; index++) {
    const { weight, size, rotation } = words[index];
    weights[index] = weight;
    ownSizes[index] = size ?? 0;
    const upright = random() < uprightShare;
    const pick = angles[Math.floor(random() * angles.length)];
    rotations[index] = rotation ?? (mayStandUpright && upright ? 0 : pick);
  }
  const relative = relativeSizes(weights, options.scale, options.relativeScaling);
  return { words, candidates: { runs, ownSizes, relative, rotations }, unplaced, missing };
}

/**
 * Gives each word a place so that no two share a pixel and none leaves the shape.
 *
 * Words are placed from the largest to the smallest, each at the free place nearest to a point of its own; the
 * heaviest in the middle. Unless `maxSize` is given, sizes grow until the shape is full. Synchronous, without
 * canvas and DOM.
 *
 * @param words  in any order; weights ≥ 0
 * @throws {RedianError} INVALID_ARGUMENT naming the option or word that cannot be used, INVALID_MEDIA for a damaged
 *   font, FILE if the bundled font cannot be read at once (in a browser: load it first by `loadDefaultFont`)
 */
export function layoutCloud(words: readonly CloudWord[], options: LayoutOptions = {}): CloudLayout {
  checkWords(words);
  const resolved = resolveOptions(options);
  const { width, height, cell } = resolved;
  const prepared = prepare(words, resolved);
  const { candidates, unplaced } = prepared;
  const columns = Math.max(1, Math.floor(width / cell));
  const rows = Math.max(1, Math.floor(height / cell));
  const room = resolved.mask
    ? maskRoom(resolved.mask, resolved, cell, columns, rows)
    : shapeRoom(resolved.shape, resolved, cell, columns, rows);
  const fitting = new Fitting(candidates, resolved, room);
  const { sizes, xs, ys } = fitting.best();
  const placed: Draft[] = [];
  for (let index = 0; index < sizes.length; index++) {
    if (sizes[index] > 0) placed.push(draftOf(prepared, index, sizes[index], xs[index], ys[index]));
    else {
      const { text, weight } = prepared.words[index];
      unplaced.push({ text, weight, reason: 'no-room' });
    }
  }
  if (resolved.repeat) {
    for (const { index, size, x, y } of fitting.fill()) {
      const copy = draftOf(prepared, index, size, x, y);
      copy.copy = true;
      placed.push(copy);
    }
  }
  if (!resolved.mask && resolved.shape === 'rectangle') centerInk(placed, width, height);
  const { background, colors } = colorWords(placed, resolved, options);
  return {
    width,
    height,
    background,
    words: withColors(placed, colors),
    unplaced,
    missingGlyphs: [...prepared.missing].map(([character, list]) => ({ character, words: list })),
    cell,
  };
}

type Mutable<T> = { -readonly [Field in keyof T]: T[Field] };

/** A placed word while it is made; its colour is found last, when all places are known. */
type Draft = Mutable<Omit<UncoloredWord, 'box'>> & { readonly box: Mutable<PlacedWord['box']> };

function draftOf({ words, candidates }: Prepared, index: number, size: number, x: number, y: number): Draft {
  const { text, weight, topic, sentiment, color } = words[index];
  const rotation = candidates.rotations[index];
  const { xMin, yMin, xMax, yMax } = inkBounds(candidates.runs[index].bounds, size, rotation);
  const box = { x: snap(x + xMin), y: snap(y + yMin), width: snap(xMax - xMin), height: snap(yMax - yMin) };
  const draft: Draft = { text, weight, x, y, size, rotation, box, color };
  if (topic !== undefined) draft.topic = topic;
  if (sentiment !== undefined) draft.sentiment = sentiment;
  return draft;
}

/** Moves the words together, by whole pixels, so that the space around them is the same on opposite sides. */
function centerInk(drafts: readonly Draft[], width: number, height: number): void {
  let left = Infinity;
  let right = -Infinity;
  let top = Infinity;
  let bottom = -Infinity;
  for (const { box } of drafts) {
    if (box.x < left) left = box.x;
    if (box.x + box.width > right) right = box.x + box.width;
    if (box.y < top) top = box.y;
    if (box.y + box.height > bottom) bottom = box.y + box.height;
  }
  if (left > right) return;
  const dx = Math.round((width - left - right) / 2);
  const dy = Math.round((height - top - bottom) / 2);
  if (dx === 0 && dy === 0) return;
  for (const draft of drafts) {
    draft.x += dx;
    draft.y += dy;
    draft.box.x += dx;
    draft.box.y += dy;
  }
}

/** Colours the words in place. */
function withColors(drafts: readonly Draft[], colors: readonly string[]): readonly PlacedWord[] {
  for (let index = 0; index < drafts.length; index++) drafts[index].color = colors[index];
  return drafts as readonly PlacedWord[];
}
