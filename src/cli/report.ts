import { open } from 'node:fs/promises';
import { nameWord } from '../base/name-word.js';
import {
  dayWindow,
  describeTally,
  foldCopies,
  type Post,
  parseDate,
  selectWindow,
  TimeZone,
  type Window,
  type Windowed,
  windowOfPosts,
} from '../corpus/index.js';
import { RedianError } from '../errors.js';
import { fileError } from '../node/write-file.js';
import type { PreparedReport, WriterService } from '../report/index.js';
import { outputPaths, sourceName } from './output-names.js';
import { type ReadFlags, readInput, whereRejects } from './read-input.js';
import { readReport, readState, statePath } from './report-state.js';
import { type ReportFormat, reportFormats, runReport } from './run-report.js';
import { formatCount, Progress, paint, print } from './terminal.js';
import { usageError } from './usage.js';

/** Options of `redian report`, as commander gives them. */
export interface ReportFlags extends ReadFlags {
  readonly from?: string;
  readonly to?: string;
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

/** The window that is asked for; open ends reach to the first and the last post. */
function windowFor(flags: ReportFlags, posts: readonly Post[]): Window | undefined {
  const { from, to, timeZone } = flags;
  if (from !== undefined && to !== undefined) return dayWindow({ from, to, timeZone });
  const whole = windowOfPosts(posts, timeZone);
  if (!whole)
    return from === undefined && to === undefined
      ? undefined
      : dayWindow({ from: from ?? to ?? '', timeZone });
  const first = from ?? (to !== undefined && to < whole.from ? to : whole.from);
  const last = to ?? (from !== undefined && from > whole.to ? from : whole.to);
  return dayWindow({ from: first, to: last, timeZone });
}

/** Posts that bear no date at all are of today: there is no window to be outside of. */
function windowOfToday(posts: readonly Post[], timeZone: string): { window: Window; windowed: Windowed } {
  const day = new TimeZone(timeZone).dayOf(Date.now());
  const window = dayWindow({ from: day, timeZone });
  const days = [{ day, posts: posts.length }];
  return {
    window,
    windowed: { posts: [...posts], days, emptyDays: [], before: 0, after: 0, undated: posts.length },
  };
}

function emptyWindow(window: Window, windowed: Windowed, read: string): RedianError {
  const parts = [
    windowed.before > 0 ? `${formatCount(windowed.before)} before it` : '',
    windowed.after > 0 ? `${formatCount(windowed.after)} after it` : '',
    windowed.undated > 0 ? `${formatCount(windowed.undated)} without a date` : '',
  ].filter((part) => part !== '');
  const days = window.from === window.to ? window.from : `${window.from} to ${window.to}`;
  return new RedianError(
    'NO_POSTS',
    `no post in the window ${days} (${window.timeZone}): ${parts.join(', ')}; ${read}`,
  );
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
  const earlier = await readInput(files, withoutRejects(flags), progress);
  return foldCopies(
    earlier.posts.filter(({ createdAt }) => createdAt === undefined || createdAt < window.start),
  );
}

/** Reads, selects and folds the posts, and has the report made of them. */
export async function report(files: readonly string[], flags: ReportFlags): Promise<void> {
  const progress = new Progress(flags.quiet === true);
  const formats = readFormats(flags.format);
  const writer = readWriter(flags);
  const topic = readName('--topic', flags.topic);
  const source = flags.source === undefined ? undefined : readName('--source', flags.source);
  if (flags.from !== undefined && flags.to !== undefined && flags.from > flags.to) {
    throw usageError('--to', `a day not before ${flags.from}`, flags.to);
  }

  const { posts, tally } = await readInput(files, flags, progress);
  const posttime = readPosttime(flags.posttime, flags.timeZone);
  const asked = windowFor(flags, posts);
  const { window, windowed } = asked
    ? { window: asked, windowed: selectWindow(posts, asked) }
    : windowOfToday(posts, flags.timeZone);
  if (windowed.posts.length === 0) throw emptyWindow(window, windowed, describeTally(tally));

  progress.start('folding copies');
  const folded = foldCopies(windowed.posts);
  const baseline = await readBaseline(flags, window, topic, progress);

  const name = source ?? sourceName(tally, files);
  const result = await runReport({
    posts: folded,
    baseline,
    window,
    windowed,
    tally,
    files,
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
  const outside = windowed.before + windowed.after;
  progress.say(
    `${describeTally(tally)}${whereRejects(tally, flags)}; ` +
      `${formatCount(outside)} outside the window, ${formatCount(windowed.undated)} without a date, ` +
      `${formatCount(windowed.posts.length - folded.length)} folded, ${formatCount(folded.length)} used`,
  );
  if (tally.futureDates > 0) progress.say(`${formatCount(tally.futureDates)} posts are dated in the future`);
  if (result.writer !== undefined) {
    const { accepted, refused, failed } = result.writer;
    const reasons = [...new Set(failed.map(({ reason }) => reason))];
    progress.say(
      `writer: ${accepted} sentences rephrased, ${refused.length} proposals refused, ${failed.length} sections failed` +
        (reasons.length > 0 ? ` (${reasons.join('; ')})` : ''),
    );
  }
  for (const file of result.files) await print(`${paint(file, 'bold', process.stdout)}\n`);
}

function withoutRejects(flags: ReadFlags): ReadFlags {
  const { rejects: _, ...rest } = flags;
  return rest;
}
