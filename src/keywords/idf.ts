import { checkArray, checkIterable, checkMethods, checkNumber, checkString } from '../base/check.js';
import { readDataFile, readDataFileSync } from '../base/data-file.js';
import { RedianError } from '../errors.js';
import { unpackSections } from '../lexicon/container.js';
import { unpackFrontCoded } from '../lexicon/front-coding.js';
import { unpackVarints } from '../lexicon/varint.js';

let bundled: Idf | undefined;

/** Throws unless `value` is an {@link Idf}, of whatever copy of the package. */
export function checkIdf(name: string, value: unknown): void {
  checkMethods(name, value, 'Idf', ['of']);
}

/** Inverse document frequencies of words, with a value for those that the table lacks. */
export class Idf {
  readonly #values: ReadonlyMap<string, number>;
  /** The value of a word that the table lacks: the upper median, as jieba takes it. */
  readonly median: number;

  /**
   * @param values  word and idf, such as from a corpus of one's own.
   * @throws {RedianError} INVALID_ARGUMENT for what are no pairs of a string and a finite number.
   */
  constructor(values: Iterable<readonly [string, number]>) {
    checkIterable('values', values, 'pairs of a word and its idf');
    const pairs = new Map<string, number>();
    let index = 0;
    for (const pair of values) {
      if (!isEntry(pair)) checkEntry(`values[${index}]`, pair);
      pairs.set(pair[0], pair[1]);
      index++;
    }
    this.#values = pairs;
    const sorted = Float64Array.from(this.#values.values()).sort();
    this.median = sorted[sorted.length >> 1] ?? 0;
  }

  /** jieba's table, 258,826 words; read once. */
  static loadSync(): Idf {
    bundled ??= fromBytes(readDataFileSync('idf.bin'));
    return bundled;
  }

  static async load(): Promise<Idf> {
    bundled ??= fromBytes(await readDataFile('idf.bin'));
    return bundled;
  }

  /**
   * A table in jieba's format: `word idf` a line.
   * @throws {RedianError} INVALID_DICTIONARY naming the first bad line.
   */
  static parse(text: string, name = 'idf table'): Idf {
    checkString('text', text);
    const values: [string, number][] = [];
    for (const [index, line] of text.split('\n').entries()) {
      if (line.trim() === '') continue;
      const parts = line.trim().split(' ');
      const value = Number(parts[1]);
      if (parts.length !== 2 || parts[0] === undefined || !Number.isFinite(value)) {
        throw new RedianError(
          'INVALID_DICTIONARY',
          `${name}, line ${index + 1}: "${line}"; expected "word number"`,
        );
      }
      values.push([parts[0], value]);
    }
    return new Idf(values);
  }

  of(word: string): number {
    return this.#values.get(word) ?? this.median;
  }
}

function isEntry(pair: unknown): boolean {
  return Array.isArray(pair) && typeof pair[0] === 'string' && Number.isFinite(pair[1]);
}

function checkEntry(name: string, pair: unknown): void {
  checkArray(name, pair, 'a word and its idf');
  checkString(`${name}[0]`, pair[0]);
  checkNumber(`${name}[1]`, pair[1]);
}

function fromBytes(bytes: Uint8Array): Idf {
  const [names, values, packedRanks] = unpackSections(bytes, 'IDF1', 4, 'idf.bin');
  const words = unpackFrontCoded(names as Uint8Array, 'idf.bin');
  const ranks = unpackVarints(packedRanks as Uint8Array, words.length, 'idf.bin');
  const idfOf = (index: number) => (values as Float64Array)[ranks[index] as number] as number;
  return new Idf(words.map((word, index) => [word, idfOf(index)]));
}
