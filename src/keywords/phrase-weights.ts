import { exp, ln } from '../base/math.js';
import type { PhraseWord } from './phrase-words.js';
import type { WordClass } from './word-classes.js';

/** What is known of a candidate in its text. */
interface PhraseFacts {
  readonly count: number;
  /** Stands in a heading; in the first sentence. */
  readonly heading: boolean;
  readonly first: boolean;
  /** Where it stands first, from 0 to 1. */
  readonly position: number;
  /** Different words before and behind it. */
  readonly left: number;
  readonly right: number;
  readonly words: readonly PhraseWord[];
  readonly idf: readonly number[];
}

const classes: readonly WordClass[] = [
  'noun',
  'verb',
  'verb-noun',
  'name',
  'adjective',
  'latin',
  'idiom',
  'other',
];

/**
 * Weights of a logistic regression: is the candidate one that the author would name? Printed by
 * src/compile/train-keyphrases.ts from 500 abstracts of CSL (Li et al., COLING 2022); docs/keyphrases.md says what
 * each is worth.
 */
const weighted: readonly (readonly [string, number])[] = [
  ['bias', -1.012],
  ['ln count', -1.027],
  ['ln count x length', 0.42],
  ['ln count of a single word', -1.017],
  ['in a heading', 1.099],
  ['in the first sentence', 0.215],
  ['position', -0.266],
  ['ln words before', 1.372],
  ['ln words behind', 0.962],
  ['least idf', 0.154],
  ['mean idf', -0.193],
  ['single word in a heading', 0.322],
  ['length 2', -1.352],
  ['length 3', -0.284],
  ['length 4', -0.108],
  ['length 5', -0.494],
  ['length 6', -0.853],
  ['length 7', -1.252],
  ['length 8', -1.445],
  ['length 9', -1.959],
  ['1 words', -0.27],
  ['2 words', -0.954],
  ['3 words', -1.524],
  ['4 words', -1.959],
  ['last noun', -0.86],
  ['last verb', -1.131],
  ['last verb-noun', -1.001],
  ['last name', -0.692],
  ['last adjective', -2.248],
  ['last latin', -1.336],
  ['last idiom', -1.057],
  ['last other', -1.22],
];

export const featureNames: readonly string[] = weighted.map(([name]) => name);
const weights = Float64Array.from(weighted, ([, weight]) => weight);

const LENGTHS = featureNames.indexOf('length 2');
const SIZES = featureNames.indexOf('1 words');
const CLASSES = featureNames.indexOf('last noun');

/** Values by {@link featureNames}. */
export function phraseFeatures(facts: PhraseFacts): Float64Array {
  const values = new Float64Array(featureNames.length);
  let length = 0;
  let sum = 0;
  let least = Infinity;
  for (const word of facts.words) length += word.units;
  for (const value of facts.idf) {
    sum += value;
    least = Math.min(least, value);
  }
  const size = facts.words.length;
  const logCount = ln(facts.count);
  values[0] = 1;
  values[1] = logCount;
  values[2] = (logCount * Math.min(length, 6)) / 4;
  values[3] = size === 1 ? logCount : 0;
  values[4] = Number(facts.heading);
  values[5] = Number(facts.first);
  values[6] = facts.position;
  values[7] = ln(facts.left);
  values[8] = ln(facts.right);
  values[9] = least / 10;
  values[10] = sum / size / 10;
  values[11] = Number(facts.heading && size === 1);
  values[LENGTHS + Math.min(length, 9) - 2] = 1;
  values[SIZES + Math.min(size, 4) - 1] = 1;
  values[CLASSES + classes.indexOf((facts.words[size - 1] as PhraseWord).class)] = 1;
  return values;
}

/** Chance from 0 to 1 that the author of the text would name the phrase. */
export function phraseScore(features: Float64Array): number {
  let logit = 0;
  for (let i = 0; i < weights.length; i++) logit += (weights[i] as number) * (features[i] as number);
  return 1 / (1 + exp(-logit));
}
