import { escapeXml } from '../cloud/svg.js';
import { describeValue, RedianError } from '../errors.js';

/** A row of results: a keyword, a phrase, a topic, an event. */
export type Row = Readonly<Record<string, unknown>>;

/** How many entries of a list are written out in a cell. */
const mostEntries = 8;

/** Fields that are the name of an entry in a list, such as the `term` of a topic's terms. */
const nameFields = ['term', 'word', 'phrase', 'text', 'name', 'label'];

const cellStyle = 'padding:2px 12px;vertical-align:top';

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function entryText(entry: unknown): string {
  if (!isRow(entry)) return String(entry);
  const field = nameFields.find((name) => typeof entry[name] === 'string');
  return field === undefined ? JSON.stringify(entry) : String(entry[field]);
}

/** Numbers short, lists by the names of their entries, lists of numbers by their length. */
function cellText(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') {
    return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(4)));
  }
  if (Array.isArray(value)) {
    if (value.length > 0 && typeof value[0] === 'number') return String(value.length);
    const shown = value.slice(0, mostEntries).map(entryText).join(', ');
    return value.length > mostEntries ? `${shown}, …` : shown;
  }
  return isRow(value) ? entryText(value) : String(value);
}

/**
 * Rows as an HTML table, one column for each field, in the order in which the fields first occur.
 * @throws {RedianError} INVALID_ARGUMENT naming the row that is no object
 */
export function htmlTable(rows: readonly Row[]): string {
  const fields = new Set<string>();
  for (const [index, row] of rows.entries()) {
    if (!isRow(row)) {
      throw new RedianError(
        'INVALID_ARGUMENT',
        `rows[${index}]: expected an object, got ${describeValue(row)}`,
      );
    }
    for (const field of Object.keys(row)) fields.add(field);
  }
  const numeric = new Set([...fields].filter((field) => rows.every((row) => typeof row[field] === 'number')));
  const style = (field: string) => `${cellStyle};text-align:${numeric.has(field) ? 'right' : 'left'}`;
  const head = [...fields].map((field) => `<th style="${style(field)}">${escapeXml(field)}</th>`).join('');
  const body = rows.map((row) => {
    const cells = [...fields].map(
      (field) => `<td style="${style(field)}">${escapeXml(cellText(row[field]))}</td>`,
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

/** The same for a reader without HTML: fields parted by tabs. */
export function plainTable(rows: readonly Row[]): string {
  return rows.map((row) => Object.values(row).map(cellText).join('\t')).join('\n');
}
