import { RedianError } from '../../errors.js';

/** Error for a font that cannot be used; `name` is what the caller calls it. */
export function fontError(name: string, reason: string, cause?: unknown): RedianError {
  return new RedianError('INVALID_MEDIA', `font ${name}: ${reason}`, { cause, details: { font: name } });
}

/** The bytes of a font, of which some may have to be loaded before they are read. */
export interface FontBytes {
  readonly bytes: Uint8Array;
  /** Makes sure that bytes [from, to) are there. */
  load?(from: number, to: number): void;
  /** Bytes [from, to) for a look, until the next call. */
  peek?(from: number, to: number): Uint8Array;
}

/** The table of outlines, which is most of a font: each glyph is loaded when it is read. */
const glyphTable = 'glyf';

function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(
    view.getUint8(at),
    view.getUint8(at + 1),
    view.getUint8(at + 2),
    view.getUint8(at + 3),
  );
}

/**
 * The tables of an OpenType or TrueType font, or of one of a collection.
 * @throws {RedianError} INVALID_MEDIA if the bytes are no such font, or a table lies outside of them.
 */
export function readTables(file: FontBytes, name: string, index: number): ReadonlyMap<string, DataView> {
  const { bytes } = file;
  file.load?.(0, 12);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12) throw fontError(name, `${bytes.length} bytes are too few for a font`);
  let start = 0;
  let tag = tagAt(view, 0);
  if (tag === 'ttcf' && bytes.length >= 16) {
    const count = view.getUint32(8);
    if (!(index >= 0 && index < count))
      throw fontError(name, `the collection has no font ${index}, only ${count}`);
    if (16 + 4 * index > bytes.length) throw fontError(name, 'the collection is cut off');
    file.load?.(0, 16 + 4 * index);
    start = view.getUint32(12 + 4 * index);
    file.load?.(start, start + 12);
    if (start + 12 > bytes.length) throw fontError(name, 'the collection is cut off');
    tag = tagAt(view, start);
  }
  if (tag === 'wOFF' || tag === 'wOF2') {
    throw fontError(
      name,
      'it is compressed for the web (WOFF); give a TrueType or OpenType file (.ttf, .otf)',
    );
  }
  if (tag !== '\0\u0001\0\0' && tag !== 'true' && tag !== 'OTTO') {
    throw fontError(name, 'it does not start like a TrueType or OpenType font');
  }
  const count = view.getUint16(start + 4);
  if (start + 12 + 16 * count > bytes.length) throw fontError(name, 'the table directory is cut off');
  file.load?.(start, start + 12 + 16 * count);
  const tables = new Map<string, DataView>();
  for (let entry = 0; entry < count; entry++) {
    const at = start + 12 + 16 * entry;
    const offset = view.getUint32(at + 8);
    const length = view.getUint32(at + 12);
    if (offset + length > bytes.length) {
      throw fontError(name, `table ${tagAt(view, at)} ends at byte ${offset + length} of ${bytes.length}`);
    }
    if (tagAt(view, at) !== glyphTable) file.load?.(offset, offset + length);
    tables.set(tagAt(view, at), new DataView(bytes.buffer, bytes.byteOffset + offset, length));
  }
  return tables;
}
