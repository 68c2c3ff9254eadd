import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Window } from '../corpus/index.js';
import { DocumentCounts } from '../counting/document-counts.js';
import { RedianError } from '../errors.js';
import { fileError } from '../node/file-error.js';
import type { PreparedReport, Report } from '../report/index.js';
import { readJson } from './read-json.js';

/** Reports of so many earlier windows are what a new one is compared with. */
const REMEMBERED = 7;

const name = /^(\d{4}-\d\d-\d\d)_(\d{4}-\d\d-\d\d)\.json$/;

/** Where the report of a window is kept: `2025-11-28_2025-11-30.json`. */
export function statePath(folder: string, window: Window): string {
  return join(folder, `${window.from}_${window.to}.json`);
}

/** A report as JSON that holds what a later one needs of it. */
export async function readReport(path: string): Promise<Report> {
  const report = (await readJson(path)) as Report | null;
  if (
    report?.format !== 'redian-report' ||
    report.version !== 1 ||
    report.counts === undefined ||
    report.history === undefined
  ) {
    throw new RedianError('INVALID_DATA', `${path}: expected a report of version 1 with counts and history`);
  }
  return report;
}

/**
 * The windows before this one that a folder keeps reports of, as the baseline of a new report: the counts of the last
 * seven together, the topics as the last one left them. Reports of this window or later ones are left aside, so that a
 * run repeated gives the same report.
 *
 * @returns undefined for a folder that holds none, or is not there yet.
 * @throws {RedianError} INVALID_DATA for a file that is no report, or one about another topic.
 */
export async function readState(
  folder: string,
  window: Window,
  topic: string,
): Promise<PreparedReport['baseline']> {
  let files: string[];
  try {
    files = await readdir(folder);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw fileError(folder, 'read', cause);
  }
  const earlier = files
    .flatMap((file) => {
      const [, from, to] = name.exec(file) ?? [];
      return from !== undefined && to !== undefined && to < window.from ? [{ file, from, to }] : [];
    })
    .sort((a, b) => (a.to === b.to ? (a.from < b.from ? -1 : 1) : a.to < b.to ? -1 : 1))
    .slice(-REMEMBERED);
  const reports: Report[] = [];
  for (const { file } of earlier) {
    const path = join(folder, file);
    const report = await readReport(path);
    if (report.topic !== topic) {
      throw new RedianError(
        'INVALID_DATA',
        `${path}: expected a report on ${topic}, got one on ${report.topic}`,
      );
    }
    reports.push(report);
  }
  const last = reports.at(-1);
  if (last === undefined) return undefined;
  const counts = new DocumentCounts();
  for (const report of reports) counts.merge(DocumentCounts.from(report.counts));
  return { format: 'redian-report', counts: counts.toJSON(), history: last.history };
}
