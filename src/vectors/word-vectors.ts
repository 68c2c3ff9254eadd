import { checkMethods, checkNumber, checkString, refuse } from '../base/check.js';
import { readDataFile, readDataFileSync } from '../base/data-file.js';
import { exp, ln } from '../base/math.js';
import { RedianError } from '../errors.js';
import { packSections, unpackSections } from '../lexicon/container.js';
import { CODES_PER_BYTE, decode } from './quantize.js';
import { checkWordTable, type WordTable } from './word-table.js';

const KIND = 'WVEC';
const VERSION = 1;
const FILE = 'word-vectors.bin';
/** Probabilities are kept as whole steps of their logarithm, 1/8 each. */
const STEPS = 8;

let bundled: WordVectors | undefined;

/** Throws unless `value` is a {@link WordVectors}, of whatever copy of the package. */
export function checkWordVectors(name: string, value: unknown): void {
  checkMethods(name, value, 'WordVectors', ['nearest', 'probability', 'read']);
}

/**
 * Vectors of words that stand near each other where the words are said in the same context, two bits a dimension.
 *
 * The bundled table (59,000 words, 56 dimensions, 1.2 MB, read only when it is asked for) was trained on titles of
 * Weibo's hot search and of Zhihu's questions, 2020 to 2026, on AI headlines of 2026 and on the bigrams of a language model;
 * the head of dictionaries/word-vectors.tsv names the sources and their terms. {@link trainWordVectors} makes one of your own.
 */
export class WordVectors {
  readonly dimensions: number;
  /** What is behind the vectors, as a file or another format would hold it. */
  readonly table: WordTable;
  readonly #places: ReadonlyMap<string, number>;

  /**
   * Of a table as {@link trainWordVectors} makes it; to read a file, see {@link WordVectors.fromBytes}.
   * @throws {RedianError} INVALID_ARGUMENT naming the first part of the table that does not fit.
   */
  constructor(table: WordTable) {
    checkWordTable(table);
    this.dimensions = table.dimensions;
    this.table = table;
    this.#places = new Map(table.words.map((word, place) => [word, place]));
  }

  /** The bundled table, read once. Runtimes without `node:fs` await {@link WordVectors.load}. */
  static loadSync(): WordVectors {
    bundled ??= WordVectors.fromBytes(readDataFileSync(FILE), FILE);
    return bundled;
  }

  /** The bundled table, read once: from disk, or by `fetch` in a browser. */
  static async load(): Promise<WordVectors> {
    bundled ??= WordVectors.fromBytes(await readDataFile(FILE), FILE);
    return bundled;
  }

  /**
   * The table in bytes that {@link WordVectors.toBytes} gave.
   * @param name what to call it in an error, such as the file's name.
   * @throws {RedianError} INVALID_DATA if they are of another kind or version, damaged or cut short.
   */
  static fromBytes(bytes: Uint8Array, name = 'word vectors'): WordVectors {
    const sections = unpackSections(bytes, KIND, VERSION, name);
    const [shared, tails, text, rarity, scales, codes] = sections as [
      Uint8Array,
      Uint8Array,
      Uint8Array,
      Uint8Array,
      Float64Array,
      Uint8Array,
    ];
    const dimensions = scales.length;
    const fits =
      dimensions % CODES_PER_BYTE === 0 &&
      tails.length === shared.length &&
      rarity.length === shared.length &&
      codes.length === (shared.length * dimensions) / CODES_PER_BYTE;
    if (!fits) throw new RedianError('INVALID_DATA', `${name}: the sections of the word vectors do not fit`);
    const letters = new TextDecoder().decode(text);
    const words: string[] = [];
    let word = '';
    let at = 0;
    for (let place = 0; place < shared.length; place++) {
      const end = at + (tails[place] as number);
      word = word.slice(0, shared[place]) + letters.slice(at, end);
      words.push(word);
      at = end;
    }
    const probabilities = Float64Array.from(rarity, (steps) => exp(-steps / STEPS));
    try {
      return new WordVectors({ words, probabilities, dimensions, scales, codes });
    } catch (cause) {
      if (!(cause instanceof RedianError)) throw cause;
      throw new RedianError('INVALID_DATA', `${name}: ${cause.message}`, { cause, details: cause.details });
    }
  }

  /** The table as a file: words front-coded, probabilities in steps of an eighth of their logarithm. */
  toBytes(): Uint8Array {
    const { words, probabilities, scales, codes } = this.table;
    const shared = new Uint8Array(words.length);
    const tails = new Uint8Array(words.length);
    const parts: string[] = [];
    let before = '';
    for (const [place, word] of words.entries()) {
      const common = sharedUnits(before, word);
      shared[place] = common;
      tails[place] = word.length - common;
      parts.push(word.slice(common));
      before = word;
    }
    const rarity = Uint8Array.from(probabilities, (share) => Math.min(255, Math.round(-ln(share) * STEPS)));
    return packSections(KIND, VERSION, [
      shared,
      tails,
      new TextEncoder().encode(parts.join('')),
      rarity,
      scales,
      codes,
    ]);
  }

  /** Whether this is the table that comes with redian. */
  get isBundled(): boolean {
    return this === bundled;
  }

  /** Number of words. */
  get size(): number {
    return this.table.words.length;
  }

  has(word: string): boolean {
    return this.#places.has(word);
  }

  /** Share of the word among those of the training text; 0 for one that the table lacks. */
  probability(word: string): number {
    const place = this.#places.get(word);
    return place === undefined ? 0 : (this.table.probabilities[place] as number);
  }

  /** The vector of a word, of length 1; undefined for one that the table lacks. */
  vector(word: string): Float64Array | undefined {
    const vector = new Float64Array(this.dimensions);
    return this.read(word, vector) ? vector : undefined;
  }

  /** Writes the vector of a word into `out`, which has the length {@link WordVectors.dimensions}; false if there is none. */
  read(word: string, out: Float64Array): boolean {
    if (out?.length !== this.dimensions) refuse('out', `an array of ${this.dimensions} numbers`, out);
    const place = this.#places.get(word);
    if (place === undefined) return false;
    this.#write(place, out);
    return true;
  }

  /**
   * The words whose vectors have the largest cosine with that of `word`, best first, itself left out.
   * @returns none for a word that the table lacks. O(size · dimensions).
   */
  nearest(word: string, count = 10): { word: string; similarity: number }[] {
    checkString('word', word);
    checkNumber('count', count, { min: 0, integer: true });
    const own = count === 0 ? undefined : this.vector(word);
    if (own === undefined) return [];
    const other = new Float64Array(this.dimensions);
    const found: { word: string; similarity: number }[] = [];
    for (const [place, candidate] of this.table.words.entries()) {
      if (candidate === word) continue;
      this.#write(place, other);
      let similarity = 0;
      for (let j = 0; j < other.length; j++) similarity += (own[j] as number) * (other[j] as number);
      if (found.length === count && similarity <= (found.at(-1)?.similarity ?? 0)) continue;
      let rank = found.length;
      while (rank > 0 && (found[rank - 1] as { similarity: number }).similarity < similarity) rank--;
      found.splice(rank, 0, { word: candidate, similarity });
      if (found.length > count) found.pop();
    }
    return found;
  }

  #write(place: number, out: Float64Array): void {
    const { codes, scales } = this.table;
    decode(codes, (place * this.dimensions) / CODES_PER_BYTE, scales, out);
  }
}

/** Units that two words begin with, at most 255, and never half of a pair of surrogates. */
function sharedUnits(a: string, b: string): number {
  const most = Math.min(a.length, b.length, 255);
  let units = 0;
  while (units < most && a.charCodeAt(units) === b.charCodeAt(units)) units++;
  const last = b.charCodeAt(units - 1);
  return last >= 0xd800 && last <= 0xdbff ? units - 1 : units;
}
