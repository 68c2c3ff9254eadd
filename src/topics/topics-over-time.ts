import { checkArray, checkMethods, checkString } from '../base/check.js';
import { compareStrings } from '../base/compare.js';
import { RedianError } from '../errors.js';
import type { TopicModel } from './topic-model.js';

/** How much each topic was spoken of in each period. */
export interface TopicsOverTime {
  /** In order of their names: days as `2025-11-28` come in order of time. */
  readonly periods: readonly string[];
  /** Documents of each period, with those that fit nowhere. */
  readonly totals: readonly number[];
  /** Documents of each topic, by id, in each period. */
  readonly counts: readonly (readonly number[])[];
}

/**
 * Counts topics by period.
 *
 * @param periods of each document of the model its period, such as its day; undefined for one without.
 * @throws {RedianError} INVALID_ARGUMENT if there are not as many as documents.
 */
export function topicsOverTime(model: TopicModel, periods: readonly (string | undefined)[]): TopicsOverTime {
  checkMethods('model', model, 'TopicModel', ['assign', 'toJSON']);
  checkArray('periods', periods, 'periods');
  for (const [place, period] of periods.entries()) {
    if (period !== undefined) checkString(`periods[${place}]`, period);
  }
  if (periods.length !== model.assignments.length) {
    throw new RedianError(
      'INVALID_ARGUMENT',
      `periods: expected one for each of ${model.assignments.length} documents, got ${periods.length}`,
    );
  }
  const names = [...new Set(periods.filter((period) => period !== undefined))].sort(compareStrings);
  const places = new Map(names.map((name, place) => [name, place]));
  const totals = names.map(() => 0);
  const counts = model.topics.map(() => names.map(() => 0));
  for (const [index, period] of periods.entries()) {
    const place = period === undefined ? undefined : places.get(period);
    if (place === undefined) continue;
    totals[place] = (totals[place] as number) + 1;
    const own = counts[model.assignments[index] as number];
    if (own !== undefined) own[place] = (own[place] as number) + 1;
  }
  return { periods: names, totals, counts };
}
