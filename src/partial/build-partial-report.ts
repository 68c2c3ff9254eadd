import { checkOptions, type OptionNames } from '../base/check.js';
import { describeTally } from '../corpus/index.js';
import { type ReportSettings, reportSettings, settingsOf } from '../report/build-report.js';
import { buildPreparedReport, type Report } from '../report/index.js';
import type { Partial } from './partial.js';
import { prepareReport } from './prepare-report.js';

/** Options of {@link buildPartialReport}. */
export interface PartialReportOptions extends ReportSettings {
  /** The report of an earlier time to compare with. */
  readonly baseline?: Report | undefined;
}

const partialReportOptions: OptionNames<PartialReportOptions> = { ...reportSettings, baseline: true };

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
  checkOptions(options, partialReportOptions);
  const { baseline } = options;
  const settings = settingsOf(options);
  return buildPreparedReport({
    ...prepareReport(partial, describeTally(partial.tally)),
    ...settings,
    ...(baseline === undefined ? {} : { baseline }),
  });
}
