import { SparseFile } from '../base/sparse-file.js';
import { Font } from './font/font.js';

const file = 'RedianSansSC-Bold.ttf';

let loaded: Font | undefined;

/**
 * The bundled font, Redian Sans SC Bold: a subset of Noto Sans SC Bold with everyday Chinese, Latin and kana.
 * @throws {RedianError} FILE if the runtime cannot read files at once and `loadDefaultFont` was not awaited before.
 */
export function defaultFontSync(): Font {
  loaded ??= Font.ofFile(SparseFile.openSync(file), 'Redian Sans SC');
  return loaded;
}

let list: readonly Font[] | undefined;

/** The bundled font as the list of fonts that it is by default: always the same list, so that words set in it are kept. */
export function defaultFonts(): readonly Font[] {
  list ??= [defaultFontSync()];
  return list;
}

/** The bundled font, fetched in a browser; read once. */
export async function loadDefaultFont(): Promise<Font> {
  loaded ??= Font.ofFile(await SparseFile.open(file), 'Redian Sans SC');
  return loaded;
}
