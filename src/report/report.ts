import type { DocumentCountsState } from '../counting/document-counts.js';
import type { TopicHistoryState, TopicStatus } from '../topics/index.js';

/**
 * The report as plain data: what is said, in which order, and which posts support it. Renderers turn it
 * into Markdown or HTML and decide nothing.
 */

/** A run of text inside a statement. Renderers escape all of it. */
export type Inline =
  /** Words of ours, made from facts. */
  | { readonly type: 'text'; readonly text: string }
  /** Words of ours that lead an item. */
  | { readonly type: 'strong'; readonly text: string }
  /** Words of a post, verbatim but for `…` where they were cut; renderers space Han and Latin apart. */
  | { readonly type: 'quote'; readonly text: string; readonly postId: string };

/** How much stands behind a statement. */
export interface Support {
  /** Posts after folding of copies. */
  readonly posts: number;
  /** Distinct authors; posts without an author count as one each. */
  readonly authors: number;
  /** Likes + reposts + replies of the posts and their copies. */
  readonly engagement: number;
}

/** What rests on posts. */
export interface Supported {
  readonly support: Support;
  /** Ids of the supporting posts, weightiest first, at most 50; all are in `sources`. */
  readonly evidence: readonly string[];
}

/** Support of what no post says: figures of the run itself. */
export const unsupported: Supported = { support: { posts: 0, authors: 0, engagement: 0 }, evidence: [] };

/** One thing that the report says, with the posts that support it. */
export interface Statement extends Supported {
  readonly inlines: readonly Inline[];
  /** The words between the quotes are a writer's, accepted because they state nothing else. */
  readonly rewritten?: true;
}

/** So many ids of supporting posts a statement carries at most; `support.posts` has the full number. */
export const MAX_EVIDENCE = 50;

/** A row of figures with the posts that they were counted from. */
export interface TableRow extends Supported {
  readonly cells: readonly string[];
}

export type Block =
  | { readonly type: 'paragraph'; readonly statements: readonly Statement[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Statement[])[] }
  | {
      readonly type: 'table';
      readonly header: readonly string[];
      readonly align: readonly ('left' | 'right')[];
      readonly rows: readonly TableRow[];
    }
  /** A remark on the report itself: how a figure was computed, what was missing. Says nothing about the world. */
  | { readonly type: 'note'; readonly text: string }
  | { readonly type: 'image'; readonly alt: string; readonly file: string }
  /** A part of the report's `figures` as a picture, where the format can draw. */
  | { readonly type: 'chart'; readonly chart: keyof Figures; readonly caption: string };

export interface Section {
  readonly id: string;
  readonly heading: string;
  /** Heading level, 2 to 4. */
  readonly level: 2 | 3 | 4;
  readonly blocks: readonly Block[];
}

/** A post that some statement cites. */
export interface Source {
  readonly id: string;
  readonly author?: string;
  readonly url?: string;
  /** The site or feed, of posts that name one. */
  readonly site?: string;
  /** ISO 8601 in the report's time zone, such as `2025-11-28T13:05:00+08:00`. */
  readonly time?: string;
  readonly text: string;
  /** Posts folded into this one. */
  readonly copies: number;
}

export interface ReportWindow {
  /** First and last day, `YYYY-MM-DD` in `timeZone`, both included. */
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  /** Days of the window on which nobody posted. */
  readonly emptyDays: readonly string[];
}

/** What was read and what became of it. `read = rejected + duplicateIds + outside + undated + inWindow`. */
export interface Tally {
  readonly files: readonly string[];
  readonly read: number;
  readonly rejected: number;
  readonly duplicateIds: number;
  readonly outside: number;
  readonly undated: number;
  readonly inWindow: number;
  /** Posts of the window that were read in full, where they are a sample; absent where all were. */
  readonly sampled?: number;
  /** Copies and reposts folded into another post. */
  readonly folded: number;
  /** Posts of groups that advertise or give away; counted, never leading. */
  readonly promotional: number;
  /** Posts that were analysed: `inWindow - folded`, or `sampled - folded` of a sample. */
  readonly used: number;
  readonly authors: number;
}

export interface TermRow {
  readonly term: string;
  /** Posts (after folding) with the term; of a sampled window all of its posts, copies too. */
  readonly posts: number;
  /** Weight in the cloud, 1 for the heaviest. */
  readonly weight: number;
  /** Mean polarity of its posts in [-1, 1]. */
  readonly mood: number;
  /** What the change is counted from: posts of the compared period, and how many the other period would give. */
  readonly change?: { readonly now: number; readonly expected: number };
  /** Posts of each day of the window, in order; absent where the window is one day or longer than ten. */
  readonly days?: readonly number[];
}

/** Posts of a stretch of time. */
export interface VolumeRow {
  /** Local time at which it begins, `2025-11-28T06:00`. */
  readonly start: string;
  readonly posts: number;
}

export interface TopicRow extends Supported {
  /** Stays the same from report to report where the earlier one was the baseline. */
  readonly id: number;
  readonly label: string;
  /** Leading terms, weightiest first. */
  readonly terms: readonly string[];
  /** Share of the posts that hold a word of the label, in [0, 1], and that of the baseline; absent without one. */
  readonly share: number;
  readonly shareBefore?: number;
  /** Against the earlier report; absent without one. */
  readonly status?: TopicStatus;
}

export interface MoodRow extends Supported {
  readonly name: string;
  readonly category: string;
  readonly positive: number;
  readonly negative: number;
  /** Mean polarity in [-1, 1] and its 95 % interval. */
  readonly score: number;
  readonly low: number;
  readonly high: number;
}

/** What charts are drawn from. */
export interface Figures {
  /** Stretches of `hours` each, without gaps, from the first day to the last. */
  readonly volume: { readonly hours: 1 | 6 | 24; readonly rows: readonly VolumeRow[] };
  /** Largest first. */
  readonly topics: readonly TopicRow[];
  /** Names that are spoken of most, by posts. */
  readonly moods: readonly MoodRow[];
}

/** What changes were counted against. */
export interface Comparison {
  /**
   * Posts of an earlier time, an earlier report, the last day against those before it, the word frequencies of general
   * Chinese, or nothing.
   */
  readonly with: 'posts' | 'report' | 'last-day' | 'background' | 'none';
  /** Posts of what was compared with; of `background` documents of as many words. */
  readonly posts: number;
  /** What tells a new fact from a known one: the baseline, general Chinese where there is none, or nothing. */
  readonly newness: 'posts' | 'report' | 'background' | 'none';
}

/** What became of a writer's proposals. */
export interface WriterRecord {
  readonly model: string;
  /** Host of the service. */
  readonly host: string;
  /** Statements that stand in the writer's words. */
  readonly accepted: number;
  /** Proposals that said something else than the facts, with the first reason for each. */
  readonly refused: readonly {
    readonly section: string;
    readonly proposal: string;
    readonly reason: string;
  }[];
  /** Sections for which there was no answer to use, and why. */
  readonly failed: readonly { readonly section: string; readonly reason: string }[];
}

export interface Report {
  readonly format: 'redian-report';
  readonly version: 1;
  /** Name for files and front matter: `twitter_ai_20251128_20251130`. */
  readonly name: string;
  /** First line: topic and dates. */
  readonly title: string;
  /** Heading of the page. */
  readonly headline: string;
  readonly topic: string;
  readonly source: string;
  readonly window: ReportWindow;
  /** `YYYY-MM-DD HH:MM:SS +0800`: by default that of the newest post, so that the same posts give the same bytes. */
  readonly postTime: string;
  readonly tally: Tally;
  readonly sections: readonly Section[];
  readonly terms: readonly TermRow[];
  readonly figures: Figures;
  readonly comparison: Comparison;
  /** Terms and topics of the window, so that this report can be the baseline of a later one. */
  readonly counts: DocumentCountsState;
  readonly history: TopicHistoryState;
  readonly sources: readonly Source[];
  /** The service that rephrased statements; absent where none was asked. */
  readonly writer?: WriterRecord;
  readonly made: {
    readonly by: string;
    readonly version: string;
    readonly seed: number;
    readonly options: Readonly<Record<string, string | number | boolean>>;
  };
}
