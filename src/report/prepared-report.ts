import { packageVersion } from '../base/version.js';
import { type FoldedPost, TimeZone, type Window } from '../corpus/index.js';
import { StopWords } from '../counting/stop-words.js';
import { EventLexicon } from '../entities/index.js';
import { RedianError } from '../errors.js';
import { Sentiment } from '../sentiment/index.js';
import { Tokenizer } from '../tokenizer/index.js';
import { WordVectors } from '../vectors/index.js';
import { type AnalysisInput, analyse } from './analysis/analyse.js';
import { authorsOf } from './analysis/analysed-post.js';
import type { Baseline } from './analysis/compared.js';
import type { WholeCounts } from './analysis/terms.js';
import { citedSources } from './cited-sources.js';
import { joinWords } from './language/words.js';
import { loadField } from './load-field.js';
import type { Report, Section, Tally } from './report.js';
import { reportName } from './report-name.js';
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

const sourceNames = new Map([
  ['twitter', 'Twitter'],
  ['weibo', '微博'],
]);

/** A time as Jekyll's front matter has it: `2025-11-30 15:31:58 +0800`. */
function formatTime(time: number, zone: TimeZone): string {
  const iso = zone.isoOf(time);
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)} ${iso.slice(19).replace(':', '')}`;
}

function heading(id: string, title: string, level: 2 | 3): Section {
  return { id, heading: title, level, blocks: [] };
}

/** @throws {RedianError} INVALID_DATA if an earlier report is none, INVALID_ARGUMENT if it is of the same days. */
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

/**
 * A report from posts that the caller has windowed and folded; `buildReport` does both.
 *
 * @throws {RedianError} INVALID_DATA if the baseline is no report, INVALID_ARGUMENT if it is one of the same days.
 */
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
    for (const author of authorsOf(post)) authors.add(author);
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
  const shelves = analysis.ofField ? field : await loadField(topic, false);
  const further = events(analysis, shelves, placed);
  const filed = facets(analysis, shelves, placed);
  const sections: Section[] = [
    heading('brief', '简要部分', 2),
    overview(analysis, shelves),
    points,
    heading('detail', '详细分析部分', 2),
    ...opinions(analysis, shelves),
    further,
    ...markets(analysis, shelves, placed),
    ...moods(analysis),
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
    name: reportName(input.source, topic, window),
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
    sources: citedSources(analysis.posts, sections, figures, zone),
    made,
  };
}
