import { type Arrangement, layoutOf, PlacedWords } from './arrangement.js';
import { checkWords, prepare } from './candidates.js';
import { colorWords } from './coloring.js';
import { Fitting, placeNumbers } from './fitting.js';
import { type LayoutOptions, resolveOptions } from './layout-options.js';
import { maskRoom, shapeRoom } from './room.js';

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
