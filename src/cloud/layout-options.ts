import { checkArray, checkChoice, checkNumber, type OptionNames } from '../base/check.js';
import { describeValue, RedianError } from '../errors.js';
import { type ColorOptions, colorOptions } from './coloring.js';
import { defaultFonts } from './default-font.js';
import { Font } from './font/font.js';
import { checkMask, type MaskImage, type ShapeName, shapeNames } from './shape.js';
import { type ScaleName, scaleNames } from './sizes.js';

/** Degrees, clockwise: none, right angles only, or a set to choose from. */
export type Rotation = 'none' | 'quarter' | readonly number[];

export interface LayoutOptions extends ColorOptions {
  /** Pixels. Default 1600. */
  readonly width?: number | undefined;
  /** Pixels. Default 900. */
  readonly height?: number | undefined;
  /** Fonts in order of preference; a character is set in the first that has it. Default: the bundled font. */
  readonly fonts?: readonly Font[] | undefined;
  /** Default `sqrt`. */
  readonly scale?: ScaleName | undefined;
  /** Share of frequency against rank for `scale: 'relative'`, 0 to 1. Default 0.5. */
  readonly relativeScaling?: number | undefined;
  /**
   * Smallest font size in pixels. Default: an eightieth of the shorter side, at least 8; with very many words less, down
   * to two thirds of that, so that weights still show.
   */
  readonly minSize?: number | undefined;
  /** Largest font size in pixels. By default the largest with which every word finds a place. */
  readonly maxSize?: number | undefined;
  /** Least distance between the ink of two words, in pixels. Default 2, more on larger pictures. */
  readonly padding?: number | undefined;
  /** Further room before and behind a word along its line, in ems, so that neighbours do not read as one. Default 0.32. */
  readonly wordSpace?: number | undefined;
  /** Empty border in pixels. Default 2 % of the shorter side. */
  readonly margin?: number | undefined;
  /** How many of the heaviest words to take. Default: all. */
  readonly maxWords?: number | undefined;
  /** Default `none`. */
  readonly rotation?: Rotation | undefined;
  /** Share of words that stand upright when `rotation` has them turn, 0 to 1. Default 0.7. */
  readonly uprightShare?: number | undefined;
  /** Default `rectangle`. */
  readonly shape?: ShapeName | undefined;
  /** A picture whose dark or opaque part holds the words; overrules `shape`. */
  readonly mask?: MaskImage | undefined;
  /** Whether small words may stand in the counters of large ones (口, 广). Default false. */
  readonly nesting?: boolean | undefined;
  /** Whether a word that finds no place is tried in smaller sizes down to `minSize`. Default true. */
  readonly shrink?: boolean | undefined;
  /** Whether to repeat the words, smaller, until the shape is full. Default false. */
  readonly repeat?: boolean | undefined;
  /** Default 1. */
  readonly seed?: number | undefined;
}

export const layoutOptions: OptionNames<LayoutOptions> = {
  ...colorOptions,
  width: true,
  height: true,
  fonts: true,
  scale: true,
  relativeScaling: true,
  minSize: true,
  maxSize: true,
  padding: true,
  wordSpace: true,
  margin: true,
  maxWords: true,
  rotation: true,
  uprightShare: true,
  shape: true,
  mask: true,
  nesting: true,
  shrink: true,
  repeat: true,
};

/** Options with every default filled in. */
export interface ResolvedOptions {
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

export function resolveOptions(options: LayoutOptions): ResolvedOptions {
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
  checkArray('fonts', fonts, 'opened fonts');
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
