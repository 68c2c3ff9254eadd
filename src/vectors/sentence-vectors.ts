import type { WordVectors } from './word-vectors.js';

/** A weight of half for a word of this share: smooth inverse frequency of Arora, Liang & Ma. */
const HALF = 1e-3;
const POWER_ITERATIONS = 20;

/** Vectors of documents, and how further ones are made to fit. */
export interface SentenceVectors {
  readonly dimensions: number;
  /** Row-major, shape (documents, dimensions), rows of length 1; zero for a document without a known word. */
  readonly rows: Float64Array;
  /** The direction that all documents share and that was taken out of each. */
  readonly common: Float64Array;
}

/**
 * Vectors of documents by smooth inverse frequency: the mean of the words' vectors, each weighted a/(a + p(word)) with
 * a = 0.001, less the direction that all have in common, scaled to length 1.
 *
 * @see Arora, Liang & Ma, "A simple but tough-to-beat baseline for sentence embeddings", ICLR 2017
 */
export function sentenceVectors(
  documents: readonly (readonly string[])[],
  vectors: WordVectors,
): SentenceVectors {
  const { dimensions } = vectors;
  const rows = new Float64Array(documents.length * dimensions);
  const known = new Map<string, Float64Array | undefined>();
  for (const [index, terms] of documents.entries()) {
    const row = rows.subarray(index * dimensions, (index + 1) * dimensions);
    for (const term of terms) {
      let vector = known.get(term);
      if (vector === undefined && !known.has(term)) {
        vector = weighted(term, vectors);
        known.set(term, vector);
      }
      if (vector === undefined) continue;
      for (let j = 0; j < dimensions; j++) row[j] = (row[j] as number) + (vector[j] as number);
    }
    toUnit(row);
  }
  const common = leadingDirection(rows, dimensions);
  for (let index = 0; index < documents.length; index++) {
    takeOut(rows.subarray(index * dimensions, (index + 1) * dimensions), common);
  }
  return { dimensions, rows, common };
}

/** The vector of one further document beside those of {@link sentenceVectors}; zero without a known word. */
export function sentenceVector(
  terms: readonly string[],
  vectors: WordVectors,
  common: ArrayLike<number>,
): Float64Array {
  const row = new Float64Array(vectors.dimensions);
  for (const term of terms) {
    const vector = weighted(term, vectors);
    if (vector === undefined) continue;
    for (let j = 0; j < row.length; j++) row[j] = (row[j] as number) + (vector[j] as number);
  }
  toUnit(row);
  takeOut(row, common);
  return row;
}

function weighted(term: string, vectors: WordVectors): Float64Array | undefined {
  const weight = HALF / (HALF + vectors.probability(term));
  return vectors.vector(term)?.map((value) => value * weight);
}

function toUnit(row: Float64Array): void {
  let squares = 0;
  for (const value of row) squares += value * value;
  if (squares === 0) return;
  const length = Math.sqrt(squares);
  for (let j = 0; j < row.length; j++) row[j] = (row[j] as number) / length;
}

function takeOut(row: Float64Array, common: ArrayLike<number>): void {
  let dot = 0;
  for (let j = 0; j < row.length; j++) dot += (row[j] as number) * (common[j] as number);
  for (let j = 0; j < row.length; j++) row[j] = (row[j] as number) - dot * (common[j] as number);
  let squares = 0;
  for (const value of row) squares += value * value;
  // What is left of a document that says only what all say is rounding.
  if (squares < 1e-12) row.fill(0);
  else toUnit(row);
}

/** First principal direction of rows about the origin, by power iteration. O(rows · dimensions) a step. */
function leadingDirection(rows: Float64Array, dimensions: number): Float64Array {
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
    direction = next;
  }
  return direction;
}
