import { checkNumber, checkOptions, checkString, type OptionNames } from '../base/check.js';
import { checkPosts, dayWindow, foldCopies, type Post, selectWindow } from '../corpus/index.js';
import { daysOfPosts } from '../corpus/window.js';
import { RedianError } from '../errors.js';
import { buildPreparedReport, type PreparedReport } from './prepared-report.js';
import type { Report } from './report.js';

/** Options of every report, whatever its posts come from. */
export interface ReportSettings {
  /** What the posts are about: a key of dictionaries/report-topics.tsv, or any other word. Default: `hot`. */
  readonly topic?: string | undefined;
  /** Where the posts come from, for names. Default: `feed`. */
  readonly source?: string | undefined;
  /** Default: 1. */
  readonly seed?: number | undefined;
  /** Milliseconds since 1970: the time that the report bears. Default: that of the newest post. */
  readonly postTime?: number | undefined;
  /** File of the word cloud as the report refers to it; without it the report shows none. */
  readonly cloudFile?: string | undefined;
}

export const reportSettings: OptionNames<ReportSettings> = {
  topic: true,
  source: true,
  seed: true,
  postTime: true,
  cloudFile: true,
};

/** Options of {@link buildReport}. */
export interface ReportOptions extends ReportSettings {
  /** First and last day, both included, `2025-11-28`. Default: those of the first and the last post. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Default: `Asia/Shanghai`. */
  readonly timeZone?: string | undefined;
  /** Posts of an earlier time to compare with, or the report of one. */
  readonly baseline?: readonly Post[] | Report | undefined;
}

const reportOptions: OptionNames<ReportOptions> = {
  ...reportSettings,
  from: true,
  to: true,
  timeZone: true,
  baseline: true,
};

/** Fills in the defaults. @throws {RedianError} INVALID_ARGUMENT for an option that cannot be. */
export function settingsOf(
  options: ReportSettings,
): Pick<PreparedReport, 'topic' | 'source' | 'seed' | 'postTime' | 'cloudFile'> {
  const { topic = 'hot', source = 'feed', seed = 1, postTime, cloudFile } = options;
  checkString('topic', topic);
  checkString('source', source);
  checkNumber('seed', seed, { min: 0, max: 2 ** 32 - 1, integer: true });
  return {
    topic,
    source,
    seed,
    ...(postTime === undefined ? {} : { postTime }),
    ...(cloudFile === undefined ? {} : { cloudFile }),
  };
}

/**
 * Computes a report from posts: takes those of the window, folds copies, and finds topics, facts, opinions, moods and
 * terms. Every statement carries the ids of the posts that it was computed from; nothing else is said.
 *
 * The same posts, options and seed give the same report.
 *
 * @returns plain data for `renderHtml`, `renderJekyll`, `renderMarkdown` or JSON.
 * @throws {RedianError} NO_POSTS if the window holds none; INVALID_ARGUMENT for a bad option. Cost: linear in the
 *   posts, about 1 ms each; memory likewise.
 */
export async function buildReport(posts: readonly Post[], options: ReportOptions = {}): Promise<Report> {
  checkOptions(options, reportOptions);
  const timeZone = options.timeZone ?? 'Asia/Shanghai';
  const settings = settingsOf(options);
  checkPosts('posts', posts);
  if (options.baseline !== undefined && !('format' in options.baseline)) {
    checkPosts('baseline', options.baseline);
  }
  const days = daysOfPosts(posts, timeZone);
  const from = options.from ?? days?.from;
  const to = options.to ?? days?.to;
  if (from === undefined || to === undefined) {
    throw new RedianError('NO_POSTS', `none of ${posts.length} posts has a date; give from and to`);
  }
  const window = dayWindow({ from, to, timeZone });
  const selected = selectWindow(posts, window);
  if (selected.posts.length === 0) {
    throw new RedianError('NO_POSTS', `none of ${posts.length} posts lies in ${from} to ${to} (${timeZone})`);
  }
  const ids = new Set(posts.map((post) => post.id));
  return buildPreparedReport({
    posts: foldCopies(selected.posts),
    ...(options.baseline === undefined
      ? {}
      : { baseline: 'format' in options.baseline ? options.baseline : foldCopies([...options.baseline]) }),
    window,
    emptyDays: selected.emptyDays,
    tally: {
      files: [],
      read: posts.length,
      rejected: 0,
      duplicateIds: posts.length - ids.size,
      outside: selected.before + selected.after,
      undated: selected.undated,
      inWindow: selected.posts.length,
    },
    ...settings,
  });
}
