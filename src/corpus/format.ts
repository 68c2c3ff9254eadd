import { detectFields, type FieldName, hasText } from './fields.js';
import { DelimitedScanner } from './rows/delimited.js';

/** How posts are written in a file. `lines`: one post a line, nothing but its text. */
export const formats = ['csv', 'tsv', 'ndjson', 'json', 'lines'] as const;

export type Format = (typeof formats)[number];

/** A format, and what separates cells if it is delimited. */
export type DetectedFormat =
  | { readonly format: 'csv' | 'tsv'; readonly delimiter: string }
  | { readonly format: 'ndjson' | 'json' | 'lines' };

/** What separates cells, the most usual first. */
const delimiters = [',', '\t', ';', '|', '，'];

/** Cells of the first row of delimited text that is not blank. */
function headerOf(head: string, delimiter: string): readonly string[] {
  const scanner = new DelimitedScanner(delimiter);
  const rows = scanner.push(head);
  const first = rows.length > 0 ? rows[0] : scanner.end()[0];
  return first?.kind === 'cells' ? first.cells.map((cell) => cell.trim()) : [];
}

function isJsonObject(line: string): boolean {
  if (!line.startsWith('{')) return false;
  try {
    JSON.parse(line.endsWith(',') ? line.slice(0, -1) : line);
    return true;
  } catch {
    return false;
  }
}

/**
 * Finds the format from the first text of a file; the name's ending counts only where the text leaves it open.
 *
 * @param head  the first 64 Ki characters or more, or all there is.
 * @param isWhole  whether that is the whole file; else its last line is taken as cut.
 */
export function detectFormat(
  head: string,
  isWhole: boolean,
  name: string,
  given: ReadonlyMap<FieldName, readonly string[]>,
): DetectedFormat {
  const start = head.trimStart();
  if (/^(?:(?:window|var|let|const)\b[\w.$ \t[\]'"]{0,200})=\s*[[{]/.test(start)) return { format: 'json' };
  if (/^\[\s*(?:[{"\]]|$)/.test(start)) return { format: 'json' };
  const lines = head.split('\n', 201);
  if (!isWhole && lines.length > 1) lines.pop();
  const sample = lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, 100);
  const objects = sample.filter(isJsonObject).length;
  if (objects > 0 && objects * 2 >= sample.length) return { format: 'ndjson' };
  if (/^\{\s*(?:["}]|$)/.test(start)) {
    // The lines of an indented object are no objects themselves; a file of broken lines has them start alike.
    const opening = sample.filter((line) => line.startsWith('{')).length;
    return { format: opening > 1 && opening * 2 > sample.length ? 'ndjson' : 'json' };
  }
  const ending = /\.([a-z]+)(?:\.gz)?$/i.exec(name)?.[1]?.toLowerCase();
  if (objects > 0 && (ending === 'jsonl' || ending === 'ndjson')) return { format: 'ndjson' };

  let best: { delimiter: string; score: number } | undefined;
  for (const delimiter of delimiters) {
    const columns = headerOf(head, delimiter);
    if (columns.some((column) => column.length > 60)) continue;
    const fields = detectFields(columns, given);
    if (!hasText(fields)) continue;
    const score = [...fields.values()].filter((names) => names.length > 0).length;
    if (!best || score > best.score) best = { delimiter, score };
  }
  if (best) return { format: best.delimiter === '\t' ? 'tsv' : 'csv', delimiter: best.delimiter };
  if (ending === 'tsv' || ending === 'tab') return { format: 'tsv', delimiter: '\t' };
  if (ending === 'csv') return { format: 'csv', delimiter: commonDelimiter(head) };
  if (ending === 'jsonl' || ending === 'ndjson') return { format: 'ndjson' };
  if (ending === 'json') return { format: 'json' };
  return { format: 'lines' };
}

/** The character that cuts the first line into most cells. */
export function commonDelimiter(head: string): string {
  let best = ',';
  let most = 1;
  for (const delimiter of delimiters) {
    const count = headerOf(head, delimiter).length;
    if (count > most) {
      best = delimiter;
      most = count;
    }
  }
  return best;
}
