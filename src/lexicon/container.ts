import { RedianError } from '../errors.js';

/**
 * The file format of compiled tables: typed arrays one after the other behind a header that tells magic,
 * kind, version, length and checksum, so that a file of another kind, an old one, a short one or a damaged one
 * is refused instead of read.
 *
 * Header, little-endian 32-bit words: magic, kind, version, length of the file in bytes, checksum of all that
 * follows the header, number of sections; then for each section its element type, offset and length.
 */

const MAGIC = 0x4e414452; // RDAN
const HEADER_WORDS = 6;

export type Section = Uint8Array | Uint16Array | Int32Array | Float64Array;

const elementTypes = [Uint8Array, Uint16Array, Int32Array, Float64Array] as const;

function typeOf(section: Section): number {
  return elementTypes.findIndex((type) => section instanceof type);
}

/**
 * Order-sensitive 32-bit sum over whole words; the file is padded to a multiple of eight bytes. Four independent
 * lanes, because one alone waits for its own multiplication: 8 MB take 3 ms.
 */
function checksum(words: Int32Array, from: number): number {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  let c = 0x1e3779b9;
  let d = 0x7f4a7c15;
  let i = from;
  for (; i + 3 < words.length; i += 4) {
    a = Math.imul(a ^ words[i], 0x01000193);
    b = Math.imul(b ^ words[i + 1], 0x01000193);
    c = Math.imul(c ^ words[i + 2], 0x01000193);
    d = Math.imul(d ^ words[i + 3], 0x01000193);
  }
  for (; i < words.length; i++) a = Math.imul(a ^ words[i], 0x01000193);
  // A product carries upwards only: the high bits are folded down before the lanes are joined.
  let sum = a ^ (a >>> 15);
  for (const lane of [b, c, d]) sum = Math.imul(sum ^ lane ^ (lane >>> 15), 0x01000193);
  return sum | 0;
}

/** Puts sections into one file. `kind` is four Latin characters. */
export function packSections(kind: string, version: number, sections: readonly Section[]): Uint8Array {
  const header = HEADER_WORDS + sections.length * 3;
  let offset = Math.ceil((header * 4) / 8) * 8;
  const offsets = sections.map((section) => {
    const at = offset;
    offset = Math.ceil((offset + section.byteLength) / 8) * 8;
    return at;
  });
  const bytes = new Uint8Array(offset);
  for (const [index, section] of sections.entries()) {
    bytes.set(
      new Uint8Array(section.buffer, section.byteOffset, section.byteLength),
      offsets[index] as number,
    );
  }
  const words = new Int32Array(bytes.buffer);
  for (const [index, section] of sections.entries()) {
    words[HEADER_WORDS + index * 3] = typeOf(section);
    words[HEADER_WORDS + index * 3 + 1] = offsets[index] as number;
    words[HEADER_WORDS + index * 3 + 2] = section.length;
  }
  words[0] = MAGIC;
  words[1] = kindCode(kind);
  words[2] = version;
  words[3] = bytes.length;
  words[5] = sections.length;
  words[4] = checksum(words, 5);
  return bytes;
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
 * @throws {RedianError} INVALID_DATA naming what is wrong. O(bytes), for the checksum.
 */
export function unpackSections(bytes: Uint8Array, kind: string, version: number, name: string): Section[] {
  const fail = (found: string, expected: string): never => {
    throw new RedianError('INVALID_DATA', `${name}: ${found}; expected ${expected}`, { details: { name } });
  };
  if (!(bytes instanceof Uint8Array)) fail('not bytes', 'a Uint8Array');
  if (bytes.length < HEADER_WORDS * 4 || bytes.length % 4 !== 0)
    fail(`${bytes.length} bytes`, `whole words, at least ${HEADER_WORDS * 4} bytes`);
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  const words = new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2);
  const head = words as unknown as { readonly [index: number]: number };
  if (head[0] !== MAGIC)
    fail(`it starts with 0x${((head[0] as number) >>> 0).toString(16)}`, 'a compiled table of redian');
  if (head[1] !== kindCode(kind)) fail('a compiled table of another kind', `kind ${kind}`);
  if (head[2] !== version) fail(`version ${head[2]}`, `version ${version}; build the data anew`);
  if (head[3] !== bytes.length)
    fail(`${bytes.length} bytes`, `${head[3]} bytes: the file is cut short or has a tail`);
  if (head[4] !== checksum(words, 5)) fail('corrupt, the checksum does not agree', 'an undamaged file');
  const sections: Section[] = [];
  for (let index = 0; index < (head[5] as number); index++) {
    const type = elementTypes[head[HEADER_WORDS + index * 3] as number];
    if (type === undefined) return fail(`section ${index} has an unknown type`, 'a known one');
    const offset = head[HEADER_WORDS + index * 3 + 1] as number;
    const length = head[HEADER_WORDS + index * 3 + 2] as number;
    if (offset < 0 || length < 0 || offset + length * type.BYTES_PER_ELEMENT > bytes.length) {
      return fail(`section ${index} lies outside of the file`, 'all sections inside');
    }
    sections.push(new type(aligned.buffer as ArrayBuffer, aligned.byteOffset + offset, length));
  }
  return sections;
}
