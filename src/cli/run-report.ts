import type { FoldedPost, Post, Tally, Window, Windowed } from '../corpus/index.js';
import { RedianError } from '../errors.js';
import type { OutputPaths } from './output-names.js';
import type { Progress } from './terminal.js';

/** Formats in which a report is written. `jekyll` is Markdown with front matter. */
export const reportFormats = ['jekyll', 'markdown', 'html', 'json'] as const;

export type ReportFormat = (typeof reportFormats)[number];

/** All that a report is made from, after reading, windowing and folding. */
export interface ReportRequest {
  /** Posts of the window, copies folded. */
  readonly posts: readonly FoldedPost[];
  /** Posts of an earlier period to compare with, copies folded; undefined without `--baseline`. */
  readonly baseline: readonly FoldedPost[] | undefined;
  readonly window: Window;
  readonly windowed: Windowed;
  readonly tally: Tally;
  readonly files: readonly string[];
  readonly source: string;
  readonly topic: string;
  readonly seed: number;
  /** Milliseconds since 1970: the time that the report bears. */
  readonly posttime: number;
  readonly formats: readonly ReportFormat[];
  readonly paths: OutputPaths;
  readonly progress: Progress;
}

/** What was written. */
export interface ReportResult {
  readonly files: readonly string[];
  /** Plain data for `--json`. */
  readonly summary: Readonly<Record<string, unknown>>;
}

/** Posts before they are folded, for callers that need no copies counted. */
export type WindowPosts = readonly Post[];

/** Builds the report, renders it and writes its files together. */
export async function runReport(request: ReportRequest): Promise<ReportResult> {
  throw new RedianError('INVALID_USAGE', `report: ${request.paths.name} cannot be built by this version`);
}
