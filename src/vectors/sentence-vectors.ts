import { type Directions, UNIT } from './directions.js';
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

/** Words of documents in compressed rows: those of document d are ids[starts[d], starts[d + 1]). */
export interface Bags {
  readonly starts: Int32Array;
  readonly ids: Int32Array;
}

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
  const matrix = new Float32Array(words.length * dimensions);
  const weights = new Float64Array(words.length).fill(1);
  const row = new Float64Array(dimensions);
  for (let id = 0; id < words.length; id++) {
    const weight = weighted(words[id] as string, vectors, row);
    if (weight === 0) continue;
    weights[id] = MOVED * weight;
    matrix.set(row, id * dimensions);
  }
  moveWords(matrix, weights, bags, dimensions);
  const common = commonDirection(matrix, bags, dimensions);
  const rows = new Int8Array(documents * dimensions);
  for (let document = 0; document < documents; document++) {
    sum(matrix, bags, document, row);
    takeOut(row, common);
    const to = document * dimensions;
    for (let j = 0; j < dimensions; j++) rows[to + j] = Math.round((row[j] as number) * UNIT);
  }
  return { directions: { rows, dimensions }, common };
}

/** Adds to each word's vector its weight times the mean direction of the documents of a sample that have it. */
function moveWords(matrix: Float32Array, weights: Float64Array, bags: Bags, dimensions: number): void {
  const { starts, ids } = bags;
  const documents = starts.length - 1;
  const stride = Math.max(1, Math.ceil(documents / SAMPLE));
  const common = commonDirection(matrix, bags, dimensions);
  const sums = new Float32Array(matrix.length);
  const counts = new Int32Array(weights.length);
  const row = new Float64Array(dimensions);
  for (let document = 0; document < documents; document += stride) {
    sum(matrix, bags, document, row);
    takeOut(row, common);
    let before = -1;
    for (let i = starts[document] as number; i < (starts[document + 1] as number); i++) {
      const id = ids[i] as number;
      // Ids stand in ascending order: a repeated word counts once.
      if (id === before) continue;
      before = id;
      counts[id] = (counts[id] as number) + 1;
      const to = id * dimensions;
      for (let j = 0; j < dimensions; j++) sums[to + j] = (sums[to + j] as number) + (row[j] as number);
    }
  }
  for (let id = 0; id < weights.length; id++) {
    const share = (weights[id] as number) / ((counts[id] as number) + PRIOR);
    const to = id * dimensions;
    for (let j = to; j < to + dimensions; j++)
      matrix[j] = (matrix[j] as number) + share * (sums[j] as number);
  }
}

/** Sum of the words' vectors of a document. */
function sum(matrix: Float32Array, { starts, ids }: Bags, document: number, out: Float64Array): void {
  out.fill(0);
  for (let i = starts[document] as number; i < (starts[document + 1] as number); i++) {
    const from = (ids[i] as number) * out.length;
    for (let j = 0; j < out.length; j++) out[j] = (out[j] as number) + (matrix[from + j] as number);
  }
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

function toUnit(row: Float64Array): void {
  let squares = 0;
  for (let j = 0; j < row.length; j++) squares += (row[j] as number) * (row[j] as number);
  if (squares === 0) return;
  const length = Math.sqrt(squares);
  for (let j = 0; j < row.length; j++) row[j] = (row[j] as number) / length;
}

/** What is left of a row without its part along a direction of length 1, scaled to length 1. */
function takeOut(row: Float64Array, common: ArrayLike<number>): void {
  let dot = 0;
  let all = 0;
  for (let j = 0; j < row.length; j++) {
    const value = row[j] as number;
    dot += value * (common[j] as number);
    all += value * value;
  }
  let squares = 0;
  for (let j = 0; j < row.length; j++) {
    const value = (row[j] as number) - dot * (common[j] as number);
    row[j] = value;
    squares += value * value;
  }
  // What is left of a document that says only what all say is rounding.
  if (squares <= 1e-12 * all) {
    row.fill(0);
    return;
  }
  const scale = 1 / Math.sqrt(squares);
  for (let j = 0; j < row.length; j++) row[j] = (row[j] as number) * scale;
}

/** First principal direction about the origin of the documents of a sample, each of length 1, by power iteration. */
function commonDirection(matrix: Float32Array, bags: Bags, dimensions: number): Float64Array {
  const documents = bags.starts.length - 1;
  if (documents < FEW) return new Float64Array(dimensions);
  const stride = Math.max(1, Math.ceil(documents / COMMON_SAMPLE));
  const count = Math.ceil(documents / stride);
  const rows = new Float64Array(count * dimensions);
  for (let place = 0; place < count; place++) {
    const row = rows.subarray(place * dimensions, (place + 1) * dimensions);
    sum(matrix, bags, place * stride, row);
    toUnit(row);
  }
  let direction = new Float64Array(dimensions).fill(1 / Math.sqrt(dimensions));
  for (let step = 0; step < POWER_ITERATIONS; step++) {
    const next = new Float64Array(dimensions);
    for (let at = 0; at < rows.length; at += dimensions) {
      let dot = 0;
      for (let j = 0; j < dimensions; j++) dot += (rows[at + j] as number) * (direction[j] as number);
      if (dot === 0) continue;
      for (let j = 0; j < dimensions; j++) next[j] = (next[j] as number) + dot * (rows[at + j] as number);
    }
    toUnit(next);
    let same = 0;
    for (let j = 0; j < dimensions; j++) same += (next[j] as number) * (direction[j] as number);
    direction = next;
    if (same > SAME) break;
  }
  return direction;
}
