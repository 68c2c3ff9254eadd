import { type Random, seededRandom } from '../base/random.js';
import type { BitGrid } from './bit-grid.js';
import { type Center, findCenter } from './center.js';
import type { GlyphRun } from './font/glyph-run.js';
import { type PlacedInk, Placement, type PlacementRules } from './placement.js';
import { CoverageRaster } from './raster/coverage.js';
import { TileMap } from './tile-map.js';
import { snap, turn } from './word-ink.js';

interface SizedWord {
  /** Font size in pixels that overrules what the weight gives. */
  readonly size?: number;
}

/** A word that is to be placed; `W` is what the caller knows it by. */
export interface Candidate<W extends SizedWord = SizedWord> {
  readonly word: W;
  readonly run: GlyphRun;
  /** Size from 0 to 1 between the smallest and the largest. */
  readonly relative: number;
  readonly rotation: number;
}

/** What decides sizes and places. */
export interface FittingOptions {
  readonly width: number;
  readonly height: number;
  readonly cell: number;
  readonly padding: number;
  readonly wordSpace: number;
  readonly nesting: boolean;
  readonly minSize: number;
  /** To what `minSize` may go down when many words leave too little difference between large and small. */
  readonly leastMinSize: number;
  /** Undefined to have sizes grow until the shape is full. */
  readonly maxSize: number | undefined;
  readonly shrink: boolean;
  readonly seed: number;
}

/** One try at placing all words. */
interface Trial {
  /** For each candidate its place, undefined for those that found none. */
  readonly placed: readonly (PlacedInk | undefined)[];
  readonly placement: Placement | undefined;
  readonly largest: number;
  /** What the boxes of the placed words cover, in square pixels. */
  readonly area: number;
  /** In which direction the first words went. */
  readonly variant: number;
}

/** Share of the ink that goes outwards from the centre by weight; the rest goes where there is room. */
const orderedShare = 0.55;

/** Golden angle in turns: points at its multiples never line up. */
const goldenTurn = 0.3819660112501051;

/** How much larger than the smallest word the largest may be when sizes are free. */
const maxContrast = 11;

/** How much larger it should be at least, if the smallest size may go down for it. */
const minContrast = 6.5;

/** So many of the heaviest words are shrunk below the smallest size rather than dropped, to this size. */
const heavyWords = 20;
const leastSize = 4;

/** Share of the room that boxes, with what is kept free around them, fill at the first try. */
const firstFill = 0.88;

/** To what share of their sizes words may yield that find no place, and all lighter ones with them. */
const leastYield = 0.8;

/** `repeat` stops at so many copies. */
const maxCopies = 20_000;

/** How often the small words are made larger by 7 %: few words may end at two thirds of the contrast, many keep it. */
function gapTries(count: number): number {
  return count <= 120 ? 8 : count <= 300 ? 5 : count <= 1000 ? 2 : 0;
}

/** What the box around a word's ink covers, in square pixels. */
function boxArea({ bounds }: GlyphRun, size: number): number {
  return (bounds.xMax - bounds.xMin) * (bounds.yMax - bounds.yMin) * size * size;
}

/** Share of the ink of all words that comes before each word. */
function inkBefore(candidates: readonly Candidate[], sizes: readonly number[]): number[] {
  let before = 0;
  const sums = candidates.map(({ run }, index) => {
    const sum = before;
    before += boxArea(run, sizes[index]);
    return sum;
  });
  return sums.map((sum) => (before > 0 ? sum / before : 0));
}

/** Finds sizes with which the words fill a shape, and their places. */
export class Fitting<W extends SizedWord> {
  private readonly raster = new CoverageRaster();
  private readonly rules: PlacementRules;
  private readonly tiles: TileMap;
  private readonly center: Center;
  /** Largest size at which each word could stand in the empty shape at all. */
  private readonly caps: readonly number[];
  private readonly contrast: number;
  private minSize: number;
  /** How much larger than need be the smallest word is, to close gaps; see {@link closeGaps}. */
  private lift = 1;
  private kept: Trial = { placed: [], placement: undefined, largest: 0, area: 0, variant: 0 };

  constructor(
    private readonly candidates: readonly Candidate<W>[],
    private readonly options: FittingOptions,
    private readonly room: BitGrid,
  ) {
    const { cell, padding, nesting, wordSpace, width, height } = options;
    const center = findCenter(room, cell);
    this.minSize = options.minSize;
    this.center = center;
    this.tiles = TileMap.of(room);
    this.contrast = Math.min(maxContrast, 3 + Math.sqrt(candidates.length) / 2.2);
    this.caps = candidates.map(({ run, rotation }) => {
      const wide = Math.max(0.05, run.bounds.xMax - run.bounds.xMin);
      const tall = Math.max(0.05, run.bounds.yMax - run.bounds.yMin);
      const [x, y] = Math.abs(rotation % 180) === 90 ? [tall, wide] : [wide, tall];
      return snap(Math.min((1.7 * center.radiusX) / x, (1.2 * center.radiusY) / y));
    });
    this.rules = {
      cell,
      padding,
      wordSpace,
      maxWordSpace: Math.min(width, height) / 50,
      nesting,
      aspect: center.radiusY > 0 ? Math.min(4, Math.max(0.25, center.radiusX / center.radiusY)) : 1,
      centerX: center.x,
      centerY: center.y,
    };
  }

  /** The best trial: with the sizes that are asked for, or else with the largest at which every word has a place. */
  best(): Trial {
    const { candidates, options, caps } = this;
    if (candidates.length === 0) return this.kept;
    if (options.maxSize !== undefined || candidates.every(({ word }) => word.size !== undefined)) {
      this.kept = this.tryAll(options.maxSize ?? this.minSize);
    } else {
      // One sentence among the heaviest must not make all others small.
      const cap = Math.max(options.minSize, ...caps.slice(0, 3));
      let estimate = this.sizeForFill(cap);
      while (estimate < minContrast * this.minSize && estimate < cap && this.minSize > options.leastMinSize) {
        this.minSize = Math.max(options.leastMinSize, 0.9 * this.minSize);
        estimate = this.sizeForFill(cap);
      }
      this.kept = this.closeGaps(this.largestFit(estimate, cap));
    }
    return this.kept;
  }

  /**
   * Copies of the words in what room is left after {@link best}, from half the largest size down to the smallest, each
   * size going round the words until none fits.
   */
  fill(): { readonly word: W; readonly ink: PlacedInk }[] {
    const { candidates, options, center, minSize } = this;
    const { placement, largest } = this.kept;
    const copies: { word: W; ink: PlacedInk }[] = [];
    if (!placement || candidates.length === 0) return copies;
    const random = seededRandom(options.seed ^ 0x7e9ea7);
    for (let size = Math.max(minSize, largest / 2); ; size = Math.max(minSize, size * 0.8)) {
      let next = 0;
      for (let misses = 0; misses < candidates.length && copies.length < maxCopies; next++) {
        const { word, run, rotation } = candidates[next % candidates.length];
        const x = center.x + (2 * random() - 1) * center.radiusX;
        const y = center.y + (2 * random() - 1) * center.radiusY;
        const ink = placement.place(run, snap(size), rotation, x, y);
        if (ink) copies.push({ word, ink });
        misses = ink ? 0 : misses + 1;
      }
      if (size <= minSize || copies.length >= maxCopies) return copies;
    }
  }

  private sizes(largest: number): number[] {
    const { candidates, caps, minSize } = this;
    const { maxSize } = this.options;
    const free = Math.min(largest, this.lift * Math.max(minSize, largest / this.contrast));
    const smallest = maxSize === undefined ? free : minSize;
    const span = Math.max(0, largest - smallest);
    return candidates.map(
      ({ word, relative }, index) => word.size ?? Math.min(caps[index], snap(smallest + span * relative)),
    );
  }

  /** Places every word that can be placed, shrinking those that find no room. */
  private tryAll(largest: number): Trial {
    return this.attempt(largest, false) ?? this.kept;
  }

  /** Tries the arrangements that differ in the direction of the first words: many for few words, where each counts. */
  private attemptVariants(largest: number): Trial | undefined {
    const count = this.candidates.length;
    const variants = count <= 40 ? 8 : count <= 120 ? 6 : count <= 300 ? 3 : 1;
    let best: Trial | undefined;
    for (let variant = 0; variant < variants; variant++) {
      const trial = this.attempt(largest, true, variant);
      if (trial && trial.area > (best?.area ?? 0)) best = trial;
    }
    return best;
  }

  /** `strict` gives up at the first word that finds no place although it would fit into the empty shape. */
  private attempt(largest: number, strict: boolean, variant = 0): Trial | undefined {
    const { candidates, options } = this;
    const sizes = this.sizes(largest);
    const shares = inkBefore(candidates, sizes);
    const tiles = this.tiles.clone();
    const placement = new Placement(this.room.clone(), tiles, this.rules, this.raster);
    const random = seededRandom(options.seed ^ 0x51ab);
    const phase = random() + variant * goldenTurn * goldenTurn;
    const placed: (PlacedInk | undefined)[] = [];
    let yielded = 1;
    let area = 0;
    for (const [index, { word, run, rotation }] of candidates.entries()) {
      const size = strict && word.size === undefined ? snap(sizes[index] * yielded) : sizes[index];
      const { x, y } = this.anchor(index, shares[index], phase, tiles, random);
      let ink = size >= 1 ? placement.place(run, size, rotation, x, y) : undefined;
      if (!ink && strict && size >= leastSize) {
        // This word and all that follow become smaller together: what is lighter stays smaller.
        while (!ink && word.size === undefined && yielded > leastYield) {
          yielded *= 0.97;
          const next = snap(sizes[index] * yielded);
          if (next < options.minSize) break;
          ink = placement.place(run, next, rotation, x, y);
        }
        if (!ink) return undefined;
      }
      if (!ink && options.shrink) {
        const least = index < heavyWords ? Math.min(leastSize, this.minSize) : this.minSize;
        for (let next = size * 0.9; !ink && next >= least; next *= 0.9) {
          ink = placement.place(run, snap(next), rotation, x, y);
        }
      }
      if (ink) area += boxArea(run, ink.ink.size);
      placed.push(ink);
    }
    return { placed, placement, largest: sizes[0], area, variant };
  }

  /** Where the centre of a word would best stand, in pixels. */
  private anchor(index: number, share: number, phase: number, tiles: TileMap, random: Random) {
    const { center } = this;
    const { cell } = this.options;
    if (share >= orderedShare) {
      const { column, row } = tiles.emptiest(random);
      return { x: column * cell, y: row * cell };
    }
    const radius = index === 0 ? 0 : 0.85 * Math.sqrt(share / orderedShare);
    const { sin, cos } = turn(360 * (phase + goldenTurn * index));
    return { x: center.x + center.radiusX * radius * cos, y: center.y + center.radiusY * radius * sin };
  }

  /** The largest size with which the boxes of all words together fill {@link firstFill} of the room. */
  private sizeForFill(cap: number): number {
    const free = this.room.countClear() * this.options.cell ** 2;
    const { padding, wordSpace, maxWordSpace } = this.rules;
    let low = this.minSize;
    let high = cap;
    for (let step = 0; step < 16; step++) {
      const middle = (low + high) / 2;
      const sizes = this.sizes(middle);
      let area = 0;
      for (const [index, { run }] of this.candidates.entries()) {
        const { xMin, xMax, yMin, yMax } = run.bounds;
        const size = sizes[index];
        const around = padding + Math.min(wordSpace * size, maxWordSpace);
        area += ((xMax - xMin) * size + around) * ((yMax - yMin) * size + padding);
      }
      if (area > firstFill * free) high = middle;
      else low = middle;
    }
    return low;
  }

  /**
   * Raises the sizes of small words, the largest staying as it is, while every word still finds a place: where the largest
   * cannot grow any more there is often room left between the others.
   */
  private closeGaps(trial: Trial): Trial {
    let best = trial;
    const tries = gapTries(this.candidates.length);
    if (trial.placed.some((ink) => !ink)) return trial;
    for (let attempt = 0; attempt < tries; attempt++) {
      const before = this.lift;
      this.lift *= 1.07;
      const next = this.attempt(trial.largest, true, trial.variant);
      if (!next || next.area <= best.area) {
        this.lift = before;
        break;
      }
      best = next;
    }
    return best;
  }

  /** Goes up from the estimate while every word finds a place, or else down until it does. */
  private largestFit(estimate: number, cap: number): Trial {
    const { minSize } = this;
    let largest = estimate;
    let best: Trial | undefined;
    for (let attempt = 0; attempt < 14; attempt++) {
      const trial = this.attemptVariants(largest);
      if (trial) {
        if (largest < estimate) return trial;
        // Past its best, a larger first word only makes the others smaller.
        if (best && trial.area < 0.98 * best.area) return best;
        best = trial;
        const grown = Math.min(cap, largest * 1.035);
        if (grown <= largest * 1.001) return best;
        largest = grown;
      } else if (best) return best;
      else if (largest <= minSize * 1.02) break;
      else largest = Math.max(minSize, largest * 0.965);
    }
    return best ?? this.tryAll(largest);
  }
}
