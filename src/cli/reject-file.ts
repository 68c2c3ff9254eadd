import type { Reject } from '../corpus/index.js';
import { writeFile } from '../node/write-file.js';
import { formatCsv } from './csv.js';

/** The rejects as CSV, safe to open in a spreadsheet, or as NDJSON. */
export async function formatRejects(rejects: readonly Reject[], isCsv: boolean): Promise<string> {
  if (!isCsv) return rejects.map((reject) => `${JSON.stringify(reject)}\n`).join('');
  const columns = ['file', 'line', 'reason', 'message', 'raw'] as const;
  return formatCsv(
    columns,
    rejects.map((reject) => columns.map((name) => reject[name])),
    false,
  );
}

/** Writes the rejects: CSV if the file's name ends so, else NDJSON. */
export async function writeRejects(path: string, rejects: readonly Reject[]): Promise<void> {
  await writeFile(path, await formatRejects(rejects, /\.csv$/i.test(path)));
}
