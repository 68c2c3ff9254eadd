import { checkNumber, checkStrings, refuse } from '../base/check.js';
import { CODES_PER_BYTE } from './quantize.js';
import { halfPair, LONGEST_WORD } from './vocabulary.js';

/** What a table of word vectors is made of: see `WordVectors`. */
export interface WordTable {
  /** In ascending order of UTF-16 code units, without repetition. */
  readonly words: readonly string[];
  /** Share of each word among the words that it was trained on. */
  readonly probabilities: Float64Array;
  readonly dimensions: number;
  /** Size of one quantum in each dimension. */
  readonly scales: Float64Array;
  /** Two bits a dimension, four dimensions a byte, `dimensions / 4` bytes a word. */
  readonly codes: Uint8Array;
}

/**
 * Throws unless `table` is what word vectors are made of.
 * @throws {RedianError} INVALID_ARGUMENT naming the first part that does not fit.
 */
export function checkWordTable(table: WordTable): void {
  if (typeof table !== 'object' || table === null) refuse('table', 'a table of word vectors', table);
  const { words, probabilities, dimensions, scales, codes } = table;
  checkNumber('table.dimensions', dimensions, { min: CODES_PER_BYTE, integer: true });
  if (dimensions % CODES_PER_BYTE !== 0)
    refuse('table.dimensions', `a multiple of ${CODES_PER_BYTE}`, dimensions);
  checkStrings('table.words', words);
  let before = '';
  for (const [at, word] of words.entries()) {
    const name = `table.words[${at}]`;
    if (word.length > LONGEST_WORD) refuse(`${name}.length`, `at most ${LONGEST_WORD}`, word.length);
    if (halfPair.test(word)) refuse(name, 'a word without halves of surrogate pairs', word);
    if (word <= before) refuse(name, 'words in ascending order of their code units, each once', word);
    before = word;
  }
  checkNumbers('table.probabilities', probabilities, words.length, 1);
  checkNumbers('table.scales', scales, dimensions, Infinity);
  if (!(codes instanceof Uint8Array)) refuse('table.codes', 'a Uint8Array', codes);
  checkLength('table.codes', codes, (words.length * dimensions) / CODES_PER_BYTE);
}

/** Throws unless `values` are so many finite numbers from 0 to `max`. */
function checkNumbers(name: string, values: Float64Array, length: number, max: number): void {
  if (!(values instanceof Float64Array)) refuse(name, 'a Float64Array', values);
  checkLength(name, values, length);
  for (let at = 0; at < length; at++) {
    const value = values[at] as number;
    if (!(value >= 0 && value <= max && value < Infinity))
      checkNumber(`${name}[${at}]`, value, { min: 0, max });
  }
}

function checkLength(name: string, values: ArrayLike<number>, length: number): void {
  if (values.length !== length) refuse(`${name}.length`, String(length), values.length);
}
