/** Which file and folder of src imports from which, read from the code: for the drawing on the page of the design and for its test. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Files of TypeScript in `source`, each with the files of it that it imports from, types included; paths from `source` on. */
export function importsByFile(source: string): Map<string, Set<string>> {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const found = new Map<string, Set<string>>(files.map((file) => [file, new Set()]));
  for (const [file, others] of found) {
    const code = readFileSync(join(source, file), 'utf8');
    for (const [, target = ''] of code.matchAll(/(?:from|import)\s*\(?'(\.[^']*)'/g)) {
      const other = join(file, '..', target.replace(/(?:\.js)?$/, '.ts'));
      if (found.has(other)) others.add(other);
    }
  }
  return found;
}

/** Folders of `source`, each with the other folders that its files import from, types included. */
export function importsByFolder(source: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const [file, others] of importsByFile(source)) {
    const [folder = '', ...rest] = file.split(sep);
    if (rest.length === 0) continue;
    const folders = found.get(folder) ?? new Set();
    found.set(folder, folders);
    for (const other of others) {
      const [to = '', ...further] = other.split(sep);
      if (further.length > 0 && to !== folder) folders.add(to);
    }
  }
  return found;
}

/** A folder in the drawing: its row, 0 at the top, and the folders above it from which an arrow comes. */
export interface DrawnFolder {
  readonly name: string;
  readonly row: number;
  readonly arrowsFrom: readonly string[];
}

/**
 * Folders below all that they import from. Of the arrows only those that no chain of others implies.
 *
 * @throws {Error} if folders import from each other in a circle
 */
export function drawnFolders(imports: ReadonlyMap<string, ReadonlySet<string>>): DrawnFolder[] {
  const rows = new Map<string, number>();
  const above = new Map<string, Set<string>>();
  const visit = (name: string, path: readonly string[]): void => {
    if (path.includes(name)) throw new Error(`circle: ${[...path, name].join(' -> ')}`);
    if (rows.has(name)) return;
    let row = 0;
    const all = new Set<string>();
    for (const other of imports.get(name) ?? []) {
      visit(other, [...path, name]);
      row = Math.max(row, (rows.get(other) ?? 0) + 1);
      for (const further of above.get(other) ?? []) all.add(further);
    }
    for (const other of imports.get(name) ?? []) all.add(other);
    rows.set(name, row);
    above.set(name, all);
  };
  for (const name of imports.keys()) visit(name, []);
  return [...rows].map(([name, row]) => {
    const others = [...(imports.get(name) ?? [])];
    const arrowsFrom = others.filter((other) => !others.some((third) => above.get(third)?.has(other)));
    return { name, row, arrowsFrom };
  });
}
