import { writeToString } from 'fast-csv';

/** What a spreadsheet would take for a formula gets an apostrophe in front, as OWASP has it. */
export function guardCell(text: string): string {
  return /^[\s\uFEFF]*[=+\-@＝＋－＠\t\r]/.test(text) ? `'${text}` : text;
}

/**
 * A table as CSV (RFC 4180) that is safe to open in a spreadsheet.
 *
 * @param header  names of the columns.
 * @param hasMark  whether a mark in front tells a spreadsheet that this is UTF-8.
 */
export async function formatCsv(
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  hasMark: boolean,
): Promise<string> {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? guardCell(cell) : cell)));
  return writeToString([[...header], ...cells], {
    includeEndRowDelimiter: true,
    rowDelimiter: '\r\n',
    writeBOM: hasMark,
  });
}
