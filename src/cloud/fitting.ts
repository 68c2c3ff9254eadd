import { type Random, seededRandom } from '../base/random.js';
import type { BitGrid } from './bit-grid.js';
import { type Center, findCenter } from './center.js';
import type { GlyphRun } from './font/glyph-run.js';
import { Placement } from './placement.js';
import { snap, turn } from './word-ink.js';

/** The words that are to be placed, from the heaviest to the lightest: in each list one entry for each. */
export interface Candidates {
  readonly runs: readonly GlyphRun[];
  /** Font sizes in pixels that overrule what the weights give; 0 for none. */
  readonly ownSizes: Float64Array;
  /** Sizes from 0 to 1 between the smallest and the largest. */
  readonly relative: Float64Array;
  /** Degrees, clockwise. */
  readonly rotations: Float64Array;
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
export interface Trial {
  /** For each candidate the font size, 0 for those that found no place, and the start of its baseline, in pixels. */
  readonly sizes: Float64Array;
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** Whether all found a place. */
  readonly complete: boolean;
  /** The size that was asked for the heaviest word; what is wide gets less. */
  readonly largest: number;
  /** What the boxes of the placed words cover, in square pixels. */
  readonly area: number;
  /** In which direction the first words went. */
  readonly variant: number;
  readonly strict: boolean;
  readonly lift: number;
}

const none = new Float64Array(0);
const noTrial: Trial = {
  sizes: none,
  xs: none,
  ys: none,
  complete: true,
  largest: 0,
  area: 0,
  variant: 0,
  strict: false,
  lift: 1,
};

/** A copy of a word: which candidate it is of, its size and the start of its baseline, in pixels. */
export interface Copy {
  readonly index: number;
  readonly size: number;
  readonly x: number;
  readonly y: number;
}

/** Share of the ink that goes outwards from the centre by weight; the rest goes where there is room. */
const orderedShare = 0.55;

/** Side of a tile of the room in cells. */
const tileSide = 32;

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
function inkBefore(runs: readonly GlyphRun[], sizes: Float64Array): Float64Array {
  const sums = new Float64Array(runs.length);
  let before = 0;
  for (let index = 0; index < runs.length; index++) {
    sums[index] = before;
    before += boxArea(runs[index], sizes[index]);
  }
  if (before > 0) for (let index = 0; index < sums.length; index++) sums[index] /= before;
  return sums;
}

/** Finds sizes with which the words fill a shape, and their places. */
export class Fitting {
  private readonly placement: Placement;
  private readonly spacing: {
    readonly padding: number;
    readonly wordSpace: number;
    readonly maxWordSpace: number;
  };
  private readonly center: Center;
  /** Largest size at which each word could stand in the empty shape at all. */
  private readonly caps: Float64Array;
  private readonly contrast: number;
  private minSize: number;
  /** Where the word that comes next would best stand. */
  private aimX = 0;
  private aimY = 0;
  /** How much larger than need be the smallest word is, to close gaps; see {@link closeGaps}. */
  private lift = 1;
  private kept: Trial = noTrial;

  constructor(
    private readonly candidates: Candidates,
    private readonly options: FittingOptions,
    private readonly room: BitGrid,
  ) {
    const { cell, padding, nesting, wordSpace, width, height } = options;
    const center = findCenter(room, cell);
    this.minSize = options.minSize;
    this.center = center;
    const { runs, rotations } = candidates;
    this.contrast = Math.min(maxContrast, 3 + Math.sqrt(runs.length) / 2.2);
    this.caps = new Float64Array(runs.length);
    for (let index = 0; index < runs.length; index++) {
      const { xMin, yMin, xMax, yMax } = runs[index].bounds;
      const wide = Math.max(0.05, xMax - xMin);
      const tall = Math.max(0.05, yMax - yMin);
      const upended = Math.abs(rotations[index] % 180) === 90;
      const mostX = (1.7 * center.radiusX) / (upended ? tall : wide);
      const mostY = (1.2 * center.radiusY) / (upended ? wide : tall);
      this.caps[index] = snap(Math.min(mostX, mostY));
    }
    this.spacing = { padding, wordSpace, maxWordSpace: Math.min(width, height) / 50 };
    const { radiusX, radiusY, x, y } = center;
    this.placement = new Placement(
      room,
      {
        ...this.spacing,
        cell,
        nesting,
        aspect: radiusY > 0 ? Math.min(4, Math.max(0.25, radiusX / radiusY)) : 1,
        centerX: x,
        centerY: y,
      },
      runs,
    );
  }

  /** The best trial: with the sizes that are asked for, or else with the largest at which every word has a place. */
  best(): Trial {
    const { candidates, options, caps } = this;
    if (candidates.runs.length === 0) return this.kept;
    if (options.maxSize !== undefined || candidates.ownSizes.every((size) => size > 0)) {
      this.kept = this.tryAll(options.maxSize ?? this.minSize);
    } else {
      // One sentence among the heaviest must not make all others small.
      const cap = Math.max(options.minSize, ...caps.subarray(0, 3));
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
  fill(): readonly Copy[] {
    const { options, center, minSize, placement } = this;
    const { rotations } = this.candidates;
    const count = rotations.length;
    const copies: Copy[] = [];
    if (count === 0) return copies;
    const largest = this.kept.sizes[0];
    this.replay();
    const random = seededRandom(options.seed ^ 0x7e9ea7);
    for (let size = Math.max(minSize, largest / 2); ; size = Math.max(minSize, size * 0.8)) {
      let next = 0;
      for (let misses = 0; misses < count && copies.length < maxCopies; next++) {
        const index = next % count;
        const x = center.x + (2 * random() - 1) * center.radiusX;
        const y = center.y + (2 * random() - 1) * center.radiusY;
        const found = placement.place(index, snap(size), rotations[index], x, y);
        if (found) copies.push({ index, size: snap(size), x: placement.x, y: placement.y });
        misses = found ? 0 : misses + 1;
      }
      if (size <= minSize || copies.length >= maxCopies) return copies;
    }
  }

  /** Fills the room once more as the kept trial did; another may have come after it. */
  private replay(): void {
    const { strict, lift, largest, variant } = this.kept;
    this.lift = lift;
    this.attempt(largest, strict, variant);
  }

  private sizes(largest: number): Float64Array {
    const { caps, minSize } = this;
    const { relative, ownSizes } = this.candidates;
    const { maxSize } = this.options;
    const free = Math.min(largest, this.lift * Math.max(minSize, largest / this.contrast));
    const smallest = maxSize === undefined ? free : minSize;
    const span = Math.max(0, largest - smallest);
    const sizes = ownSizes.slice();
    for (let index = 0; index < sizes.length; index++) {
      if (sizes[index] === 0) sizes[index] = Math.min(caps[index], snap(smallest + span * relative[index]));
    }
    return sizes;
  }

  /** Places every word that can be placed, shrinking those that find no room. */
  private tryAll(largest: number): Trial {
    return this.attempt(largest, false) ?? this.kept;
  }

  /** Tries the arrangements that differ in the direction of the first words: many for few words, where each counts. */
  private attemptVariants(largest: number): Trial | undefined {
    const count = this.candidates.runs.length;
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
    const { options, placement, lift } = this;
    const { runs, ownSizes, rotations } = this.candidates;
    const count = runs.length;
    const wanted = this.sizes(largest);
    const shares = inkBefore(runs, wanted);
    placement.clear();
    const random = seededRandom(options.seed ^ 0x51ab);
    const phase = random() + variant * goldenTurn * goldenTurn;
    const sizes = new Float64Array(count);
    const xs = new Float64Array(count);
    const ys = new Float64Array(count);
    let complete = true;
    let yielded = 1;
    let area = 0;
    for (let index = 0; index < count; index++) {
      const rotation = rotations[index];
      const isFree = ownSizes[index] === 0;
      let size = strict && isFree ? snap(wanted[index] * yielded) : wanted[index];
      this.aim(index, shares[index], phase, random);
      const { aimX, aimY } = this;
      let found = size >= 1 && placement.place(index, size, rotation, aimX, aimY);
      if (!found && strict && size >= leastSize) {
        // This word and all that follow become smaller together: what is lighter stays smaller.
        while (!found && isFree && yielded > leastYield) {
          yielded *= 0.97;
          size = snap(wanted[index] * yielded);
          if (size < options.minSize) break;
          found = placement.place(index, size, rotation, aimX, aimY);
        }
        if (!found) return undefined;
      }
      if (!found && options.shrink) {
        const least = index < heavyWords ? Math.min(leastSize, this.minSize) : this.minSize;
        for (let next = size * 0.9; !found && next >= least; next *= 0.9) {
          size = snap(next);
          found = placement.place(index, size, rotation, aimX, aimY);
        }
      }
      if (!found) {
        complete = false;
        continue;
      }
      area += boxArea(runs[index], size);
      sizes[index] = size;
      xs[index] = placement.x;
      ys[index] = placement.y;
    }
    return { sizes, xs, ys, complete, largest, area, variant, strict, lift };
  }

  /** Finds where the centre of a word would best stand, in pixels. */
  private aim(index: number, share: number, phase: number, random: Random): void {
    const { center } = this;
    if (share >= orderedShare) {
      const { cell, width } = this.options;
      const perRow = Math.ceil(Math.max(1, Math.floor(width / cell)) / tileSide);
      const tile = this.placement.emptiestTile();
      this.aimX = ((tile % perRow) + random()) * tileSide * cell;
      this.aimY = (Math.floor(tile / perRow) + random()) * tileSide * cell;
      return;
    }
    const radius = index === 0 ? 0 : 0.85 * Math.sqrt(share / orderedShare);
    const { sin, cos } = turn(360 * (phase + goldenTurn * index));
    this.aimX = center.x + center.radiusX * radius * cos;
    this.aimY = center.y + center.radiusY * radius * sin;
  }

  /** The largest size with which the boxes of all words together fill {@link firstFill} of the room. */
  private sizeForFill(cap: number): number {
    const free = this.room.countClear() * this.options.cell ** 2;
    const { padding, wordSpace, maxWordSpace } = this.spacing;
    const { runs } = this.candidates;
    let low = this.minSize;
    let high = cap;
    for (let step = 0; step < 16; step++) {
      const middle = (low + high) / 2;
      const sizes = this.sizes(middle);
      let area = 0;
      for (let index = 0; index < runs.length; index++) {
        const { xMin, xMax, yMin, yMax } = runs[index].bounds;
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
    const tries = gapTries(this.candidates.runs.length);
    if (!trial.complete) return trial;
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
