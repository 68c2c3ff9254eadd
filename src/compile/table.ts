import { readFileSync } from 'node:fs';

/** A row of a dictionary by column name, with the line it stands on. */
export interface TableRow {
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
}

/**
 * Reads a dictionary: commented header lines, a row of column names, one entry a line, tabs between columns. Missing
 * cells at the end of a line are empty.
 */
export function readTable(path: string): TableRow[] {
  const rows: TableRow[] = [];
  let columns: string[] | undefined;
  for (const [index, line] of readFileSync(path, 'utf8').split('\n').entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const cells = line.split('\t');
    if (columns === undefined) {
      columns = cells;
      continue;
    }
    if (cells.length > columns.length) {
      throw new Error(`${path}, line ${index + 1}: ${cells.length} columns, expected ${columns.length}`);
    }
    rows.push({ line: index + 1, cells: new Map(columns.map((name, i) => [name, (cells[i] ?? '').trim()])) });
  }
  return rows;
}

/** Reads a list: one entry a line, lines that begin with `#` are comments. */
export function readList(path: string): string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** The parts of a cell that holds several, separated by `|`. */
export function parts(cell: string | undefined): string[] {
  return (cell ?? '').split('|').filter((part) => part !== '');
}
