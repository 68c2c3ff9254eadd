export { Cosines, ONE } from './cosines.js';
export { type Directions, everyDirection, UNIT } from './directions.js';
export type { Bags } from './document-sums.js';
export { type Lsa, lsa } from './lsa.js';
export { type SentenceVectors, sentenceVector, sentenceVectors } from './sentence-vectors.js';
export { type TrainVectorsOptions, trainWordVectors } from './train-word-vectors.js';
export type { WordPair } from './vocabulary.js';
export type { WordTable } from './word-table.js';
export { checkWordVectors, WordVectors } from './word-vectors.js';
