interface Table {
  readonly tag: string;
  readonly bytes: Uint8Array;
}

/** What a font calls itself. */
interface FontNames {
  readonly family: string;
  readonly style: string;
  readonly version: string;
}

function readTables(font: Uint8Array): Table[] {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  return Array.from({ length: view.getUint16(4) }, (_, index) => {
    const at = 12 + 16 * index;
    const tag = String.fromCharCode(...font.subarray(at, at + 4));
    const start = view.getUint32(at + 8);
    return { tag, bytes: font.slice(start, start + view.getUint32(at + 12)) };
  });
}

/** Copyright, trademark, licence and its address stay as the makers of the font wrote them. */
const keptNameIds = new Set([0, 7, 8, 9, 11, 13, 14]);

function readKeptNames(table: Uint8Array): Map<number, string> {
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const strings = view.getUint16(4);
  const names = new Map<number, string>();
  for (let index = 0; index < view.getUint16(2); index++) {
    const at = 6 + 12 * index;
    const [platform, language, id] = [view.getUint16(at), view.getUint16(at + 4), view.getUint16(at + 6)];
    if (platform !== 3 || language !== 0x409 || !keptNameIds.has(id)) continue;
    const start = strings + view.getUint16(at + 10);
    names.set(id, new TextDecoder('utf-16be').decode(table.subarray(start, start + view.getUint16(at + 8))));
  }
  return names;
}

function writeNames(names: ReadonlyMap<number, string>): Uint8Array {
  const entries = [...names].sort((a, b) => a[0] - b[0]);
  const length = entries.reduce((sum, [, text]) => sum + 2 * text.length, 0);
  const start = 6 + 12 * entries.length;
  const bytes = new Uint8Array(start + length);
  const view = new DataView(bytes.buffer);
  view.setUint16(2, entries.length);
  view.setUint16(4, start);
  let offset = 0;
  for (const [index, [id, text]] of entries.entries()) {
    [3, 1, 0x409, id, 2 * text.length, offset].forEach((value, field) => {
      view.setUint16(6 + 12 * index + 2 * field, value);
    });
    for (let unit = 0; unit < text.length; unit++) {
      view.setUint16(start + offset + 2 * unit, text.charCodeAt(unit));
    }
    offset += 2 * text.length;
  }
  return bytes;
}

function checksum(bytes: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) {
    const word =
      (bytes[at] << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    sum = (sum + word) >>> 0;
  }
  return sum;
}

function writeFont(version: number, tables: readonly Table[]): Uint8Array {
  const size = tables.reduce((sum, { bytes }) => sum + ((bytes.length + 3) & ~3), 12 + 16 * tables.length);
  const font = new Uint8Array(size);
  const view = new DataView(font.buffer);
  const log = Math.floor(Math.log2(tables.length));
  view.setUint32(0, version);
  view.setUint16(4, tables.length);
  view.setUint16(6, 16 << log);
  view.setUint16(8, log);
  view.setUint16(10, 16 * tables.length - (16 << log));
  let start = 12 + 16 * tables.length;
  let head = -1;
  for (const [index, { tag, bytes }] of tables.entries()) {
    const at = 12 + 16 * index;
    for (let letter = 0; letter < 4; letter++) font[at + letter] = tag.charCodeAt(letter);
    font.set(bytes, start);
    if (tag === 'head') {
      head = start;
      view.setUint32(head + 8, 0);
    }
    const length = (bytes.length + 3) & ~3;
    view.setUint32(at + 4, checksum(font.subarray(start, start + length)));
    view.setUint32(at + 8, start);
    view.setUint32(at + 12, bytes.length);
    start += length;
  }
  if (head >= 0) view.setUint32(head + 8, (0xb1b0afba - checksum(font)) >>> 0);
  return font;
}

/**
 * Gives a TrueType font other names, as the Open Font License asks of a changed font whose name is reserved;
 * copyright, trademark and licence texts stay.
 */
export function renameFont(font: Uint8Array, { family, style, version }: FontNames): Uint8Array {
  const tables = readTables(font).map((table) => {
    if (table.tag !== 'name') return table;
    const names = readKeptNames(table.bytes);
    names.set(1, family);
    names.set(2, style);
    names.set(3, `${family} ${style} ${version}`);
    names.set(4, `${family} ${style}`);
    names.set(5, version);
    names.set(6, `${family.replaceAll(' ', '')}-${style}`);
    return { tag: table.tag, bytes: writeNames(names) };
  });
  return writeFont(new DataView(font.buffer, font.byteOffset).getUint32(0), tables);
}
