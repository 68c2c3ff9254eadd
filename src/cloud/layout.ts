import { checkChoice, checkNumber } from '../base/check.js';
import { compareStrings } from '../base/compare.js';
import { seededRandom } from '../base/random.js';
import { describeValue, RedianError } from '../errors.js';
import { type Arrangement, layoutOf, PlacedWords } from './arrangement.js';
import { type ColorOptions, colorWords } from './coloring.js';
import { defaultFonts } from './default-font.js';
import { type Candidates, Fitting, placeNumbers } from './fitting.js';
import { Font } from './font/font.js';
import { openKernel } from './kernel/kernel.js';
import { WORD_BYTES } from './kernel/text.js';
import { maskRoom, shapeRoom } from './room.js';
import { checkMask, type MaskImage, type ShapeName, shapeNames } from './shape.js';
import { relativeSizes, type ScaleName, scaleNames } from './sizes.js';

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
  if (options.fonts !== undefined) checkFonts(options.fonts);
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

function checkFonts(fonts: readonly Font[]): void {
  if (!Array.isArray(fonts)) {
    throw new RedianError('INVALID_ARGUMENT', `fonts: expected an array, got ${describeValue(fonts)}`);
  }
  for (const [index, font] of fonts.entries()) {
    if (font instanceof Font) continue;
    throw new RedianError(
      'INVALID_ARGUMENT',
      `fonts[${index}]: expected an opened font, got ${describeValue(font)}`,
    );
  }
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
    if (typeof weight !== 'number' || !(weight >= 0 && weight < Infinity))
      checkNumber(`words[${index}].weight`, weight, { min: 0 });
    if (size !== undefined && (typeof size !== 'number' || !(size >= 1 && size < Infinity)))
      checkNumber(`words[${index}].size`, size, { min: 1 });
    if (rotation !== undefined) checkNumber(`words[${index}].rotation`, rotation);
    if (sentiment !== undefined) checkNumber(`words[${index}].sentiment`, sentiment, { min: -1, max: 1 });
  }
}

/** What is to be placed: the words, and all that decides their places. */
interface Prepared {
  readonly words: readonly CloudWord[];
  readonly candidates: Candidates;
  readonly unplaced: UnplacedWord[];
  readonly missing: ReadonlyMap<string, readonly string[]>;
}

/** By size and weight, the largest first, and then by text. */
function heavierFirst(a: CloudWord, b: CloudWord): number {
  return (b.size ?? 0) - (a.size ?? 0) || b.weight - a.weight || compareStrings(a.text, b.text);
}

/** The words in their order; mostly they come in it. */
function sortWords(all: readonly CloudWord[]): readonly CloudWord[] {
  let sizeBefore = Infinity;
  let weightBefore = Infinity;
  for (let index = 0; index < all.length; index++) {
    const { size = 0, weight } = all[index];
    // Most are told apart by these alone.
    if (size > sizeBefore || (size === sizeBefore && weight >= weightBefore)) {
      if (size > sizeBefore || heavierFirst(all[index - 1], all[index]) > 0)
        return [...all].sort(heavierFirst);
    }
    sizeBefore = size;
    weightBefore = weight;
  }
  return all;
}

/** Sorts and filters the words. */
function prepare(all: readonly CloudWord[], options: Resolved): Prepared {
  const { fonts, maxWords } = options;
  const sorted = sortWords(all);
  const words: CloudWord[] = [];
  const unplaced: UnplacedWord[] = [];
  const missing = new Map<string, string[]>();
  const reject = ({ text, weight }: CloudWord, reason: UnplacedReason) => {
    unplaced.push({ text, weight, reason });
  };
  let next = 0;
  // Again when some of the heaviest have no ink.
  while (next < sorted.length && words.length < maxWords) {
    const batch: CloudWord[] = [];
    for (; next < sorted.length && words.length + batch.length < maxWords; next++) {
      if (sorted[next].weight > 0) batch.push(sorted[next]);
      else reject(sorted[next], 'no-weight');
    }
    const kernel = openKernel();
    const { at, runs } = kernel.setWords(textsOf(batch), fonts);
    const { ints } = kernel;
    for (let index = 0; index < batch.length; index++) {
      if (ints[(at + WORD_BYTES * index + 36) >> 2] > 0) words.push(batch[index]);
      else reject(batch[index], 'no-glyphs');
    }
    for (const [index, run] of runs) {
      for (const character of run.missing) {
        const list = missing.get(character);
        if (list) list.push(batch[index].text);
        else missing.set(character, [batch[index].text]);
      }
    }
  }
  for (; next < sorted.length; next++) {
    reject(sorted[next], sorted[next].weight > 0 ? 'over-max-words' : 'no-weight');
  }
  return { words, candidates: weigh(words, textsOf(words), options), unplaced, missing };
}

function textsOf(words: readonly CloudWord[]): readonly string[] {
  const texts = new Array<string>(words.length);
  for (let index = 0; index < texts.length; index++) texts[index] = words[index].text;
  return texts;
}

/** What the weights and the words themselves say of sizes and turns. */
function weigh(words: readonly CloudWord[], texts: readonly string[], options: Resolved): Candidates {
  const { fonts, angles, uprightShare } = options;
  const count = words.length;
  const weights = new Float64Array(count);
  const ownSizes = new Float64Array(count);
  let turned = angles.length > 1 || angles[0] !== 0;
  for (let index = 0; index < count; index++) {
    const { weight, size, rotation } = words[index];
    weights[index] = weight;
    if (size !== undefined) ownSizes[index] = size;
    if (rotation !== undefined) turned = true;
  }
  const { scale, relativeScaling } = options;
  // Sizes of their own overrule these.
  const relative = ownSizes.includes(0)
    ? relativeSizes(weights, scale, relativeScaling)
    : new Float64Array(count);
  if (!turned) return { texts, fonts, ownSizes, relative, rotations: undefined };
  const random = seededRandom(options.seed);
  const mayStandUpright = angles.includes(0);
  const rotations = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    const upright = random() < uprightShare;
    const pick = angles[Math.floor(random() * angles.length)];
    rotations[index] = words[index].rotation ?? (mayStandUpright && upright ? 0 : pick);
  }
  return { texts, fonts, ownSizes, relative, rotations };
}

/** The places of those that found one. */
function withSize(places: Float64Array): Float64Array {
  const found = new Float64Array(places.length);
  let length = 0;
  for (let at = 0; at < places.length; at += placeNumbers) {
    if (places[at + 1] === 0) continue;
    found.set(places.subarray(at, at + placeNumbers), length);
    length += placeNumbers;
  }
  return found.slice(0, length);
}

/** {@link layoutCloud} in columns. */
export function arrangeCloud(words: readonly CloudWord[], options: LayoutOptions = {}): Arrangement {
  checkWords(words);
  const resolved = resolveOptions(options);
  const { width, height, cell } = resolved;
  const { words: candidateWords, candidates, unplaced, missing } = prepare(words, resolved);
  const columns = Math.max(1, Math.floor(width / cell));
  const rows = Math.max(1, Math.floor(height / cell));
  const room = resolved.mask
    ? maskRoom(resolved.mask, resolved, cell, columns, rows)
    : shapeRoom(resolved.shape, resolved, cell, columns, rows);
  const fitting = new Fitting(candidates, resolved, room);
  const { places, complete } = fitting.best();
  for (let at = 0; !complete && at < places.length; at += placeNumbers) {
    if (places[at + 1] > 0) continue;
    const { text, weight } = candidateWords[places[at]];
    unplaced.push({ text, weight, reason: 'no-room' });
  }
  const found = complete ? places : withSize(places);
  const copies = resolved.repeat ? fitting.fill() : [];
  const all = copies.length > 0 ? Float64Array.from([...found, ...copies]) : found;
  const boxes = fitting.boxes(all, !resolved.mask && resolved.shape === 'rectangle');
  const originals = found.length / placeNumbers;
  const placed = new PlacedWords(candidateWords, all, boxes, candidates.rotations, originals);
  return {
    width,
    height,
    unplaced,
    missingGlyphs: [...missing].map(([character, list]) => ({ character, words: list })),
    cell,
    placed,
    ...colorWords(placed, resolved, options),
  };
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
  return layoutOf(arrangeCloud(words, options));
}
