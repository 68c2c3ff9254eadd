import { packSections, type Section, unpackSections } from '../lexicon/container.js';
import type { WordTable } from '../lexicon/word-table.js';
import type { PosHmmTable } from './pos-hmm.js';
import type { WordHmmTable } from './word-hmm.js';

/** The compiled data of the tokenizer in dist/data: dictionary, both hidden Markov models and the kernel. */
export const TOKENIZER_FILE = 'tokenizer.bin';

const KIND = 'TOKN';
const VERSION = 2;
const SECTIONS = 20;

/** All that a tokenizer reads; every array may be a view of the file. */
export interface TokenizerData {
  readonly words: WordTable;
  readonly wordHmm: WordHmmTable;
  readonly posHmm: PosHmmTable;
  /** src/kernel/cut.ts, compiled. */
  readonly kernel: Uint8Array<ArrayBuffer>;
}

/** Lays out a tokenizer's data as one file. */
export function packTokenizerData({ words, wordHmm, posHmm, kernel }: TokenizerData): Uint8Array {
  return packSections(KIND, VERSION, [
    Float64Array.of(words.total),
    words.chars,
    words.units,
    words.tags,
    packNames(words.tagNames),
    words.frequencies,
    words.logs,
    wordHmm.start,
    wordHmm.transitions,
    wordHmm.emissions,
    packNames(posHmm.names),
    posHmm.start,
    posHmm.targets,
    posHmm.sources,
    posHmm.transitions,
    posHmm.rows,
    posHmm.states,
    posHmm.emissions,
    posHmm.listed,
    kernel,
  ]);
}

/**
 * Opens a file that {@link packTokenizerData} made, without copying it. O(bytes), for the checksum.
 *
 * @param name  how messages call the file.
 * @throws {RedianError} INVALID_DATA if it is damaged, cut short, or of another kind or version.
 */
export function unpackTokenizerData(bytes: Uint8Array, name: string): TokenizerData {
  const sections = unpackSections(bytes, KIND, VERSION, name);
  let next = 0;
  const take = <T extends Section>(type: new (...parts: never[]) => T): T => {
    const section = sections[next++];
    if (section instanceof type) return section;
    throw new TypeError(`${name}: section ${next} of ${SECTIONS} is not a ${type.name}`);
  };
  const total = take(Float64Array)[0];
  return {
    words: {
      total,
      chars: take(Uint16Array),
      units: take(Int32Array),
      tags: take(Uint8Array),
      tagNames: unpackNames(take(Uint8Array)),
      frequencies: take(Float64Array),
      logs: take(Float64Array),
    },
    wordHmm: {
      start: take(Float64Array),
      transitions: take(Float64Array),
      emissions: take(Float64Array),
    },
    posHmm: {
      names: unpackNames(take(Uint8Array)),
      start: take(Float64Array),
      targets: take(Int32Array),
      sources: take(Uint8Array),
      transitions: take(Float64Array),
      rows: take(Int32Array),
      states: take(Uint8Array),
      emissions: take(Float64Array),
      listed: take(Uint8Array),
    },
    kernel: take(Uint8Array),
  };
}

function packNames(names: readonly string[]): Uint8Array {
  return new TextEncoder().encode(names.join('\n'));
}

function unpackNames(bytes: Uint8Array): string[] {
  return new TextDecoder().decode(bytes).split('\n');
}
