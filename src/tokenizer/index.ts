export { type TermDefinition, termCategories } from '../lexicon/term-info.js';
export { TermLexicon } from '../lexicon/term-lexicon.js';
export type { CutOptions } from './cut-options.js';
export type { EngineName, TokenizerEngine } from './engines/engine.js';
export { loadEngine } from './engines/load-engine.js';
export type { TaggedWord } from './tagger.js';
export type { Quantity, TermCategory, TermInfo, Token, TokenKind } from './token.js';
export type { EncodedBatch, SegmentOptions, TokenizeOptions, TokenSpan } from './tokenizer.js';
export { Tokenizer } from './tokenizer.js';
