import { Container, type checksum, packSections, type Section } from '../lexicon/container.js';
import type { TagTable, WordTable } from '../lexicon/word-table.js';
import type { PosHmmTable } from './pos-hmm.js';
import type { WordHmmTable } from './word-hmm.js';

/** The compiled data of the tokenizer in dist/data: dictionary, both hidden Markov models and the cutter in WebAssembly. */
export const TOKENIZER_FILE = 'tokenizer.bin';

const KIND = 'TOKN';
const VERSION = 7;
const SECTIONS = 24;
/** The compiled cutter, which checks the sections behind it; then the same one for a memory that is shared. */
const WASM = 0;
const SHARED_WASM = 1;
const TABLES = 2;
/** The first of the sections that only tagging needs, which are the last ones. */
const TAGS = 13;

/** What cutting reads; every array is a view of the file. */
interface CutData {
  readonly words: WordTable;
  readonly wordHmm: WordHmmTable;
}

/** What tagging reads besides; every array is a view of the file. */
export interface TagData {
  readonly tags: TagTable;
  readonly posHmm: PosHmmTable;
}

/**
 * @param wasm  src/wasm/cutter, compiled.
 * @param sharedWasm  the same for a memory that threads share.
 */
export function packTokenizerData(
  { words, wordHmm }: CutData,
  { tags, posHmm }: TagData,
  wasm: Uint8Array,
  sharedWasm: Uint8Array,
): Uint8Array {
  return packSections(KIND, VERSION, [
    wasm,
    sharedWasm,
    Float64Array.of(words.total),
    words.codes,
    words.bases,
    words.units,
    words.frequencies,
    words.logs,
    words.singleLogs,
    wordHmm.start,
    wordHmm.transitions,
    wordHmm.rows,
    wordHmm.emissions,
    tags.tags,
    packNames(tags.tagNames),
    packNames(posHmm.names),
    posHmm.start,
    posHmm.targets,
    posHmm.sources,
    posHmm.transitions,
    posHmm.rows,
    posHmm.states,
    posHmm.emissions,
    posHmm.listed,
  ]);
}

/** A file that {@link packTokenizerData} made. It is not copied, and what is not asked for yet need not be there yet. */
export class TokenizerFile {
  /** Its first so many bytes hold all that tells where the rest is. */
  static readonly HEAD = 4096;
  readonly #container: Container;
  readonly #name: string;
  #next = 0;

  /**
   * @param name  how messages call the file.
   * @throws {RedianError} INVALID_DATA if it is of another kind or version, or cut short.
   */
  constructor(bytes: Uint8Array, name: string) {
    this.#container = new Container(bytes, KIND, VERSION, name);
    this.#name = name;
    if (this.#container.sections.length !== SECTIONS)
      throw new TypeError(`${name}: ${this.#container.sections.length} of ${SECTIONS} sections`);
  }

  /** Offset from which on only tagging needs it. */
  get tagsAt(): number {
    return this.#container.offset(TAGS);
  }

  /**
   * The compiled cutter for a memory that is shared or not.
   *
   * @throws {RedianError} INVALID_DATA if it is damaged.
   */
  wasm(isShared: boolean): Uint8Array<ArrayBuffer> {
    const section = isShared ? SHARED_WASM : WASM;
    this.#container.verify(section, section + 1);
    this.#next = section;
    const code = this.#take<Uint8Array<ArrayBuffer>>(Uint8Array);
    // Code that another thread could write is not compiled.
    return isShared ? code.slice() : code;
  }

  /**
   * O(bytes), for the checksum.
   *
   * @param sum  does what `checksum` does, sooner.
   * @throws {RedianError} INVALID_DATA if they are damaged.
   */
  cutData(sum?: typeof checksum): CutData {
    this.#container.verify(TABLES, TAGS, sum);
    this.#next = TABLES;
    const total = this.#take(Float64Array)[0];
    return {
      words: {
        total,
        codes: this.#take(Uint16Array),
        bases: this.#take(Int32Array),
        units: this.#take(Int32Array),
        frequencies: this.#take(Float64Array),
        logs: this.#take(Float64Array),
        singleLogs: this.#take(Float64Array),
      },
      wordHmm: {
        start: this.#take(Float64Array),
        transitions: this.#take(Float64Array),
        rows: this.#take(Uint16Array),
        emissions: this.#take(Float64Array),
      },
    };
  }

  /** The same for what tagging needs. */
  tagData(sum?: typeof checksum): TagData {
    this.#container.verify(TAGS, SECTIONS, sum);
    this.#next = TAGS;
    return {
      tags: { tags: this.#take(Uint8Array), tagNames: unpackNames(this.#take(Uint8Array)) },
      posHmm: {
        names: unpackNames(this.#take(Uint8Array)),
        start: this.#take(Float64Array),
        targets: this.#take(Int32Array),
        sources: this.#take(Uint8Array),
        transitions: this.#take(Float64Array),
        rows: this.#take(Int32Array),
        states: this.#take(Uint8Array),
        emissions: this.#take(Float64Array),
        listed: this.#take(Uint8Array),
      },
    };
  }

  #take<T extends Section>(type: new (...parts: never[]) => T): T {
    const section = this.#container.sections[this.#next++];
    if (section instanceof type) return section;
    throw new TypeError(`${this.#name}: section ${this.#next - 1} is not a ${type.name}`);
  }
}

function packNames(names: readonly string[]): Uint8Array {
  return new TextEncoder().encode(names.join('\n'));
}

function unpackNames(bytes: Uint8Array): string[] {
  // A copy, as what threads share is not decoded everywhere.
  return new TextDecoder().decode(bytes.slice()).split('\n');
}
