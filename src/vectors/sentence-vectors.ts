import type { Directions } from './directions.js';
import { type Bags, DocumentSums } from './document-sums.js';
import { takeOut, toUnit } from './rows.js';
import type { WordVectors } from './word-vectors.js';

/** A weight of half for a word of this share: smooth inverse frequency of Arora, Liang & Ma. */
const HALF = 1e-3;
const POWER_ITERATIONS = 20;
/** Cosine of two steps of the iteration from which it has ended. */
const SAME = 1 - 1e-8;
/** Documents that what words mean here is found on, at most, and those that the common direction is. */
const SAMPLE = 100_000;
const COMMON_SAMPLE = 4096;
/** Of fewer documents the direction that most have is that of their largest group: nothing is taken out. */
const FEW = 100;
/** How far a word moves towards its documents, and how many documents without a direction each is counted besides. */
const MOVED = 0.5;
const PRIOR = 2;

/** Vectors of documents, and how further ones are made to fit. */
export interface SentenceVectors {
  readonly directions: Directions;
  /** The direction that all documents share and that was taken out of each. */
  readonly common: Float64Array;
}

/**
 * Vectors of documents by smooth inverse frequency: the mean of the words' vectors, each weighted a/(a + p(word)) with
 * a = 0.001, less the direction that all have in common, scaled to length 1.
 *
 * Words mean what these documents mean by them: each is moved towards the mean direction of the documents that have
 * it, and one that the table lacks gets that direction.
 *
 * @param words  word of each id.
 * @returns O((ids + documents) · dimensions).
 * @see Arora, Liang & Ma, "A simple but tough-to-beat baseline for sentence embeddings", ICLR 2017
 */
export function sentenceVectors(bags: Bags, words: readonly string[], vectors: WordVectors): SentenceVectors {
  const { dimensions } = vectors;
  const documents = bags.starts.length - 1;
  const sums = new DocumentSums(bags, words.length, dimensions, COMMON_SAMPLE);
  const weights = new Float64Array(words.length).fill(1);
  const row = new Float64Array(dimensions);
  for (let id = 0; id < words.length; id++) {
    const weight = weighted(words[id] as string, vectors, row);
    if (weight === 0) continue;
    weights[id] = MOVED * weight;
    sums.matrix.set(row, id * dimensions);
  }
  moveWords(sums, weights, documents, dimensions);
  const common = commonDirection(sums, documents, dimensions);
  const rows = sums.directions(common);
  sums.end();
  return { directions: { rows, dimensions }, common };
}

/** Adds to each word's vector its weight times the mean direction of the documents of a sample that have it. */
function moveWords(
  documentSums: DocumentSums,
  weights: Float64Array,
  documents: number,
  dimensions: number,
): void {
  const stride = Math.max(1, Math.ceil(documents / SAMPLE));
  documentSums.spread(stride, commonDirection(documentSums, documents, dimensions));
  const { matrix, sums, counts } = documentSums;
  for (let id = 0; id < weights.length; id++) {
    const share = (weights[id] as number) / ((counts[id] as number) + PRIOR);
    const to = id * dimensions;
    for (let j = to; j < to + dimensions; j++)
      matrix[j] = (matrix[j] as number) + share * (sums[j] as number);
  }
}

/** First principal direction of the documents of a sample. */
function commonDirection(sums: DocumentSums, documents: number, dimensions: number): Float64Array {
  if (documents < FEW) return new Float64Array(dimensions);
  return sums.commonDirection(Math.max(1, Math.ceil(documents / COMMON_SAMPLE)), POWER_ITERATIONS, SAME);
}

/**
 * The vector of one further document beside those of {@link sentenceVectors}; zero without a known word.
 *
 * @param triangle  rows of a lower triangular matrix that it is multiplied by, to have length 1 again. Default: none.
 */
export function sentenceVector(
  terms: readonly string[],
  vectors: WordVectors,
  common: ArrayLike<number>,
  triangle?: ArrayLike<number>,
): Float64Array {
  const row = new Float64Array(vectors.dimensions);
  const vector = new Float64Array(vectors.dimensions);
  for (const term of terms) {
    if (weighted(term, vectors, vector) === 0) continue;
    for (let j = 0; j < row.length; j++) row[j] = (row[j] as number) + (vector[j] as number);
  }
  toUnit(row);
  takeOut(row, common);
  if (triangle === undefined) return row;
  let at = 0;
  for (let i = 0; i < row.length; i++) {
    let sum = 0;
    for (let j = 0; j <= i; j++) sum += (triangle[at++] as number) * (row[j] as number);
    vector[i] = sum;
  }
  toUnit(vector);
  return vector;
}

/** Writes the weighted vector of a word; returns the weight, 0 for a word that the table lacks. */
function weighted(word: string, vectors: WordVectors, out: Float64Array): number {
  if (!vectors.read(word, out)) return 0;
  const weight = HALF / (HALF + vectors.probability(word));
  for (let j = 0; j < out.length; j++) out[j] = (out[j] as number) * weight;
  return weight;
}
