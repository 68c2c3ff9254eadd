import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { drawnFolders, importsByFile, importsByFolder } from '../../docs/imports.js';

/** The tables of the folders in the pages of the design, compared with the imports that are really there. */
const root = fileURLToPath(new URL('../../', import.meta.url));
const real = importsByFolder(join(root, 'src'));

/** Rows of the table that stands before the line on src/errors.ts: a folder and what it imports from. */
function table(page: string): Map<string, Set<string>> {
  const text = readFileSync(join(root, page), 'utf8');
  const rows = new Map<string, Set<string>>();
  for (const line of text.slice(0, text.indexOf('`src/errors.ts`')).split('\n')) {
    const cells = line.split('|').map((cell) => cell.trim());
    if (cells.length < 4 || !/^[a-z]+$/.test(cells[1] as string) || cells[1] === 'folder') continue;
    rows.set(cells[1] as string, new Set((cells[3] ?? '').split(', ').filter((name) => name !== '')));
  }
  return rows;
}

const plain = (map: ReadonlyMap<string, ReadonlySet<string>>): string[] =>
  [...map].map(([folder, others]) => `${folder} <- ${[...others].sort().join(', ')}`).sort();

describe.each(['docs/design.md', 'docs/en/design.md'])('the folders of src in %s', (page) => {
  it('import what the table says, and nothing else', () => {
    expect(plain(table(page))).toEqual(plain(real));
  });

  it('import from rows above them alone', () => {
    const above = new Set<string>();
    for (const [folder, others] of table(page)) {
      for (const other of others) expect([...above], `${folder} imports ${other}`).toContain(other);
      above.add(folder);
    }
  });
});

it('no file of src imports from another in a circle', () => {
  const files = importsByFile(join(root, 'src'));
  expect(files.get(join('tokenizer', 'tokenizer.ts'))).toContain(join('tokenizer', 'cutter.ts'));
  expect(() => drawnFolders(files)).not.toThrow();
});

describe('the drawing of the folders', () => {
  const drawn = new Map(drawnFolders(real).map((folder) => [folder.name, folder]));

  it('has every folder below all that it imports from', () => {
    expect([...drawn.keys()].sort()).toEqual([...real.keys()].sort());
    for (const [name, others] of real) {
      for (const other of others)
        expect(drawn.get(other)?.row, `${other} above ${name}`).toBeLessThan(drawn.get(name)?.row ?? 0);
    }
  });

  it('has an arrow or a chain of arrows for every import, and no other', () => {
    const reached = (name: string): Set<string> => {
      const found = new Set<string>();
      for (const other of drawn.get(name)?.arrowsFrom ?? []) {
        expect([...(real.get(name) ?? [])]).toContain(other);
        found.add(other);
        for (const further of reached(other)) found.add(further);
      }
      return found;
    };
    for (const [name, others] of real)
      expect([...reached(name)]).toEqual(expect.arrayContaining([...others]));
  });

  it('cannot be made of a circle', () => {
    const circle = new Map([
      ['a', new Set(['b'])],
      ['b', new Set(['a'])],
    ]);
    expect(() => drawnFolders(circle)).toThrow('circle: a -> b -> a');
  });

  it('does not draw the build into the package', () => {
    for (const [folder, others] of real)
      if (folder !== 'compile') expect([...others], folder).not.toContain('compile');
  });
});
