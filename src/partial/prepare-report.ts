import { groupDigits } from '../base/group-digits.js';
import { dayWindow, foldCopies, selectWindow, TimeZone, type Window } from '../corpus/index.js';
import { RedianError } from '../errors.js';
import type { PreparedReport } from '../report/index.js';
import type { Partial } from './partial.js';

/** What a report takes from a partial. */
export type PreparedPartial = Pick<PreparedReport, 'posts' | 'window' | 'emptyDays' | 'tally' | 'whole'>;

/** The days of the settings; open ends reach to the first and the last post. */
function windowOf({ settings, range }: Partial): Window | undefined {
  const { from, to, timeZone } = settings;
  if (from !== undefined && to !== undefined) return dayWindow({ from, to, timeZone });
  const zone = new TimeZone(timeZone);
  const first = from ?? (range === undefined ? to : zone.dayOf(range.first));
  const last = to ?? (range === undefined ? from : zone.dayOf(range.last));
  if (first === undefined || last === undefined) return undefined;
  return dayWindow({ from: first, to: last, timeZone });
}

/** Posts without any time are of today: there is no window to be outside of. */
function windowOfToday(timeZone: string): Window {
  return dayWindow({ from: new TimeZone(timeZone).dayOf(Date.now()), timeZone });
}

function emptyWindow(window: Window, sides: Readonly<Record<string, number>>, read: string): RedianError {
  const words = { before: 'before it', after: 'after it', undated: 'without a date' };
  const parts = Object.entries(words)
    .filter(([side]) => (sides[side] ?? 0) > 0)
    .map(([side, where]) => `${groupDigits(sides[side] ?? 0)} ${where}`);
  const days = window.from === window.to ? window.from : `${window.from} to ${window.to}`;
  return new RedianError(
    'NO_POSTS',
    `no post in the window ${days} (${window.timeZone}): ${parts.join(', ')}; ${read}`,
  );
}

/**
 * The window, the posts with their copies folded, and the counts of a partial.
 *
 * @param read  what was read, in words, for the message.
 * @throws {RedianError} NO_POSTS if the window holds none; INVALID_DATA if the terms of a sample were not counted.
 */
export function prepareReport(partial: Partial, read: string): PreparedPartial {
  const { tally, settings } = partial;
  const kept = partial.sample.posts();
  const dated = windowOf(partial);
  const window = dated ?? windowOfToday(settings.timeZone);
  const selected = dated === undefined ? undefined : selectWindow(kept, window);
  const posts = selected?.posts ?? kept;
  // Posts outside of the days are counted, and told by their ids only up to a limit: nothing is said of them.
  const isWhole = partial.sample.isWhole;
  const undated = (selected?.undated ?? kept.length) + partial.sides.undated;
  const sides = { ...partial.sides, undated: isWhole ? undated : tally.undated };
  if (posts.length === 0) throw emptyWindow(window, sides, read);
  const duplicates =
    tally.byReason['duplicate-id'] + (partial.isWhole ? Math.max(0, tally.posts - partial.distinct) : 0);
  const common = {
    files: partial.files,
    read: tally.rows,
    rejected: tally.rejected - tally.byReason['duplicate-id'],
    duplicateIds: duplicates,
    outside: sides.before + sides.after,
    undated: sides.undated,
  };
  if (isWhole) {
    return {
      posts: foldCopies(posts),
      window,
      emptyDays: selected?.emptyDays ?? [],
      tally: { ...common, inWindow: posts.length },
    };
  }
  if (partial.counted === 0) {
    throw new RedianError('INVALID_DATA', 'partial: expected the counts of its terms, got none');
  }
  const zone = new TimeZone(settings.timeZone);
  const volume = partial.volume;
  const busy = new Set(volume.map(([start]) => zone.dayOf(start)));
  const days = window.days.map(({ day }) => day);
  const ofTerms = dated === undefined ? [''] : days.filter((day) => partial.terms.documents(day) > 0);
  return {
    posts: foldCopies(posts),
    window,
    emptyDays: dated === undefined ? [] : days.filter((day) => !busy.has(day)),
    tally: {
      ...common,
      inWindow: dated === undefined ? tally.undated : partial.inWindow,
      sampled: posts.length,
      authors: partial.authors,
    },
    whole: {
      posts: ofTerms.reduce((sum, day) => sum + partial.terms.documents(day), 0),
      volume,
      count(term, day) {
        if (day !== undefined) return partial.terms.count(day, term);
        let posts = 0;
        for (const one of ofTerms) posts += partial.terms.count(one, term);
        return posts;
      },
    },
  };
}
