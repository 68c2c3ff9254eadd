/** What a font of a file is called, and how it looks. */
export interface FontNames {
  /** Its place in a collection, 0 for a file of one font. */
  readonly index: number;
  /** Family names, in every language that the font has. */
  readonly families: readonly string[];
  /** Full names such as `Noto Sans SC Bold`, and the PostScript name. */
  readonly fullNames: readonly string[];
  /** From 100 (thin) to 900 (black). */
  readonly weight: number;
  readonly italic: boolean;
}

/** Reads a part of a file. */
type ReadBytes = (position: number, length: number) => DataView;

const familyNames = new Set([1, 16]);
const wholeNames = new Set([4, 6]);

function text(view: DataView, at: number, length: number, wide: boolean): string {
  let result = '';
  for (let offset = 0; offset + (wide ? 1 : 0) < length; offset += wide ? 2 : 1) {
    result += String.fromCharCode(wide ? view.getUint16(at + offset) : view.getUint8(at + offset));
  }
  return result;
}

function readNameTable(view: DataView) {
  const families = new Set<string>();
  const fullNames = new Set<string>();
  const strings = view.getUint16(4);
  for (let record = 0; record < view.getUint16(2); record++) {
    const at = 6 + 12 * record;
    const platform = view.getUint16(at);
    const id = view.getUint16(at + 6);
    const list = familyNames.has(id) ? families : wholeNames.has(id) ? fullNames : undefined;
    const start = strings + view.getUint16(at + 10);
    const length = view.getUint16(at + 8);
    if (list && start + length <= view.byteLength) list.add(text(view, start, length, platform !== 1));
  }
  return { families: [...families], fullNames: [...fullNames] };
}

/**
 * Names, weight and slant of each font of a file, of which only the directory and two small tables are read.
 * @returns an empty list for what is no TrueType or OpenType file
 */
export function readFontNames(read: ReadBytes): FontNames[] {
  const head = read(0, 12);
  const tag = head.getUint32(0);
  let starts = [0];
  if (tag === 0x74746366) {
    const count = Math.min(64, head.getUint32(8));
    const offsets = read(12, 4 * count);
    starts = Array.from({ length: count }, (_, index) => offsets.getUint32(4 * index));
  } else if (tag !== 0x00010000 && tag !== 0x4f54544f && tag !== 0x74727565) return [];
  return starts.flatMap((start, index) => {
    const count = read(start + 4, 2).getUint16(0);
    const directory = read(start + 12, 16 * count);
    const table = (name: number, most: number) => {
      for (let entry = 0; entry < count; entry++) {
        if (directory.getUint32(16 * entry) !== name) continue;
        const length = Math.min(most, directory.getUint32(16 * entry + 12));
        return read(directory.getUint32(16 * entry + 8), length);
      }
      return undefined;
    };
    const names = table(0x6e616d65, 1 << 16);
    if (!names) return [];
    const os2 = table(0x4f532f32, 78);
    const weight = os2 && os2.byteLength >= 64 ? os2.getUint16(4) : 400;
    const italic = os2 !== undefined && os2.byteLength >= 64 && (os2.getUint16(62) & 1) === 1;
    return [{ index, ...readNameTable(names), weight, italic }];
  });
}
