import type { Place } from '../base/place.js';
import type { WordLexicon } from '../lexicon/word-lexicon.js';
import type { PathBoard } from './user-path.js';
import type { WordHmmTable } from './word-hmm.js';

/** Exports of src/kernel/cut.ts. */
interface KernelExports {
  checksum(at: number, count: number): number;
  configure(at: number): void;
  cut(length: number, start: number, hmm: number, logTotal: number, user: number): number;
  route(length: number, logTotal: number, user: number): void;
}

/** What the last stretch wrote is larger than this only in the path, by one. */
const SPARE = 8;

/**
 * The cutter in WebAssembly: src/kernel/cut.ts on a memory that holds the tables, and a board for one stretch of text.
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
  readonly #place: Place;
  readonly #text: Uint16Array;
  readonly #exports: KernelExports;
  #lexicon!: WordLexicon;

  private constructor(code: Uint8Array<ArrayBuffer>, place: Place, memory: WebAssembly.Memory) {
    this.#place = place;
    const room = Kernel.LONGEST + SPARE;
    this.codes = place.shorts(room);
    this.scores = place.doubles(room);
    this.path = place.ints(2 * room);
    this.ends = place.ints(room);
    this.ids = place.ints(room);
    this.#text = place.shorts(room);
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code), { env: { memory } });
    this.#exports = exports as unknown as KernelExports;
  }

  /** Undefined where there is no WebAssembly with vectors, or where a policy forbids it: the cutter does without. */
  static create(code: Uint8Array<ArrayBuffer>, place: Place): Kernel | undefined {
    if (place.memory === undefined) return undefined;
    try {
      return new Kernel(code, place, place.memory);
    } catch {
      return undefined;
    }
  }

  /** Does what `checksum` of containers does, on words that lie in the place. */
  checksum(words: Int32Array, from: number, to: number): number {
    return this.#exports.checksum(words.byteOffset + 4 * from, to - from);
  }

  /** Connects the tables. False if the place has no room for them: then this kernel cannot cut. */
  connect(lexicon: WordLexicon, model: WordHmmTable): boolean {
    this.#lexicon = lexicon;
    const place = this.#place;
    const room = Kernel.LONGEST + SPARE;
    const { userRoom } = lexicon;
    // In the order in which src/kernel/cut.ts reads them.
    const arrays = [
      lexicon.codes,
      lexicon.bases,
      lexicon.units,
      lexicon.logs,
      lexicon.singleLogs,
      model.emissions,
      userRoom.pairs,
      userRoom.singles,
      userRoom.firsts,
      userRoom.slots,
      userRoom.nodes,
      this.#text,
      this.codes,
      place.ints(2 * room),
      place.ints(room),
      place.ints(room),
      this.scores,
      this.path,
      place.bytes(room),
      this.ends,
      this.ids,
    ];
    const layout = place.ints(72);
    const unread: ArrayBufferView[] = userRoom.isReadable ? [] : Object.values(userRoom);
    const read = [layout, ...arrays].filter((array) => !unread.includes(array));
    if (!read.every((array) => place.holds(array))) return false;
    arrays.forEach((array, i) => {
      layout[i] = array.byteOffset;
    });
    layout[arrays.length] = lexicon.outside;
    layout[arrays.length + 1] = lexicon.singleBase;
    const figures = new Float64Array(layout.buffer, layout.byteOffset + 96, 20);
    figures.set(model.start);
    figures.set(model.transitions, 4);
    this.#exports.configure(layout.byteOffset);
    return true;
  }

  /** Whether the words of the user lie in the memory. If not, this kernel does not know them all. */
  get isComplete(): boolean {
    return this.#lexicon.user?.fits !== false;
  }

  /** Cuts text[start, stop), at most {@link LONGEST} units, into {@link ends} and {@link ids}; gives their number. */
  cut(text: string, start: number, stop: number, hmm: boolean): number {
    const { logTotal, user } = this.#lexicon;
    this.#take(text, start, stop);
    return this.#exports.cut(stop - start, start, hmm ? 1 : 0, logTotal, user === undefined ? 0 : user.slots);
  }

  /** The path through text[start, stop), at most {@link LONGEST} units. */
  route(text: string, start: number, stop: number): Int32Array {
    const { logTotal, user } = this.#lexicon;
    this.#take(text, start, stop);
    this.#exports.route(stop - start, logTotal, user === undefined ? 0 : user.slots);
    return this.path;
  }

  /** Copies the text. */
  #take(text: string, start: number, stop: number): void {
    const units = this.#text;
    const length = stop - start;
    for (let i = 0; i < length; i++) units[i] = text.charCodeAt(start + i);
    units[length] = 0;
  }
}
