import { compareStrings } from '../base/compare.js';
import { RedianError } from '../errors.js';
import { type FontNames, readFontNames } from './font/names.js';

/** A font of this computer. */
interface InstalledFont extends FontNames {
  readonly path: string;
}

/** The weight that is taken of a family of which none is named: clouds read best in bold. */
const wantedWeight = 700;

const endings = /\.(ttf|otf|ttc|otc)$/i;

/** Where systems keep their fonts. */
function folders(): readonly string[] {
  const { platform, env } = globalThis.process;
  const home = env.HOME ?? env.USERPROFILE ?? '';
  if (platform === 'win32') {
    return [
      `${env.WINDIR ?? 'C:\\Windows'}\\Fonts`,
      ...(env.LOCALAPPDATA ? [`${env.LOCALAPPDATA}\\Microsoft\\Windows\\Fonts`] : []),
    ];
  }
  if (platform === 'darwin') return ['/System/Library/Fonts', '/Library/Fonts', `${home}/Library/Fonts`];
  const shared = (env.XDG_DATA_DIRS || '/usr/local/share:/usr/share').split(':');
  const own = env.XDG_DATA_HOME || `${home}/.local/share`;
  return [`${home}/.fonts`, ...[own, ...shared].map((folder) => `${folder}/fonts`)];
}

let installed: readonly InstalledFont[] | undefined;

/** Every font in the folders of the system, by path; read once, for it takes about a millisecond for ten fonts. */
function installedFonts(): readonly InstalledFont[] {
  if (installed) return installed;
  const fs = globalThis.process.getBuiltinModule('node:fs');
  const found: InstalledFont[] = [];
  const visit = (folder: string, depth: number) => {
    let entries: import('node:fs').Dirent[];
    try {
      entries = fs.readdirSync(folder, { withFileTypes: true });
    } catch {
      return;
    }
    entries.sort((a, b) => compareStrings(a.name, b.name));
    for (const entry of entries) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory() && depth < 8) visit(path, depth + 1);
      else if (endings.test(entry.name))
        for (const names of namesOf(fs, path)) found.push({ ...names, path });
    }
  };
  for (const folder of folders()) visit(folder, 0);
  installed = found;
  return found;
}

/** A file that cannot be read is no font to offer. */
function namesOf(fs: typeof import('node:fs'), path: string): readonly FontNames[] {
  let file: number | undefined;
  try {
    file = fs.openSync(path, 'r');
    const opened = file;
    return readFontNames((position, length) => {
      const bytes = new Uint8Array(length);
      const count = fs.readSync(opened, bytes, 0, length, position);
      return new DataView(bytes.buffer, 0, count);
    });
  } catch {
    return [];
  } finally {
    if (file !== undefined) fs.closeSync(file);
  }
}

const folded = (name: string) => name.toLowerCase().replace(/[\s_-]+/g, '');

/** Families whose names begin alike, for the message. */
function similar(fonts: readonly InstalledFont[], wanted: string): string {
  const start = folded(wanted).slice(0, 4);
  const names = new Set(
    fonts.flatMap(({ families }) => families).filter((name) => folded(name).startsWith(start)),
  );
  return names.size === 0 ? '' : `; similar: ${[...names].sort(compareStrings).slice(0, 8).join(', ')}`;
}

/**
 * Families of the fonts of this computer, in the order of their code units: names that the option `fonts` takes. None where
 * the runtime has no files. Reads the names of every font once, about a millisecond for ten.
 */
export function installedFontFamilies(): string[] {
  if (!globalThis.process?.getBuiltinModule?.('node:fs')) return [];
  return [...new Set(installedFonts().flatMap(({ families }) => families))].sort(compareStrings);
}

/** Whether a string is a font's name rather than a path or an address. */
export function isFontName(source: string): boolean {
  return source !== '' && !/[\\/]/.test(source) && !/\.(ttf|otf|ttc|otc|woff2?)$/i.test(source);
}

/**
 * Finds a font of this computer by its family (`Noto Sans SC`, of which the weight nearest to bold is taken) or its full
 * name (`Noto Sans SC Black`), whatever the case and the spaces.
 *
 * @param option  for the message
 * @throws {RedianError} FILE if there is none, or the runtime has no files
 */
export function findFont(name: string, option: string): { readonly path: string; readonly index: number } {
  if (!globalThis.process?.getBuiltinModule?.('node:fs')) {
    throw new RedianError(
      'FILE',
      `${option}: this runtime cannot look up the font ${JSON.stringify(name)}; give its address or bytes`,
    );
  }
  const fonts = installedFonts();
  const wanted = folded(name);
  const is = (other: string) => folded(other) === wanted;
  const exact = fonts.find(({ fullNames }) => fullNames.some(is));
  const family = fonts.filter(({ families }) => families.some(is));
  const distance = ({ weight, italic }: InstalledFont) =>
    Math.abs(weight - wantedWeight) + (italic ? 1000 : 0);
  family.sort((a, b) => distance(a) - distance(b) || compareStrings(a.path, b.path) || a.index - b.index);
  const found = family[0] ?? exact;
  if (!found) {
    throw new RedianError(
      'FILE',
      `${option}: no font of this computer is called ${JSON.stringify(name)}; ${fonts.length} were looked at in ` +
        `${folders().join(', ')}${similar(fonts, name)}`,
    );
  }
  return { path: found.path, index: found.index };
}
