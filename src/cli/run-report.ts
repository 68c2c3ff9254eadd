import { basename } from 'node:path';
import type { CloudWord } from '../cloud/index.js';
import { type FileContent, writeFiles } from '../node/write-file.js';
import type { PreparedPartial } from '../partial/index.js';
import {
  buildPreparedReport,
  type PreparedReport,
  type Report,
  renderHtml,
  renderJekyll,
  renderMarkdown,
  rewriteReport,
  type WriterRecord,
  type WriterService,
} from '../report/index.js';
import type { OutputPaths } from './output-names.js';
import { formatReportCsv } from './report-csv.js';
import type { Progress } from './terminal.js';
import type { ReportFormat } from './usage.js';

/** All that a report is made from, after reading, windowing and folding. */
interface ReportRequest {
  readonly prepared: PreparedPartial;
  /** Posts of an earlier period, copies folded, or its report; undefined without `--baseline`. */
  readonly baseline: PreparedReport['baseline'];
  readonly source: string;
  readonly topic: string;
  readonly seed: number;
  /** Milliseconds since 1970: the time that the report bears; undefined for that of the newest post. */
  readonly posttime: number | undefined;
  readonly formats: readonly ReportFormat[];
  /** Rephrases the report's sentences; undefined for none. */
  readonly writer: WriterService | undefined;
  readonly paths: OutputPaths;
  /** Where the report is kept for later ones; undefined for none. */
  readonly state: string | undefined;
  readonly progress: Progress;
}

/** What was written. */
export interface ReportResult {
  readonly files: readonly string[];
  readonly writer: WriterRecord | undefined;
  /** Plain data for `--json`. */
  readonly summary: Readonly<Record<string, unknown>>;
}

/** Words of the picture, so many as read well at its size. */
const CLOUD_WORDS = 160;

async function drawCloud(report: Report, seed: number): Promise<Uint8Array> {
  const { wordCloud } = await import('../cloud/index.js');
  const words: CloudWord[] = report.terms
    .slice(0, CLOUD_WORDS)
    .map(({ term, weight }) => ({ text: term, weight }));
  const drawn = await wordCloud(words, { width: 1600, height: 900, seed });
  return drawn.toJPEG(0.92);
}

/** Builds the report, renders it and writes its files together. */
export async function runReport(request: ReportRequest): Promise<ReportResult> {
  const { paths, progress, formats } = request;
  const plain = await buildPreparedReport({
    ...request.prepared,
    ...(request.baseline === undefined ? {} : { baseline: request.baseline }),
    topic: request.topic,
    source: request.source,
    seed: request.seed,
    ...(request.posttime === undefined ? {} : { postTime: request.posttime }),
    cloudFile: basename(paths.cloud),
    progress: (stage) => progress.start(stage),
  });
  if (request.writer !== undefined) progress.start('waiting for the writer');
  const report = request.writer === undefined ? plain : await rewriteReport(plain, request.writer);
  progress.start('drawing the word cloud');
  const files: FileContent[] = [];
  if (formats.includes('jekyll')) {
    const { pictures } = paths;
    const content = renderJekyll(report, pictures === undefined ? {} : { pictures });
    files.push({ path: paths.markdown, content });
  } else if (formats.includes('markdown'))
    files.push({ path: paths.markdown, content: renderMarkdown(report) });
  if (formats.includes('json')) {
    files.push({ path: paths.json, content: `${JSON.stringify(report, null, 2)}\n` });
  }
  if (formats.includes('csv')) files.push({ path: paths.csv, content: await formatReportCsv(report) });
  const cloud = report.terms.length > 0 ? await drawCloud(report, request.seed) : undefined;
  if (formats.includes('html')) {
    const images = new Map(cloud === undefined ? [] : [[basename(paths.cloud), cloud]]);
    files.push({ path: paths.html, content: renderHtml(report, { images }) });
  }
  if (cloud !== undefined) files.push({ path: paths.cloud, content: cloud });
  const state =
    request.state === undefined ? [] : [{ path: request.state, content: `${JSON.stringify(report)}\n` }];
  await writeFiles([...files, ...state]);
  return {
    files: files.map(({ path }) => path),
    writer: report.writer,
    summary: {
      name: report.name,
      window: report.window,
      used: report.tally.used,
      folded: report.tally.folded,
      ...(report.writer === undefined ? {} : { writer: report.writer }),
    },
  };
}
