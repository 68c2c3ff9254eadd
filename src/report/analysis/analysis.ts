import type { DocumentCounts } from '../../counting/document-counts.js';
import type { Mood } from '../../sentiment/index.js';
import type { TopicHistory, TopicStatus } from '../../topics/index.js';
import type { Comparison, Figures, ReportWindow, Tally, TermRow } from '../report.js';
import type { AnalysedPost } from './analysed-post.js';
import type { Fact } from './fact.js';

/** A topic of the report. */
export interface TopicFigures {
  readonly id: number;
  readonly label: string;
  /** Weightiest first, as they are shown. */
  readonly terms: readonly string[];
  readonly status?: TopicStatus;
  /** Weightiest first. */
  readonly posts: readonly AnalysedPost[];
  /** Of all posts that count, in [0, 1]. */
  readonly share: number;
  /** Its share in the baseline; undefined without one. */
  readonly shareBefore?: number;
  readonly mood: Mood;
}

/** A word of the day with the posts that hold it, the most typical ones first. */
export interface HotWord {
  readonly name: string;
  readonly posts: readonly AnalysedPost[];
}

/** A term that is said more than expected. */
export interface RisingTerm {
  readonly name: string;
  readonly posts: readonly AnalysedPost[];
  /** Times as often as expected; Infinity for one that the comparison lacks. */
  readonly times: number;
}

/** A name that posts speak of. */
export interface SubjectFigures {
  readonly name: string;
  readonly category: string;
  readonly ticker?: string;
  /** Weightiest first. */
  readonly posts: readonly AnalysedPost[];
  readonly mood: Mood;
}

/** Everything that the sections draw on. `posts` without the promotional ones, which only the tally counts. */
export interface Analysis {
  readonly topic: string;
  readonly window: ReportWindow;
  readonly tally: Tally;
  readonly posts: readonly AnalysedPost[];
  readonly mood: Mood;
  readonly topics: readonly TopicFigures[];
  readonly rising: readonly RisingTerm[];
  /** Names and things that many posts of no field in particular speak of; most posts first. */
  readonly hotWords: readonly HotWord[];
  /** What `rising` and the terms' change compare with. */
  readonly comparison: Comparison;
  readonly volume: Figures['volume'];
  readonly counts: DocumentCounts;
  readonly history: TopicHistory;
  /** What most posts are signed by: people, sites as headlines are, or nothing, so that voices cannot be counted. */
  readonly signedBy: 'people' | 'sites' | 'nobody';
  readonly subjects: readonly SubjectFigures[];
  /** Most posts name something of the dictionary of terms. */
  readonly ofField: boolean;
  /** Posts report, as titles do, and nobody talks. */
  readonly isFeed: boolean;
  /** Ranked, weightiest first. */
  readonly facts: readonly Fact[];
  readonly terms: readonly TermRow[];
  /** Posts that the terms were counted in: all of the window where `posts` are a sample. */
  readonly termPosts: number;
}
