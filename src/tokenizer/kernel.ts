import type { Place } from '../base/place.js';
import type { WordLexicon } from '../lexicon/word-lexicon.js';
import { type PathBoard, weighUserWords } from './user-path.js';
import type { WordHmmTable } from './word-hmm.js';

/** Exports of src/kernel/cut.ts. */
interface KernelExports {
  configure(at: number): void;
  cut(length: number, start: number, hmm: number, logTotal: number, user: number): number;
  route(length: number, logTotal: number, user: number): void;
}

/** What the last stretch wrote is larger than this only in the path, by one. */
const SPARE = 8;

/**
 * The cutter in WebAssembly: src/kernel/cut.ts on a memory that holds the tables, and a board for one stretch of text.
 * More words of the user than the memory has room for are looked up from here.
 */
export class Kernel implements PathBoard {
  /** Units of the longest stretch. */
  static readonly LONGEST = 4096;
  readonly codes: Uint16Array;
  readonly scores: Float64Array;
  readonly path: Int32Array;
  /** End offset and identifier of each token, as {@link Cutter} has them. */
  readonly ends: Int32Array;
  readonly ids: Int32Array;
  readonly #lexicon: WordLexicon;
  readonly #text: Uint16Array;
  readonly #exports: KernelExports;
  /** What is being cut, while there are too many words of the user. */
  #source = '';
  #start = 0;

  private constructor(
    code: Uint8Array<ArrayBuffer>,
    place: Place,
    memory: WebAssembly.Memory,
    lexicon: WordLexicon,
    model: WordHmmTable,
  ) {
    this.#lexicon = lexicon;
    const room = Kernel.LONGEST + SPARE;
    this.codes = place.shorts(room);
    this.scores = place.doubles(room);
    this.path = place.ints(2 * room);
    this.ends = place.ints(room);
    this.ids = place.ints(room);
    this.#text = place.shorts(room);
    const layout = place.ints(72);
    // In the order in which src/kernel/cut.ts reads them.
    const arrays = [
      lexicon.codes,
      lexicon.bases,
      lexicon.units,
      lexicon.logs,
      lexicon.singleLogs,
      model.emissions,
      lexicon.userRoom.pairs,
      lexicon.userRoom.singles,
      lexicon.userRoom.keys,
      lexicon.userRoom.children,
      lexicon.userRoom.logs,
      lexicon.userRoom.ids,
      this.#text,
      this.codes,
      place.ints(2 * room),
      place.ints(room),
      this.scores,
      this.path,
      place.bytes(room),
      this.ends,
      this.ids,
    ];
    if (![layout, ...arrays].every((array) => place.holds(array))) throw new RangeError('no room');
    arrays.forEach((array, i) => {
      layout[i] = array.byteOffset;
    });
    layout[arrays.length] = lexicon.outside;
    layout[arrays.length + 1] = lexicon.singleBase;
    const figures = new Float64Array(memory.buffer, layout.byteOffset + 96, 20);
    figures.set(model.start);
    figures.set(model.transitions, 4);
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code), {
      env: { memory },
      cut: {
        weighUserWords: (k: number, length: number, best: number) =>
          weighUserWords(lexicon, this, this.#source, this.#start, k, length, best),
        isUserWord: (from: number, to: number) =>
          (lexicon.frequency(this.#source, this.#start + from, this.#start + to) ?? 0) > 0 ? 1 : 0,
      },
    });
    this.#exports = exports as unknown as KernelExports;
    this.#exports.configure(layout.byteOffset);
  }

  /** Undefined where there is no WebAssembly with vectors, or where a policy forbids it: the cutter does without. */
  static create(
    code: Uint8Array<ArrayBuffer>,
    place: Place,
    lexicon: WordLexicon,
    model: WordHmmTable,
  ): Kernel | undefined {
    if (place.memory === undefined) return undefined;
    try {
      return new Kernel(code, place, place.memory, lexicon, model);
    } catch {
      return undefined;
    }
  }

  /** Cuts text[start, stop), at most {@link LONGEST} units, into {@link ends} and {@link ids}; gives their number. */
  cut(text: string, start: number, stop: number, hmm: boolean): number {
    const lexicon = this.#lexicon;
    const user = this.#take(text, start, stop);
    return this.#exports.cut(stop - start, start, hmm ? 1 : 0, lexicon.logTotal, user);
  }

  /** The path through text[start, stop), at most {@link LONGEST} units. */
  route(text: string, start: number, stop: number): Int32Array {
    const user = this.#take(text, start, stop);
    this.#exports.route(stop - start, this.#lexicon.logTotal, user);
    return this.path;
  }

  /**
   * Copies the text.
   *
   * @returns 0 if there are no words of the user, -1 if they are to be asked for one by one, else the slots of their trie.
   */
  #take(text: string, start: number, stop: number): number {
    const units = this.#text;
    const length = stop - start;
    for (let i = 0; i < length; i++) units[i] = text.charCodeAt(start + i);
    units[length] = 0;
    const { user } = this.#lexicon;
    if (user === undefined) return 0;
    if (user.fits) return user.trie.slots;
    this.#source = text;
    this.#start = start;
    return -1;
  }
}
