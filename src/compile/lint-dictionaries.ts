/**
 * `npm run lint:dictionaries`: what the eye misses in the dictionaries of terms.
 *
 * Errors: an unknown column or category, an entry twice, a way to write something that two terms claim, a file that
 * is not sorted, a name of one character or of letters that make an English stop word. Warnings: a name that is also
 * a frequent word of Chinese, and so will be found where nobody meant it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compareStrings } from '../base/compare.js';
import { termCategories } from '../lexicon/term-info.js';
import { termKey } from '../lexicon/term-key.js';
import { fold, plainOf } from '../text/fold.js';
import { parts, readList, readTable, type TableRow } from './table.js';

/** jieba's count from which a Chinese word is frequent. */
const FREQUENT = 5000;

const root = fileURLToPath(new URL('../../', import.meta.url));
const errors: string[] = [];
const warnings: string[] = [];

interface Claim {
  readonly canonical: string;
  readonly place: string;
}

const frequencies = new Map<string, number>();
for (const line of readFileSync(`${root}node_modules/@node-rs/jieba/dict.txt`, 'utf8').split('\n')) {
  const [word, count] = line.split(' ');
  if (word !== undefined && count !== undefined) frequencies.set(word, Number(count));
}
const stopWordFile = `${root}dictionaries/stop-words-en.txt`;
const stopWords = new Set(
  existsSync(stopWordFile) ? readList(stopWordFile).map((word) => word.toLowerCase()) : [],
);

/** Key of a surface; one that asks for its case is apart from the others. */
function claimOf(surface: string): string {
  return surface.length > 1 && surface.startsWith('=')
    ? surface.replace(/[ \-_·]/gu, '')
    : termKey(surface, plainOf).key;
}

const claims = new Map<string, Claim>();

function claim(surface: string, canonical: string, place: string): void {
  const key = claimOf(surface);
  const bare = surface.replace(/^=(?=.)/u, '');
  if (key === '') errors.push(`${place}: "${surface}" has no letter, digit or character to be found by`);
  const other = claims.get(key);
  if (other === undefined) claims.set(key, { canonical, place });
  else if (other.canonical !== canonical) {
    errors.push(
      `${place}: "${surface}" stands for ${canonical}, and for ${other.canonical} in ${other.place}`,
    );
  }
  if (/^[\u4e00-\u9fff]$/u.test(bare)) errors.push(`${place}: "${surface}" is a single character`);
  if (!surface.startsWith('=') && stopWords.has(bare.toLowerCase())) {
    const message = `${place}: "${surface}" is a word of English; write it with a leading = or match exact`;
    (bare === bare.toUpperCase() ? warnings : errors).push(message);
  }
  const frequency = frequencies.get(bare) ?? 0;
  if (/^[\u4e00-\u9fff]+$/u.test(bare) && frequency >= FREQUENT) {
    warnings.push(`${place}: "${surface}" is also an ordinary word (${frequency} in jieba's dictionary)`);
  }
}

function checkSorted(rows: readonly TableRow[], column: string, file: string): void {
  let previous = '';
  for (const { line, cells } of rows) {
    const key = fold(cells.get(column) ?? '');
    if (compareStrings(previous, key) > 0) {
      errors.push(`${file}, line ${line}: "${cells.get(column)}" stands behind "${previous}"`);
    }
    previous = key;
  }
}

function checkTerms(file: string): void {
  const rows = readTable(root + file);
  checkSorted(rows, 'term', file);
  const seen = new Map<string, number>();
  for (const { line, cells } of rows) {
    const place = `${file}, line ${line}`;
    const term = cells.get('term') ?? '';
    const canonical = cells.get('canonical') || term;
    if (term === '') {
      errors.push(`${place}: no term`);
      continue;
    }
    const twice = seen.get(term);
    if (twice !== undefined) errors.push(`${place}: "${term}" stands in line ${twice} already`);
    seen.set(term, line);
    const category = cells.get('category') ?? '';
    if (!termCategories.some((known) => known === category)) {
      errors.push(`${place}: category "${category}"; expected one of ${termCategories.join(', ')}`);
    }
    const exact = cells.get('match') === 'exact' ? '=' : '';
    for (const surface of new Set([
      exact + term,
      ...parts(cells.get('aliases')),
      ...parts(cells.get('chinese')),
    ])) {
      claim(surface, canonical, place);
    }
  }
}

const folder = 'dictionaries/ai-terms/';
for (const name of readdirSync(root + folder).sort()) if (name.endsWith('.tsv')) checkTerms(folder + name);

for (const [file, column] of [
  ['dictionaries/finance/stocks.tsv', 'ticker'],
  ['dictionaries/finance/coins.tsv', 'symbol'],
  ['dictionaries/families.tsv', 'family'],
] as const) {
  if (!existsSync(root + file)) continue;
  const rows = readTable(root + file);
  const seen = new Map<string, number>();
  for (const { line, cells } of rows) {
    const key = cells.get(column) ?? '';
    const twice = seen.get(key);
    if (key === '') errors.push(`${file}, line ${line}: no ${column}`);
    if (twice !== undefined) errors.push(`${file}, line ${line}: "${key}" stands in line ${twice} already`);
    seen.set(key, line);
  }
}

for (const warning of warnings) console.log(`warning: ${warning}`);
for (const error of errors) console.log(`error: ${error}`);
console.log(
  `dictionaries: ${claims.size} ways to write terms, ${errors.length} errors, ${warnings.length} warnings`,
);
if (errors.length > 0) process.exitCode = 1;
