import { RedianError } from '../errors.js';
import { type TermCategory, type TermDefinition, termCategories } from './term-info.js';

const columns = [
  'term',
  'family',
  'canonical',
  'category',
  'aliases',
  'chinese',
  'ticker',
  'maker',
  'match',
] as const;
type Column = (typeof columns)[number];

/** A row of a dictionary with the number of its line, counted from 1. */
interface TermRow extends TermDefinition {
  readonly line: number;
}

/**
 * Reads a term dictionary: lines of columns separated by tabs, the first of them their names (`term` or
 * `family`, then any of canonical, category, aliases, chinese, ticker, maker, match). `|` separates aliases and Chinese
 * names; `exact` under match asks for the term in this case. Lines that begin with `#` and blank ones are comments.
 *
 * @throws {RedianError} INVALID_DICTIONARY with every bad line.
 */
export function parseTermDictionary(content: string, name: string): TermRow[] {
  const rows: TermRow[] = [];
  const problems: string[] = [];
  let header: (Column | undefined)[] | undefined;
  for (const [index, raw] of content
    .replace(/^\ufeff/u, '')
    .split('\n')
    .entries()) {
    const text = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (text.trim() === '' || text.startsWith('#')) continue;
    const cells = text.split('\t').map((cell) => cell.trim());
    if (header === undefined) {
      header = cells.map((cell) => columns.find((column) => column === cell));
      if (header.includes('term') || header.includes('family')) continue;
      throw new RedianError(
        'INVALID_DICTIONARY',
        `${name}, line ${index + 1}: expected the names of the columns, term among them, separated by tabs`,
        { details: { name, line: index + 1 } },
      );
    }
    const row = new Map<Column, string>();
    for (const [at, column] of header.entries()) {
      const cell = cells[at];
      if (column !== undefined && cell !== undefined && cell !== '') row.set(column, cell);
    }
    const term = row.get('term') ?? row.get('family');
    const category = termCategories.find((known) => known === row.get('category'));
    if (cells.length > header.length) {
      problems.push(`line ${index + 1}: ${cells.length} columns, expected ${header.length}`);
    } else if (term === undefined) problems.push(`line ${index + 1}: no term`);
    else if (row.has('category') && category === undefined) {
      problems.push(`line ${index + 1}: category "${row.get('category')}" is unknown`);
    } else if (row.has('match') && row.get('match') !== 'exact') {
      problems.push(`line ${index + 1}: match "${row.get('match')}" is unknown, expected exact`);
    } else rows.push(definition(term, row, category ?? 'concept', index + 1));
  }
  if (problems.length > 0) throw badLines(name, problems);
  return rows;
}

/** The error that tells the first twenty bad lines, with all of them in its details. */
export function badLines(name: string, problems: readonly string[]): RedianError {
  return new RedianError('INVALID_DICTIONARY', `${name}: ${problems.slice(0, 20).join('; ')}`, {
    details: { name, problems },
  });
}

function definition(
  term: string,
  row: ReadonlyMap<Column, string>,
  category: TermCategory,
  line: number,
): TermRow {
  const list = (column: Column): string[] =>
    (row.get(column) ?? '')
      .split('|')
      .map((cell) => cell.trim())
      .filter((cell) => cell !== '');
  const [chinese, ...others] = list('chinese');
  const ticker = row.get('ticker')?.replace(/^\$/u, '');
  const maker = row.get('maker');
  return {
    term: row.has('match') ? `=${term}` : term,
    canonical: row.get('canonical') ?? term,
    category,
    aliases: [...list('aliases'), ...others],
    line,
    ...(row.has('family') ? { family: true } : {}),
    ...(chinese === undefined ? {} : { chinese }),
    ...(ticker === undefined ? {} : { ticker }),
    ...(maker === undefined ? {} : { maker }),
  };
}
