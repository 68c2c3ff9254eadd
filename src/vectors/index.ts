export { type Lsa, lsa } from './lsa.js';
export { type SentenceVectors, sentenceVector, sentenceVectors } from './sentence-vectors.js';
export { type TrainVectorsOptions, trainWordVectors } from './train-word-vectors.js';
export { type WordTable, WordVectors } from './word-vectors.js';
