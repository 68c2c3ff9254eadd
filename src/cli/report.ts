import { open } from 'node:fs/promises';
import { groupDigits } from '../base/group-digits.js';
import { nameWord } from '../base/name-word.js';
import { describeTally, foldCopies, parseDate, TimeZone, type Window } from '../corpus/index.js';
import { fileError } from '../node/file-error.js';
import { type BatchCounter, type Partial, type PreparedPartial, prepareReport } from '../partial/index.js';
import type { PreparedReport, WriterService } from '../report/index.js';
import { startCounter } from './counter.js';
import { outputPaths, sourceName } from './output-names.js';
import { whereRejects } from './read-input.js';
import { expectPosts, type MapFlags, mergeFiles, readPartial } from './read-partial.js';
import { readReport, readState, statePath } from './report-state.js';
import { type ReportResult, runReport } from './run-report.js';
import { Progress, paint, print } from './terminal.js';
import { type ReportFormat, reportFormats, usageError } from './usage.js';

/** Options of `redian report`, as commander gives them. */
interface ReportFlags extends MapFlags {
  readonly partials?: boolean;
  readonly workers?: number;
  readonly topic: string;
  readonly source?: string;
  readonly out: string;
  readonly baseline?: readonly string[];
  readonly state?: string;
  readonly seed: number;
  readonly posttime?: string;
  readonly format: string;
  readonly writer?: string;
  readonly writerModel?: string;
  readonly writerTimeout: number;
  readonly quiet?: boolean;
  readonly json?: boolean;
}

function readFormats(list: string): ReportFormat[] {
  const formats = list.split(',').map((name) => name.trim());
  for (const name of formats) {
    if (!(reportFormats as readonly string[]).includes(name)) {
      throw usageError('--format', `one or more of ${reportFormats.join(', ')}`, name);
    }
  }
  return [...new Set(formats)] as ReportFormat[];
}

function readName(option: string, text: string): string {
  if (nameWord(text) === '') throw usageError(option, 'letters or digits', text);
  return text.trim();
}

/** The service that may rephrase; its key comes from the environment alone, where no list of processes shows it. */
function readWriter(flags: ReportFlags): WriterService | undefined {
  if (flags.writer === undefined) {
    if (flags.writerModel !== undefined)
      throw usageError('--writer', 'an address beside --writer-model', 'none');
    return undefined;
  }
  if (flags.writerModel === undefined) throw usageError('--writer-model', 'the name of a model', 'none');
  const apiKey = process.env.REDIAN_WRITER_KEY;
  return {
    url: flags.writer,
    model: flags.writerModel,
    timeout: flags.writerTimeout * 1000,
    ...(apiKey === undefined || apiKey === '' ? {} : { apiKey }),
  };
}

function readPosttime(text: string | undefined, timeZone: string): number | undefined {
  if (text === undefined) return undefined;
  const parsed = parseDate(text, { timeZone: new TimeZone(timeZone) });
  if (!parsed.ok) throw usageError('--posttime', 'a time such as "2025-11-30 15:31:58 +0800"', text);
  return parsed.time;
}

/** Whether a file holds a report: JSON that begins by saying so. */
async function isReport(path: string): Promise<boolean> {
  if (!/\.json$/i.test(path)) return false;
  const head = Buffer.alloc(256);
  const file = await open(path, 'r').catch((cause: unknown) => {
    throw fileError(path, 'read', cause);
  });
  try {
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    return /^\ufeff?\s*\{\s*"format":\s*"redian-report"/.test(head.toString('utf8', 0, bytesRead));
  } finally {
    await file.close();
  }
}

/** The posts before the window, or the report of an earlier one. */
async function readBaseline(
  flags: ReportFlags,
  window: Window,
  topic: string,
  progress: Progress,
): Promise<PreparedReport['baseline']> {
  if (flags.state !== undefined) return readState(flags.state, window, topic);
  const files = flags.baseline;
  if (files === undefined) return undefined;
  const reports = await Promise.all(files.map(isReport));
  const [path] = files;
  if (reports.includes(true)) {
    if (files.length > 1 || path === undefined) {
      throw usageError('--baseline', 'one report, or files with posts', files.join(' '));
    }
    return readReport(path);
  }
  const { rejects: _, from: __, to: ___, ...reading } = flags;
  const earlier = await readPartial(files, reading, { counter: noCounter }, progress);
  return foldCopies(
    earlier.sample.posts().filter(({ createdAt }) => createdAt === undefined || createdAt < window.start),
  );
}

/** Reads, selects and folds the posts, and has the report made of them. */
export async function report(files: readonly string[], flags: ReportFlags): Promise<void> {
  const progress = new Progress(flags.quiet === true);
  const formats = readFormats(flags.format);
  const writer = readWriter(flags);
  const topic = readName('--topic', flags.topic);
  const source = flags.source === undefined ? undefined : readName('--source', flags.source);
  if (flags.partials === true) checkPartialFlags(flags);
  if (flags.from !== undefined && flags.to !== undefined && flags.from > flags.to) {
    throw usageError('--to', `a day not before ${flags.from}`, flags.to);
  }

  const posttime = readPosttime(flags.posttime, flags.timeZone);
  const partial =
    flags.partials === true ? await mergePosts(files, progress) : await readAll(files, flags, progress);
  const { tally, settings } = partial;
  progress.start('folding copies');
  const prepared = prepareReport(partial, describeTally(tally));
  const { window } = prepared;
  const baseline = await readBaseline({ ...flags, timeZone: settings.timeZone }, window, topic, progress);

  const name = source ?? sourceName(tally, flags.partials === true ? partial.files : files);
  const result = await runReport({
    prepared,
    baseline,
    source: name,
    topic,
    seed: flags.seed,
    posttime,
    formats,
    writer,
    paths: outputPaths(flags.out, name, topic, window),
    state: flags.state === undefined ? undefined : statePath(flags.state, window),
    progress,
  });
  progress.clear();
  if (flags.json === true) {
    await print(`${JSON.stringify({ files: result.files, tally, ...result.summary })}\n`);
    return;
  }
  tellSummary(partial, prepared, result, flags, progress);
  for (const file of result.files) await print(`${paint(file, 'bold', process.stdout)}\n`);
}

/** Says what was read, what became of it, and how the writer did. */
function tellSummary(
  { tally }: Partial,
  prepared: PreparedPartial,
  { writer }: ReportResult,
  flags: ReportFlags,
  progress: Progress,
): void {
  const { outside, undated, inWindow, sampled } = prepared.tally;
  const read = sampled ?? inWindow;
  const used = prepared.posts.length;
  progress.say(
    `${describeTally(tally)}${whereRejects(tally, flags)}; ` +
      `${groupDigits(outside)} outside the window, ${groupDigits(undated)} without a date, ` +
      (sampled === undefined
        ? ''
        : `${groupDigits(inWindow)} counted, ${groupDigits(sampled)} of them read in full, `) +
      `${groupDigits(read - used)} folded, ${groupDigits(used)} used`,
  );
  if (tally.futureDates > 0) progress.say(`${groupDigits(tally.futureDates)} posts are dated in the future`);
  if (writer !== undefined) {
    const { accepted, refused, failed } = writer;
    const reasons = [...new Set(failed.map(({ reason }) => reason))];
    progress.say(
      `writer: ${accepted} sentences rephrased, ${refused.length} proposals refused, ${failed.length} sections failed` +
        (reasons.length > 0 ? ` (${reasons.join('; ')})` : ''),
    );
  }
}

async function mergePosts(files: readonly string[], progress: Progress): Promise<Partial> {
  const partial = await mergeFiles(files, progress);
  expectPosts(partial, files);
  return partial;
}

/** A baseline is only what it keeps. */
const noCounter: BatchCounter = { parallel: 1, count: async () => ({ days: [], promotional: 0, terms: [] }) };

async function readAll(files: readonly string[], flags: ReportFlags, progress: Progress): Promise<Partial> {
  const counter = startCounter(flags.workers);
  try {
    return await readPartial(files, flags, { counts: 'beyond-sample', ...counter.option }, progress);
  } finally {
    await counter.close();
  }
}

/** What `redian map` has settled already. */
function checkPartialFlags(flags: ReportFlags): void {
  for (const name of ['from', 'to'] as const) {
    if (flags[name] !== undefined) {
      throw usageError(`--${name}`, 'no such option beside --partials; redian map takes it', flags[name]);
    }
  }
}
