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

/** A table that a training wrote. */
interface TrainedTable {
  /** What its header says in lines such as `# step = 0.2`. */
  readonly figures: ReadonlyMap<string, readonly number[]>;
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/**
 * Reads a table that a training wrote: a commented header with figures, a row of column names, one entry a line, read as it
 * stands: an entry may begin with `#` or with a space.
 */
export function parseTrainedTable(text: string): TrainedTable {
  const figures = new Map<string, number[]>();
  const rows: TrainedTable['rows'][number][] = [];
  let inHeader = true;
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '') continue;
    if (inHeader) {
      const [, name, values] = /^# (\w+) = ([-\d. ]+)$/.exec(line) ?? [];
      if (name !== undefined) figures.set(name, (values ?? '').split(' ').map(Number));
      inHeader = line.startsWith('#');
    } else rows.push({ line: index + 1, cells: line.split('\t') });
  }
  return { figures, rows };
}
