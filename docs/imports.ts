/** Which folder of src imports from which, read from the code: for the drawing on the page of the design and for its test. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

/** Folders of `source`, each with the other folders that its files import from, types included. */
export function importsByFolder(source: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const folder of readdirSync(source)) {
    const path = join(source, folder);
    if (!statSync(path).isDirectory()) continue;
    const others = new Set<string>();
    for (const file of readdirSync(path, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts')) continue;
      const at = join(path, file);
      for (const [, target = ''] of readFileSync(at, 'utf8').matchAll(/(?:from|import)\s*\(?'(\.[^']*)'/g)) {
        const to = relative(source, resolve(at, '..', target)).split(/[\\/]/);
        if (to.length > 1 && to[0] !== folder) others.add(to[0] as string);
      }
    }
    found.set(folder, others);
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
