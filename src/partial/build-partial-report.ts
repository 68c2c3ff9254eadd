import { checkNumber, checkString } from '../base/check.js';
import { describeTally } from '../corpus/index.js';
import { buildPreparedReport, type Report } from '../report/index.js';
import type { Partial } from './partial.js';
import { prepareReport } from './prepare-report.js';

/** Options of {@link buildPartialReport}. */
export interface PartialReportOptions {
  /** What the posts are about: a key of dictionaries/report-topics.tsv, or any other word. Default: `hot`. */
  readonly topic?: string;
  /** Where the posts come from, for names. Default: `feed`. */
  readonly source?: string;
  /** Default: 1. */
  readonly seed?: number;
  /** The report of an earlier time to compare with. */
  readonly baseline?: Report;
  /** Milliseconds since 1970: the time that the report bears. Default: that of the newest post. */
  readonly postTime?: number;
  /** File of the word cloud as the report refers to it; without it the report shows none. */
  readonly cloudFile?: string;
}

/**
 * Finishes a partial: folds copies and computes the report. Partials of the same posts give the same report, however
 * the posts were divided. Of a partial that is not whole, numbers of posts and authors, volume and counts of terms are
 * those of all posts; topics, facts, opinions and moods are those of the sample, and the report says so.
 *
 * @throws {RedianError} NO_POSTS if the window holds none; INVALID_ARGUMENT for a bad option. Cost: about 1 ms a post of
 *   the sample, whatever it stands for.
 */
export async function buildPartialReport(
  partial: Partial,
  options: PartialReportOptions = {},
): Promise<Report> {
  const { topic = 'hot', source = 'feed', seed = 1, baseline, postTime, cloudFile } = options;
  checkString('topic', topic);
  checkString('source', source);
  checkNumber('seed', seed, { min: 0, max: 2 ** 32 - 1, integer: true });
  return buildPreparedReport({
    ...prepareReport(partial, describeTally(partial.tally)),
    topic,
    source,
    seed,
    ...(baseline === undefined ? {} : { baseline }),
    ...(postTime === undefined ? {} : { postTime }),
    ...(cloudFile === undefined ? {} : { cloudFile }),
  });
}
