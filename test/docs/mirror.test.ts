import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const docs = fileURLToPath(new URL('../../docs/', import.meta.url));
/** Pages of one language: the example is a report, which is in Chinese; the others hold no text of their own. */
const alone = ['changelog.md', 'playground.md'];

const pagesIn = (folder: string): string[] =>
  ['', 'guide/'].flatMap((inner) =>
    readdirSync(join(folder, inner))
      .filter((name) => name.endsWith('.md') && !alone.includes(name))
      .map((name) => inner + name),
  );

it('has every page in Chinese and in English', () => {
  expect(pagesIn(join(docs, 'en')).sort()).toEqual(pagesIn(docs).sort());
});

/** What both languages of a page must have alike: headings by level, tables by their rows, code by its lines. */
function shape(text: string): string[] {
  let fence = false;
  return text.split('\n').flatMap((line) => {
    if (line.startsWith('```')) {
      fence = !fence;
      return [line];
    }
    if (fence) return [];
    if (/^#+ /.test(line)) return [line.replace(/ .*/, '')];
    return line.startsWith('|') ? [`row of ${line.split(/(?<!\\)\|/).length - 2}`] : [];
  });
}

it.each(pagesIn(docs))('has the same headings, tables and code in both languages: %s', (page) => {
  const twin = join(docs, 'en', page);
  if (!existsSync(twin)) return;
  expect(shape(readFileSync(twin, 'utf8'))).toEqual(shape(readFileSync(join(docs, page), 'utf8')));
});
