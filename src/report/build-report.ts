import { checkNumber, checkString } from '../base/check.js';
import { nameWord } from '../base/name-word.js';
import { packageVersion } from '../base/version.js';
import {
  checkPosts,
  dayWindow,
  type FoldedPost,
  foldCopies,
  type Post,
  selectWindow,
  TimeZone,
  type Window,
} from '../corpus/index.js';
import { daysOfPosts } from '../corpus/window.js';
import { StopWords } from '../counting/stop-words.js';
import { EventLexicon } from '../entities/index.js';
import { RedianError } from '../errors.js';
import { Sentiment } from '../sentiment/index.js';
import { Tokenizer } from '../tokenizer/index.js';
import { WordVectors } from '../vectors/index.js';
import { type AnalysisInput, analyse } from './analysis/analyse.js';
import type { Analysis } from './analysis/analysis.js';
import type { Baseline } from './analysis/compared.js';
import type { WholeCounts } from './analysis/terms.js';
import { joinWords } from './language/words.js';
import { loadField } from './load-field.js';
import type { Block, Figures, Report, Section, Source, Tally } from './report.js';
import { cloud } from './sections/cloud.js';
import { facets } from './sections/facets.js';
import { events, keyPoints } from './sections/facts.js';
import { figuresOf } from './sections/figures.js';
import { markets } from './sections/markets.js';
import { moods } from './sections/moods.js';
import { opinions } from './sections/opinions.js';
import { overview } from './sections/overview.js';
import { Placed } from './sections/placed.js';
import { sources } from './sections/sources.js';

/** What a report needs besides posts that are windowed and folded already. */
export interface PreparedReport {
  readonly posts: readonly FoldedPost[];
  readonly baseline?: Baseline;
  readonly window: Window;
  readonly emptyDays: readonly string[];
  readonly tally: Omit<Tally, 'promotional' | 'used' | 'authors' | 'folded'> & {
    /** Default: those of the posts. */
    readonly authors?: number;
  };
  /** Counts of all posts of the window, where `posts` are a sample of them. */
  readonly whole?: WholeCounts;
  readonly topic: string;
  readonly source: string;
  readonly seed: number;
  /** Milliseconds since 1970: the time that the report bears. Default: that of the newest post. */
  readonly postTime?: number;
  /** File of the word cloud as the report refers to it; without it the report shows none. */
  readonly cloudFile?: string;
  readonly progress?: (stage: string) => void;
}

/** Options of {@link buildReport}. */
export interface ReportOptions {
  /** First and last day, both included, `2025-11-28`. Default: those of the first and the last post. */
  readonly from?: string;
  readonly to?: string;
  /** Default: `Asia/Shanghai`. */
  readonly timeZone?: string;
  /** What the posts are about: a key of dictionaries/report-topics.tsv, or any other word. Default: `hot`. */
  readonly topic?: string;
  /** Where the posts come from, for names. Default: `feed`. */
  readonly source?: string;
  /** Default: 1. */
  readonly seed?: number;
  /** Posts of an earlier time to compare with, or the report of one. */
  readonly baseline?: readonly Post[] | Report;
  /** Milliseconds since 1970: the time that the report bears. Default: that of the newest post. */
  readonly postTime?: number;
  /** File of the word cloud as the report refers to it; without it the report shows none. */
  readonly cloudFile?: string;
}

const sourceNames = new Map([
  ['twitter', 'Twitter'],
  ['weibo', '微博'],
]);

function compact(day: string): string {
  return day.replaceAll('-', '');
}

/** A time as Jekyll's front matter has it: `2025-11-30 15:31:58 +0800`. */
function formatTime(time: number, zone: TimeZone): string {
  const iso = zone.isoOf(time);
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)} ${iso.slice(19).replace(':', '')}`;
}

function citedIds(sections: readonly Section[], figures: Figures): Set<string> {
  const ids = new Set<string>();
  const add = (evidence: readonly string[]): void => {
    for (const id of evidence) ids.add(id);
  };
  const visit = (block: Block): void => {
    if (block.type === 'paragraph') for (const { evidence } of block.statements) add(evidence);
    else if (block.type === 'list')
      for (const item of block.items) for (const { evidence } of item) add(evidence);
    else if (block.type === 'table') for (const { evidence } of block.rows) add(evidence);
  };
  for (const section of sections) section.blocks.forEach(visit);
  for (const { evidence } of [...figures.topics, ...figures.moods]) add(evidence);
  return ids;
}

function sourcesOf(analysis: Analysis, ids: ReadonlySet<string>, zone: TimeZone): Source[] {
  return analysis.posts
    .filter((post) => ids.has(post.id))
    .map((post) => ({
      id: post.id,
      text: post.text,
      copies: post.copies,
      ...(post.author === undefined ? {} : { author: post.author }),
      ...(post.url === undefined ? {} : { url: post.url }),
      ...(post.site === undefined ? {} : { site: post.site }),
      ...(post.createdAt === undefined ? {} : { time: zone.isoOf(post.createdAt) }),
    }));
}

function heading(id: string, title: string, level: 2 | 3): Section {
  return { id, heading: title, level, blocks: [] };
}

/** @throws {RedianError} INVALID_DATA if an earlier report is none, or one of the same days. */
function checkEarlier(earlier: Exclude<Baseline, readonly FoldedPost[]>, window: Window): void {
  if (earlier.format !== 'redian-report') {
    throw new RedianError(
      'INVALID_DATA',
      `baseline: expected a report, got format ${String(earlier.format)}`,
    );
  }
  if (earlier.history?.periods?.includes(`${window.from}/${window.to}`)) {
    throw new RedianError(
      'INVALID_ARGUMENT',
      `baseline: expected a report of earlier days, got one of ${window.from} to ${window.to} as well`,
    );
  }
}

/** A report from posts that the caller has windowed and folded; {@link buildReport} does both. */
export async function buildPreparedReport(input: PreparedReport): Promise<Report> {
  const { window, topic, seed } = input;
  const zone = new TimeZone(window.timeZone);
  if (input.baseline !== undefined && 'format' in input.baseline) checkEarlier(input.baseline, window);
  const [field, tokenizer, stopWords] = await Promise.all([
    loadField(topic),
    Tokenizer.load(),
    StopWords.load(),
    EventLexicon.load(),
    WordVectors.load(),
  ]);
  const sentiment = await Sentiment.load(tokenizer);
  const authors = new Set<string>();
  let copies = 0;
  for (const post of input.posts) {
    for (const author of post.authors) authors.add(author);
    if (post.authors.length === 0) authors.add(post.source ?? `#${post.id}`);
    copies += post.copies.length;
  }
  const request: AnalysisInput = {
    topic,
    window,
    emptyDays: input.emptyDays,
    posts: input.posts,
    baseline: input.baseline,
    ...(input.whole === undefined ? {} : { whole: input.whole }),
    seed,
    tally: {
      ...input.tally,
      folded: copies,
      used: input.posts.length,
      authors: input.tally.authors ?? authors.size,
      promotional: 0,
    },
    ...(input.progress === undefined ? {} : { progress: input.progress }),
  };
  const analysis = analyse(request, { tokenizer, sentiment, stopWords, field });
  const made: Report['made'] = {
    by: 'redian',
    version: packageVersion,
    seed,
    options: { topic, from: window.from, to: window.to, 'time-zone': window.timeZone, source: input.source },
  };
  const sourceName = sourceNames.get(input.source) ?? input.source;
  const figures = figuresOf(analysis);
  const placed = new Placed();
  const points = keyPoints(analysis, placed);
  const further = events(analysis, placed);
  const filed = facets(analysis, field, placed);
  const sections: Section[] = [
    heading('brief', '简要部分', 2),
    overview(analysis),
    points,
    heading('detail', '详细分析部分', 2),
    ...opinions(analysis, field),
    further,
    markets(analysis, field, placed),
    ...moods(analysis, figures),
    ...filed,
    sources(
      analysis,
      made,
      joinWords(sourceName, '上的', field.name, field.name === '' ? '帖子' : '主题帖子'),
    ),
    cloud(analysis, input.cloudFile),
  ];
  let newest = window.start;
  for (const { createdAt } of input.posts)
    if (createdAt !== undefined && createdAt > newest) newest = createdAt;
  const days = window.from === window.to ? window.from : `${window.from} 至 ${window.to}`;
  const title = `${joinWords(sourceName, field.name === '' ? '热点' : field.name, '报告')}（${days}）`;
  return {
    format: 'redian-report',
    version: 1,
    name: `${nameWord(input.source)}_${nameWord(topic)}_${compact(window.from)}_${compact(window.to)}`,
    title,
    headline: field.known
      ? joinWords(`${field.name}行业`, sourceName, '热点总结报告')
      : joinWords(sourceName, field.name, '热点总结报告'),
    topic,
    source: input.source,
    window: analysis.window,
    postTime: formatTime(input.postTime ?? newest, zone),
    tally: analysis.tally,
    sections,
    terms: analysis.terms,
    figures,
    comparison: analysis.comparison,
    counts: analysis.counts.toJSON(),
    history: analysis.history.toJSON(),
    sources: sourcesOf(analysis, citedIds(sections, figures), zone),
    made,
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
  const timeZone = options.timeZone ?? 'Asia/Shanghai';
  const topic = options.topic ?? 'hot';
  const source = options.source ?? 'feed';
  const seed = options.seed ?? 1;
  checkString('topic', topic);
  checkString('source', source);
  checkNumber('seed', seed, { min: 0, max: 2 ** 32 - 1, integer: true });
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
    topic,
    source,
    seed,
    ...(options.postTime === undefined ? {} : { postTime: options.postTime }),
    ...(options.cloudFile === undefined ? {} : { cloudFile: options.cloudFile }),
  });
}
