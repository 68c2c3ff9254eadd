import { RedianError } from '../errors.js';

/**
 * The file format of compiled tables: typed arrays one after the other behind a header that tells magic,
 * kind, version, length and checksums, so that a file of another kind, an old one, a short one or a damaged one
 * is refused instead of read.
 *
 * Header, little-endian 32-bit words: magic, kind, version, length of the file in bytes, checksum of the rest of the
 * header, number of sections; then for each section its element type, offset, length and checksum.
 */

const MAGIC = 0x4e414452; // RDAN
const HEADER_WORDS = 6;
const ENTRY_WORDS = 4;

export type Section = Uint8Array | Uint16Array | Int32Array | Float64Array;

const elementTypes = [Uint8Array, Uint16Array, Int32Array, Float64Array] as const;

function typeOf(section: Section): number {
  return elementTypes.findIndex((type) => section instanceof type);
}

/**
 * Order-sensitive 32-bit sum over words[from, to). Four independent lanes, because one alone waits for its own
 * multiplication: 8 MB take 1 ms in code that is warm, and 25 in code that runs for the first time, which is why
 * src/wasm/cutter has it as well.
 */
export function checksum(words: Int32Array, from: number, to: number): number {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  let c = 0x1e3779b9;
  let d = 0x7f4a7c15;
  let i = from;
  for (; i + 3 < to; i += 4) {
    a = Math.imul(a ^ words[i], 0x01000193);
    b = Math.imul(b ^ words[i + 1], 0x01000193);
    c = Math.imul(c ^ words[i + 2], 0x01000193);
    d = Math.imul(d ^ words[i + 3], 0x01000193);
  }
  for (; i < to; i++) a = Math.imul(a ^ words[i], 0x01000193);
  // A product carries upwards only: the high bits are folded down before the lanes are joined.
  let sum = a ^ (a >>> 15);
  for (const lane of [b, c, d]) sum = Math.imul(sum ^ lane ^ (lane >>> 15), 0x01000193);
  return sum | 0;
}

/** Puts sections into one file. `kind` is four Latin characters. */
export function packSections(kind: string, version: number, sections: readonly Section[]): Uint8Array {
  const header = HEADER_WORDS + sections.length * ENTRY_WORDS;
  let offset = padded(header * 4);
  const offsets = sections.map((section) => {
    const at = offset;
    offset = padded(offset + section.byteLength);
    return at;
  });
  const bytes = new Uint8Array(offset);
  const words = new Int32Array(bytes.buffer);
  for (const [index, section] of sections.entries()) {
    const at = offsets[index] as number;
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), at);
    words.set(
      [typeOf(section), at, section.length, checksum(words, at / 4, padded(at + section.byteLength) / 4)],
      HEADER_WORDS + index * ENTRY_WORDS,
    );
  }
  words[0] = MAGIC;
  words[1] = kindCode(kind);
  words[2] = version;
  words[3] = bytes.length;
  words[5] = sections.length;
  words[4] = checksum(words, 5, header);
  return bytes;
}

/** Everything is padded to a multiple of eight bytes. */
function padded(length: number): number {
  return Math.ceil(length / 8) * 8;
}

function kindCode(kind: string): number {
  let code = 0;
  for (let i = 0; i < 4; i++) code |= kind.charCodeAt(i) << (i * 8);
  return code | 0;
}

/**
 * Views of the sections of a file, without copying where the bytes are aligned.
 *
 * @param name  how messages call the file.
 * @throws {RedianError} INVALID_DATA naming what is wrong. O(bytes), for the checksums.
 */
export function unpackSections(bytes: Uint8Array, kind: string, version: number, name: string): Section[] {
  const container = new Container(bytes, kind, version, name);
  container.verify(0, container.sections.length);
  return container.sections;
}

/** A file of which the header has been checked, and its sections not yet. */
export class Container {
  readonly sections: Section[] = [];
  readonly #bytes: Uint8Array;
  readonly #words: Int32Array;
  readonly #name: string;

  /**
   * @param name  how messages call the file.
   * @throws {RedianError} INVALID_DATA if it is of another kind or version, cut short, or its header damaged.
   */
  constructor(bytes: Uint8Array, kind: string, version: number, name: string) {
    this.#name = name;
    if (!(bytes instanceof Uint8Array)) this.#fail('not bytes', 'a Uint8Array');
    if (bytes.length < HEADER_WORDS * 4 || bytes.length % 4 !== 0)
      this.#fail(`${bytes.length} bytes`, `whole words, at least ${HEADER_WORDS * 4} bytes`);
    const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
    const words = new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2);
    this.#bytes = aligned;
    this.#words = words;
    const [magic, kindFound, versionFound, length, sum, count] = words as unknown as readonly number[];
    if (magic !== MAGIC)
      this.#fail(`it starts with 0x${(magic >>> 0).toString(16)}`, 'a compiled table of redian');
    if (kindFound !== kindCode(kind)) this.#fail('a compiled table of another kind', `kind ${kind}`);
    if (versionFound !== version)
      this.#fail(`version ${versionFound}`, `version ${version}; build the data anew`);
    if (length !== bytes.length)
      this.#fail(`${bytes.length} bytes`, `${length} bytes: the file is cut short or has a tail`);
    const header = HEADER_WORDS + count * ENTRY_WORDS;
    if (count < 0 || header > words.length || sum !== checksum(words, 5, header)) this.#corrupt();
    for (let index = 0; index < count; index++) {
      const [typeNumber, offset, size] = this.#entry(index);
      const type = elementTypes[typeNumber];
      if (type === undefined) this.#fail(`section ${index} has an unknown type`, 'a known one');
      if (offset < 0 || size < 0 || offset % 8 !== 0 || offset + size * type.BYTES_PER_ELEMENT > bytes.length)
        this.#fail(`section ${index} lies outside of the file`, 'all sections inside');
      this.sections.push(new type(aligned.buffer as ArrayBuffer, aligned.byteOffset + offset, size));
    }
  }

  /** Where section `index` begins, in bytes; behind the last one the length of the file. */
  offset(index: number): number {
    return index < this.sections.length ? (this.#entry(index)[1] as number) : this.#bytes.length;
  }

  /**
   * Checks the sections from `first` on and below `last`.
   *
   * @param sum  does what {@link checksum} does on the words of the file.
   * @throws {RedianError} INVALID_DATA if one of them is damaged.
   */
  verify(first: number, last: number, sum: typeof checksum = checksum): void {
    for (let index = first; index < last; index++) {
      const [, offset, , expected] = this.#entry(index);
      const end = padded(offset + (this.sections[index] as Section).byteLength);
      if (sum(this.#words, offset / 4, end / 4) !== expected) this.#corrupt();
    }
  }

  #entry(index: number): readonly [number, number, number, number] {
    const at = HEADER_WORDS + index * ENTRY_WORDS;
    const [type = 0, offset = 0, size = 0, sum = 0] = this.#words.subarray(at, at + ENTRY_WORDS);
    return [type, offset, size, sum];
  }

  #corrupt(): never {
    return this.#fail('corrupt, the checksum does not agree', 'an undamaged file');
  }

  #fail(found: string, expected: string): never {
    throw new RedianError('INVALID_DATA', `${this.#name}: ${found}; expected ${expected}`, {
      details: { name: this.#name },
    });
  }
}
