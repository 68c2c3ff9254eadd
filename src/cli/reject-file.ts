import { writeToString } from 'fast-csv';
import type { Reject } from '../corpus/index.js';
import { writeFile } from '../node/write-file.js';

/** What a spreadsheet would take for a formula gets an apostrophe in front, as OWASP has it. */
export function guardCell(text: string): string {
  return /^[\s\uFEFF]*[=+\-@＝＋－＠\t\r]/.test(text) ? `'${text}` : text;
}

/** The rejects as CSV, safe to open in a spreadsheet, or as NDJSON. */
export async function formatRejects(rejects: readonly Reject[], isCsv: boolean): Promise<string> {
  if (!isCsv) return rejects.map((reject) => `${JSON.stringify(reject)}\n`).join('');
  const columns = ['file', 'line', 'reason', 'message', 'raw'] as const;
  const rows = rejects.map((reject) =>
    columns.map((name) => {
      const value = reject[name];
      return typeof value === 'number' ? value : guardCell(value);
    }),
  );
  return writeToString([[...columns], ...rows], { includeEndRowDelimiter: true, rowDelimiter: '\r\n' });
}

/** Writes the rejects: CSV if the file's name ends so, else NDJSON. */
export async function writeRejects(path: string, rejects: readonly Reject[]): Promise<void> {
  await writeFile(path, await formatRejects(rejects, /\.csv$/i.test(path)));
}
