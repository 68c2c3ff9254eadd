/**
 * Checks the dictionaries in the repository: `npm run lint:dictionaries`. Reports every finding with file and line, and
 * fails if there is one.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compareStrings } from '../base/compare.js';
import { fold } from '../text/fold.js';
import { Tokenizer } from '../tokenizer/index.js';
import { OrdinaryNames } from './ordinary-names.js';
import { tellsAnother } from './other-member.js';
import { parts, readList, readTable, type TableRow } from './table.js';

/** A Chinese surface that people write so often in another sense is no name. jieba's frequency. */
const COMMON = 12_000;

const folder = fileURLToPath(new URL('../../dictionaries/', import.meta.url));
const categories = new Set(
  'company model product person technique benchmark dataset hardware event concept organization'.split(' '),
);
const findings: string[] = [];

function find(file: string, line: number, message: string): void {
  findings.push(`dictionaries/${file}:${line}: ${message}`);
}

/** Categories of things that have versions. */
const versioned = new Set(['model', 'product', 'hardware']);
/** Categories of things of which there are lines. */
const lines = new Set([...versioned, 'benchmark', 'dataset']);

/** Whether a surface says no version, and its canonical name is the same with one: Loihi of Loihi 2, 可灵 beside 可灵2.5. */
function addsVersion(surface: string, surfaces: readonly string[], cells: TableRow['cells']): boolean {
  const canonical = cells.get('canonical') ?? '';
  if (!versioned.has(cells.get('category') ?? '') || /\d/u.test(surface) || !/\d/u.test(canonical))
    return false;
  if (surfaces.some((other) => other.startsWith(surface) && /^\d/u.test(other.slice(surface.length))))
    return true;
  const words = (name: string): string[] => fold(name).match(/[a-z]+/gu) ?? [];
  const known = new Set([...words(canonical), ...words(cells.get('maker') ?? '')]);
  const own = words(surface);
  return own.length > 0 && own.every((word) => known.has(word));
}

/** How a surface is matched: folded, without the separators between its parts. */
function keyOf(surface: string): string {
  return fold(surface.replace(/^=/, '')).replace(/[ \-_·]/g, '');
}

function checkSorted(file: string, rows: readonly TableRow[], column: string): void {
  for (let i = 1; i < rows.length; i++) {
    const before = fold(rows[i - 1]?.cells.get(column) ?? '');
    const own = fold(rows[i]?.cells.get(column) ?? '');
    if (compareStrings(before, own) > 0)
      find(file, rows[i]?.line ?? 0, `"${own}" is not in order after "${before}"`);
    if (before === own) find(file, rows[i]?.line ?? 0, `"${own}" is there twice`);
  }
}

/** English words that a term may only be in its very case: WHO is not who. */
const everyday = new Set(
  ['stop-words-en.txt', 'common-words-en.txt'].flatMap((name) => readList(folder + name)),
);

function checkTerms(tokenizer: Tokenizer): number {
  const ordinary = new OrdinaryNames(folder);
  const owners = new Map<string, { canonical: string; where: string }>();
  let terms = 0;
  for (const name of readdirSync(`${folder}ai-terms`).sort()) {
    const file = `ai-terms/${name}`;
    const rows = readTable(folder + file);
    checkSorted(file, rows, 'term');
    for (const { line, cells } of rows) {
      terms++;
      const canonical = cells.get('canonical') ?? '';
      if (canonical === '') find(file, line, 'no canonical name');
      if (!categories.has(cells.get('category') ?? ''))
        find(file, line, `category "${cells.get('category')}" is unknown`);
      if (!['', 'exact'].includes(cells.get('match') ?? ''))
        find(file, line, `match "${cells.get('match')}" is unknown`);
      const mark = cells.get('match') === 'exact' ? '=' : '';
      const surfaces = [
        mark + cells.get('term'),
        ...parts(cells.get('aliases')),
        ...parts(cells.get('chinese')),
      ];
      for (const surface of surfaces) {
        const key = keyOf(surface);
        if (key === '') find(file, line, `surface "${surface}" is empty`);
        const exact = surface.startsWith('=') ? `=${surface.slice(1)}` : key;
        const owner = owners.get(exact);
        if (owner !== undefined && owner.canonical !== canonical) {
          find(
            file,
            line,
            `"${surface}" stands for ${canonical} here and for ${owner.canonical} in ${owner.where}`,
          );
        }
        owners.set(exact, { canonical, where: `${file}:${line}` });
        if (!surface.startsWith('=') && everyday.has(surface.toLowerCase())) {
          find(file, line, `"${surface}" is an English word; expected "exact" or a leading =`);
        }
        if (cells.get('category') !== 'hardware' && ordinary.needsCase(surface, cells.get('category'))) {
          find(
            file,
            line,
            `"${surface}" is made of English words; expected capitals, "exact" or a leading =`,
          );
        }
        if (addsVersion(surface, surfaces, cells)) {
          find(file, line, `"${surface}" has no version; expected a term of its own beside ${canonical}`);
        }
        if (lines.has(cells.get('category') ?? '') && tellsAnother(surface, canonical, surfaces)) {
          find(file, line, `"${surface}" is not ${canonical}; expected a term of its own`);
        }
        if (/^\p{Script=Han}{1,2}$/u.test(surface) && (tokenizer.frequencyOf(surface) ?? 0) > COMMON) {
          find(file, line, `"${surface}" is an everyday word (frequency ${tokenizer.frequencyOf(surface)})`);
        }
      }
    }
  }
  return terms;
}

function checkLists(): void {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
    const lines = readFileSync(folder + file, 'utf8').split('\n');
    if (!lines[0]?.startsWith('#')) find(file, 1, 'no commented header');
    const entries = lines
      .map((text, index) => ({ text, line: index + 1 }))
      .filter(({ text }) => text !== '' && !text.startsWith('#'));
    const seen = new Set<string>();
    for (const { text, line } of entries) {
      if (seen.has(text)) find(file, line, `"${text}" is there twice`);
      seen.add(text);
      if (text !== text.trim()) find(file, line, `"${text}" has white space at an edge`);
    }
  }
}

function checkTables(): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.tsv'),
  );
  for (const file of files.sort()) {
    const text = readFileSync(folder + file, 'utf8');
    if (!text.startsWith('#')) find(file, 1, 'no commented header');
    if (!/source/i.test(text.slice(0, 3000)) || !/licen[cs]e/i.test(text.slice(0, 3000))) {
      find(file, 1, 'the header names no source or no licence');
    }
    if (text.includes('\r')) find(file, 1, 'carriage returns; expected lines that end in \\n alone');
    if (!text.endsWith('\n')) find(file, 1, 'no line end behind the last line');
  }
}

if (!existsSync(folder)) throw new Error(`${folder} does not exist`);
const terms = checkTerms(Tokenizer.loadSync());
checkLists();
checkTables();
checkSorted('families.tsv', readTable(`${folder}families.tsv`), 'family');
checkSorted('finance/coins.tsv', readTable(`${folder}finance/coins.tsv`), 'symbol');
checkSorted('finance/stocks.tsv', readTable(`${folder}finance/stocks.tsv`), 'ticker');
for (const finding of findings) console.log(finding);
console.log(`${terms} terms, ${findings.length} findings`);
process.exitCode = findings.length === 0 ? 0 : 1;
