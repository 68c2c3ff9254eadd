import { seededRandom } from '../base/random.js';
import type { BitGrid } from './bit-grid.js';
import { type Center, findCenter } from './center.js';
import { emptiness } from './emptiness.js';
import type { Font } from './font/font.js';
import { PLACE_BYTES } from './kernel/fit.js';
import { SLANTED, UPENDED } from './kernel/place.js';
import { WORD_BYTES } from './kernel/text.js';
import { type Kernel, openKernel } from './kernel.js';
import { setWords } from './kernel-words.js';
import { snap, turn } from './word-ink.js';

/** The words that are to be placed, from the heaviest to the lightest: in each list one entry for each. */
export interface Candidates {
  readonly texts: readonly string[];
  readonly fonts: readonly Font[];
  /** Font sizes in pixels that overrule what the weights give; 0 for none. */
  readonly ownSizes: Float64Array;
  /** Sizes from 0 to 1 between the smallest and the largest. */
  readonly relative: Float64Array;
  /** Degrees, clockwise; undefined if no word is turned. */
  readonly rotations: Float64Array | undefined;
}

/** What decides sizes and places. */
interface FittingOptions {
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

/** Numbers of a place: index of the candidate, font size (0 if it found no place), start of its baseline in pixels. */
export const placeNumbers = PLACE_BYTES / 8;

/** One try at placing all words. */
interface Trial {
  /** {@link placeNumbers} for each candidate. */
  readonly places: Float64Array;
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

const noTrial: Trial = {
  places: new Float64Array(0),
  complete: true,
  largest: 0,
  area: 0,
  variant: 0,
  strict: false,
  lift: 1,
};

/** Golden angle in turns: points at its multiples never line up. */
const goldenTurn = 0.3819660112501051;

/** How much larger than the smallest word the largest may be when sizes are free. */
const maxContrast = 11;

/** How much larger it should be at least, if the smallest size may go down for it. */
const minContrast = 6.5;

/** Share of the room that boxes, with what is kept free around them, fill at the first try. */
const firstFill = 0.88;

/** Share of the ink that goes outwards from the centre by weight; the rest goes where there is room. */
const orderedShare = 0.55;

/** So few words are arranged in many ways, as each counts. */
const fewWords = 40;

/** In so many ways in the sizes that were found. */
const evenVariants = 32;

/** `repeat` stops at so many copies. */
const maxCopies = 20_000;

/** How often the small words are made larger by 7 %: few words may end at two thirds of the contrast, many keep it. */
function gapTries(count: number): number {
  return count <= 120 ? 8 : count <= 300 ? 5 : count <= 1000 ? 2 : 0;
}

/** Finds sizes with which the words fill a shape, and their places, on the kernel: kernel/fit.ts. */
export class Fitting {
  private readonly kernel: Kernel;
  private readonly count: number;
  /** Addresses of the words and of their places. */
  private readonly words: number;
  private readonly places: number;
  private readonly spacing: {
    readonly padding: number;
    readonly wordSpace: number;
    readonly maxWordSpace: number;
  };
  private readonly center: Center;
  private readonly contrast: number;
  private isNew = true;
  private minSize: number;
  /** How much larger than need be the smallest word is, to close gaps; see {@link closeGaps}. */
  private lift = 1;
  private kept: Trial = noTrial;

  constructor(
    private readonly candidates: Candidates,
    private readonly options: FittingOptions,
    private readonly room: BitGrid,
  ) {
    const { texts, fonts } = candidates;
    const { width, height, padding, wordSpace } = options;
    this.minSize = options.minSize;
    this.count = texts.length;
    this.contrast = Math.min(maxContrast, 3 + Math.sqrt(texts.length) / 2.2);
    this.spacing = { padding, wordSpace, maxWordSpace: Math.min(width, height) / 50 };
    this.center = findCenter(room, options.cell);
    this.kernel = openKernel();
    this.words = setWords(this.kernel, texts, fonts).at;
    this.openRoom();
    this.places = this.kernel.take(PLACE_BYTES * this.count);
    this.writeWords();
  }

  private openRoom(): void {
    const { kernel, room, options, spacing, center } = this;
    const { functions } = kernel;
    const { padding, wordSpace, maxWordSpace } = spacing;
    const { width, height } = room;
    const { x, y, radiusX, radiusY } = center;
    const aspect = radiusY > 0 ? Math.min(4, Math.max(0.25, radiusX / radiusY)) : 1;
    const nesting = options.nesting ? 1 : 0;
    const rules = [width, height, options.cell, padding, wordSpace, maxWordSpace, aspect, x, y, nesting];
    const at = kernel.take(8 * rules.length);
    kernel.doubles.set(rules, at >> 3);
    functions.usePlacement(at, kernel.take(functions.placementBytes(width, height)));
    kernel.ints.set(room.bits, functions.roomAt() >> 2);
  }

  private writeWords(): void {
    const { kernel, words, options, center } = this;
    const { ownSizes, relative, rotations } = this.candidates;
    const { doubles, ints } = kernel;
    for (let index = 0, word = words; index < relative.length; index++, word += WORD_BYTES) {
      const at = word >> 3;
      doubles[at + 5] = 0;
      doubles[at + 6] = 1;
      ints[(word >> 2) + 14] = 0;
      doubles[at + 8] = ownSizes[index];
      doubles[at + 9] = relative[index];
      if (!rotations || rotations[index] === 0) continue;
      const rotation = rotations[index];
      const { sin, cos } = turn(rotation);
      doubles[at + 5] = sin;
      doubles[at + 6] = cos;
      ints[(word >> 2) + 14] = rotation % 90 !== 0 ? SLANTED : rotation % 180 !== 0 ? UPENDED : 0;
    }
    const { x, y, radiusX, radiusY } = center;
    const { sin, cos } = turn(360 * goldenTurn);
    const rules = [options.cell, x, y, radiusX, radiusY, sin, cos, options.minSize, options.shrink ? 1 : 0];
    const at = kernel.take(8 * rules.length);
    kernel.doubles.set(rules, at >> 3);
    kernel.functions.useWords(words, this.count, at, this.places);
  }

  /** The best trial: with the sizes that are asked for, or else with the largest at which every word has a place. */
  best(): Trial {
    const { candidates, options } = this;
    if (this.count === 0) return this.kept;
    if (options.maxSize !== undefined || !candidates.ownSizes.includes(0)) {
      this.kept = this.tryAll(options.maxSize ?? this.minSize);
    } else {
      // One sentence among the heaviest must not make all others small.
      const cap = Math.max(options.minSize, ...[0, 1, 2].map((index) => this.cap(index)));
      let estimate = this.sizeForFill(cap);
      while (estimate < minContrast * this.minSize && estimate < cap && this.minSize > options.leastMinSize) {
        this.minSize = Math.max(options.leastMinSize, 0.9 * this.minSize);
        estimate = this.sizeForFill(cap);
      }
      const fit = this.closeGaps(this.largestFit(estimate, cap));
      this.kept = this.count <= fewWords ? this.evenest(fit) : fit;
    }
    return this.kept;
  }

  /** Largest size at which a word could stand in the empty shape at all; 0 if there is no such word. */
  private cap(index: number): number {
    return index < this.count ? this.kernel.doubles[(this.words + WORD_BYTES * index + 80) >> 3] : 0;
  }

  /**
   * Places of copies of the words in what room is left after {@link best}, from half the largest size down to the smallest,
   * each size going round the words until none fits.
   */
  fill(): readonly number[] {
    const { options, center, minSize, count, words } = this;
    const { functions } = this.kernel;
    const copies: number[] = [];
    const most = maxCopies * placeNumbers;
    if (count === 0) return copies;
    const largest = this.kept.places[1];
    this.replay();
    const random = seededRandom(options.seed ^ 0x7e9ea7);
    for (let size = Math.max(minSize, largest / 2); ; size = Math.max(minSize, size * 0.8)) {
      let next = 0;
      for (let misses = 0; misses < count && copies.length < most; next++) {
        const index = next % count;
        const x = center.x + (2 * random() - 1) * center.radiusX;
        const y = center.y + (2 * random() - 1) * center.radiusY;
        const found = functions.placeWord(words + WORD_BYTES * index, snap(size), x, y);
        if (found) copies.push(index, snap(size), functions.foundX(), functions.foundY());
        misses = found ? 0 : misses + 1;
      }
      if (size <= minSize || copies.length >= most) return copies;
    }
  }

  /** Fills the room once more as the kept trial did; another may have come after it. */
  private replay(): void {
    const { strict, lift, largest, variant } = this.kept;
    this.lift = lift;
    this.attempt(largest, strict, variant);
  }

  /**
   * The smallest upright boxes around the ink of places, which all have a size: left, top, width and height in pixels.
   *
   * @param centered  whether to move them and the places to the middle of the picture
   */
  boxes(places: Float64Array, centered: boolean): Float64Array {
    const { kernel, options } = this;
    const count = places.length / placeNumbers;
    const at = kernel.take(places.byteLength);
    const to = kernel.take(places.byteLength);
    const read = (from: number) => kernel.doubles.slice(from >> 3, (from >> 3) + places.length);
    kernel.doubles.set(places, at >> 3);
    kernel.functions.boxes(at, count, to);
    if (centered) {
      kernel.functions.centerBoxes(at, count, to, options.width, options.height);
      places.set(read(at));
    }
    return read(to);
  }

  /** Asks for the sizes that the weights give with so large a heaviest word. */
  private want(largest: number): void {
    const { minSize } = this;
    const free = Math.min(largest, this.lift * Math.max(minSize, largest / this.contrast));
    this.kernel.functions.wantSizes(this.options.maxSize === undefined ? free : minSize, largest);
  }

  /** Places every word that can be placed, shrinking those that find no room. */
  private tryAll(largest: number): Trial {
    return this.attempt(largest, false) ?? this.kept;
  }

  /** Tries the arrangements that differ in the direction of the first words: many for few words, where each counts. */
  private attemptVariants(largest: number): Trial | undefined {
    const { count } = this;
    const variants = count <= fewWords ? 8 : count <= 120 ? 6 : count <= 300 ? 3 : 1;
    let best: Trial | undefined;
    for (let variant = 0; variant < variants; variant++) {
      const trial = this.attempt(largest, true, variant);
      if (trial && trial.area > (best?.area ?? 0)) best = trial;
    }
    return best;
  }

  /** `strict` gives up at the first word that finds no place although it would fit into the empty shape. */
  private attempt(largest: number, strict: boolean, variant = 0): Trial | undefined {
    const { kernel, options, places, lift } = this;
    const { functions } = kernel;
    this.want(largest);
    functions.clearPlacement(this.isNew);
    this.isNew = false;
    const few = this.count <= fewWords;
    const seed = (options.seed ^ 0x51ab) + (few ? variant : 0);
    const phase = seededRandom(seed)() + variant * goldenTurn * goldenTurn;
    const { sin, cos } = turn(360 * phase);
    const result = functions.placeAll(
      seed,
      sin,
      cos,
      few && variant % 2 === 1 ? 1 : orderedShare,
      this.minSize,
      strict,
    );
    if (result === 0) return undefined;
    return {
      places: kernel.doubles.slice(places >> 3, (places + PLACE_BYTES * this.count) >> 3),
      complete: result === 2,
      area: functions.placedArea(),
      largest,
      variant,
      strict,
      lift,
    };
  }

  /** The largest size with which the boxes of all words together fill {@link firstFill} of the room. */
  private sizeForFill(cap: number): number {
    const free = this.center.cells * this.options.cell ** 2;
    const { padding, wordSpace, maxWordSpace } = this.spacing;
    let low = this.minSize;
    let high = cap;
    for (let step = 0; step < 16; step++) {
      const middle = (low + high) / 2;
      this.want(middle);
      const area = this.kernel.functions.wantedArea(padding, wordSpace, maxWordSpace);
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
    const tries = gapTries(this.count);
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

  /** The arrangement of few words in these sizes that leaves no place far from a word. */
  private evenest(trial: Trial): Trial {
    if (!trial.complete) return trial;
    let best = trial;
    let least = this.emptiness(trial);
    for (let variant = 0; variant < evenVariants; variant++) {
      const next = this.attempt(trial.largest, true, variant);
      if (!next) continue;
      const empty = this.emptiness(next);
      if (empty >= least) continue;
      least = empty;
      best = next;
    }
    return best;
  }

  private emptiness({ places }: Trial): number {
    return emptiness(
      this.room,
      this.kernel.temporarily(() => this.boxes(places, false)),
      this.options.cell,
    );
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
