import { RedianError } from '../errors.js';

/** First bytes of files that are no text, as Latin-1, and what people call them. */
const kinds: readonly (readonly [string, string])[] = [
  ['PK\x03\x04', 'an Excel workbook or another zip archive'],
  ['\xd0\xcf\x11\xe0', 'an Excel workbook or another document of old Office'],
  ['%PDF-', 'a PDF'],
  ['\x89PNG', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['GIF8', 'a picture'],
  ['SQLite format 3\0', 'a database of SQLite'],
  ['PAR1', 'a Parquet file'],
  ['\x28\xb5\x2f\xfd', 'data compressed by zstd'],
  ['\xfd7zXZ', 'data compressed by xz'],
  ['BZh', 'data compressed by bzip2'],
  ['7z\xbc\xaf', 'a 7z archive'],
  ['Rar!', 'a RAR archive'],
];

function refuse(name: string, found: string): never {
  throw new RedianError(
    'INVALID_INPUT',
    `${name === '' ? '' : `${name}: `}${found} where text was expected: CSV, TSV, JSON, NDJSON or lines, also in gzip`,
    { details: { file: name } },
  );
}

/** @throws {RedianError} INVALID_INPUT if bytes begin as files do that are no text. */
export function refuseBinary(bytes: Uint8Array, name: string): void {
  for (const [start, kind] of kinds) {
    let at = 0;
    while (at < start.length && bytes[at] === start.charCodeAt(at)) at++;
    // A line of text may begin with BZh or Rar!, but has no control characters there.
    if (at === start.length && hasControl(bytes.subarray(0, 64))) refuse(name, kind);
  }
}

function hasControl(bytes: Uint8Array): boolean {
  return bytes.some((byte) => isControl(byte) || byte >= 0x80);
}

function isControl(unit: number): boolean {
  return unit < 0x20 && unit !== 0x09 && unit !== 0x0a && unit !== 0x0d;
}

/** @throws {RedianError} INVALID_INPUT if one character in twenty is one that stands in no text. */
export function refuseControls(text: string, name: string): void {
  let controls = 0;
  for (let at = 0; at < text.length; at++) if (isControl(text.charCodeAt(at))) controls++;
  if (controls > 8 && controls * 20 > text.length) refuse(name, 'binary data');
}
