import { checkArray, checkNumber } from '../base/check.js';
import { compareStrings } from '../base/compare.js';
import { seededRandom } from '../base/random.js';
import { describeValue, RedianError } from '../errors.js';
import type { CloudWord, UnplacedReason, UnplacedWord } from './cloud-layout.js';
import type { Candidates } from './fitting.js';
import { WORD_BYTES } from './kernel/text.js';
import { openKernel } from './kernel.js';
import { setWords } from './kernel-words.js';
import type { ResolvedOptions } from './layout-options.js';
import { relativeSizes } from './sizes.js';

/** @throws {RedianError} INVALID_ARGUMENT naming the word that cannot be used. */
export function checkWords(words: readonly CloudWord[]): void {
  checkArray('words', words, '{ text, weight }');
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
export function prepare(all: readonly CloudWord[], options: ResolvedOptions): Prepared {
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
    const { at, runs } = setWords(kernel, textsOf(batch), fonts);
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
function weigh(words: readonly CloudWord[], texts: readonly string[], options: ResolvedOptions): Candidates {
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
