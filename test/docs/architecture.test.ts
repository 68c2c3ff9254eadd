import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** The drawing of the folders in docs/design.md, compared with the imports that are really there. */
const root = fileURLToPath(new URL('../../', import.meta.url));
const source = join(root, 'src');

function importsByFolder(): Map<string, Set<string>> {
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

function table(): Map<string, Set<string>> {
  const page = readFileSync(join(root, 'docs/design.md'), 'utf8');
  const section = page.slice(page.indexOf('## Folders of src'), page.indexOf('`src/errors.ts`'));
  const rows = new Map<string, Set<string>>();
  for (const line of section.split('\n')) {
    const cells = line.split('|').map((cell) => cell.trim());
    if (cells.length < 4 || cells[1] === 'folder' || cells[1]?.startsWith('-')) continue;
    rows.set(cells[1] as string, new Set((cells[3] ?? '').split(', ').filter((name) => name !== '')));
  }
  return rows;
}

describe('the folders of src', () => {
  const real = importsByFolder();

  it('import what docs/design.md says, and nothing else', () => {
    const plain = (map: Map<string, Set<string>>) =>
      [...map].map(([folder, others]) => `${folder} <- ${[...others].sort().join(', ')}`).sort();
    expect(plain(table())).toEqual(plain(real));
  });

  it('import in one direction: there is no circle', () => {
    const done = new Set<string>();
    const visit = (folder: string, path: readonly string[]): void => {
      expect(path, `${[...path, folder].join(' -> ')}`).not.toContain(folder);
      if (done.has(folder)) return;
      for (const other of real.get(folder) ?? []) visit(other, [...path, folder]);
      done.add(folder);
    };
    for (const folder of real.keys()) visit(folder, []);
  });

  it('do not draw the build into the package', () => {
    for (const [folder, others] of real)
      if (folder !== 'compile') expect([...others], folder).not.toContain('compile');
  });
});
