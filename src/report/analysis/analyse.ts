import { type FoldedPost, TimeZone, type Window } from '../../corpus/index.js';
import { DocumentCounts } from '../../counting/document-counts.js';
import { joinEvents } from '../../entities/index.js';
import { TopicHistory } from '../../topics/index.js';
import type { AnalysedPost } from './analysed-post.js';
import type { Analysis } from './analysis.js';
import { backgroundOf } from './background.js';
import { type Baseline, comparedPeriods, earlierOf, familiarity } from './compared.js';
import { Displays } from './displays.js';
import { withoutEverydayNames } from './everyday-names.js';
import { factsOf } from './facts-of-stories.js';
import { isFieldItself } from './field-itself.js';
import { hotWordsOf } from './hot-words.js';
import { isFeed } from './is-feed.js';
import { moodOfPosts } from './mood-of-posts.js';
import { ofTheDay } from './of-the-day.js';
import { rankFacts } from './rank.js';
import { mentionsOf, namesField, readPost, type Tools } from './read-post.js';
import { attachRelated } from './related.js';
import { risingOf } from './rising.js';
import { ShownNames } from './shown-names.js';
import { subjectsOf } from './subjects.js';
import { machineMade } from './templates.js';
import { termsOf, type WholeCounts } from './terms.js';
import { topicsOf } from './topics.js';
import { volumeOf } from './volume.js';

/** Facts that are ordered by diversity; the rest follows by weight. */
const RANKED = 60;

export interface AnalysisInput {
  readonly topic: string;
  readonly window: Window;
  readonly emptyDays: readonly string[];
  readonly posts: readonly FoldedPost[];
  readonly baseline: Baseline | undefined;
  readonly whole?: WholeCounts;
  readonly seed: number;
  readonly tally: Analysis['tally'];
  readonly progress?: (stage: string) => void;
}

/** Everything that the sections of a report draw on, computed from the posts of the window. */
export function analyse(input: AnalysisInput, tools: Tools): Analysis {
  const zone = new TimeZone(input.window.timeZone);
  input.progress?.('reading words');
  const shown = new ShownNames();
  const displays = new Displays(shown, tools.stopWords, tools.tokenizer);
  const cut = input.posts.map(({ text }) => tools.tokenizer.segment(text));
  const isGeneral = cut.filter(namesField).length * 2 <= cut.length;
  const all = input.posts.map((post, index) => {
    const tokens = cut[index] ?? [];
    const named = isGeneral ? withoutEverydayNames(post.text, tokens) : tokens;
    return readPost(post, named, zone, tools, displays, shown);
  });
  const series = machineMade(all.map(({ post }) => post));
  const read = all.filter(({ post }) => !post.promotional && !series.has(post));
  const posts = read.map(
    ({ post, entities }): AnalysedPost => ({
      ...post,
      terms: displays.joined(post.terms),
      toldTerms: displays.joined(post.toldTerms),
      mentions: mentionsOf(entities, displays),
    }),
  );
  const now = new DocumentCounts();
  for (const post of posts) now.add(post.terms);
  const ofField = posts.filter(({ onField }) => onField).length * 2 > posts.length;
  const isCommon = (term: string): boolean => isFieldItself(term, now, ofField);

  const isOfTheDay = ofTheDay(posts, now, tools.tokenizer);
  const feed = isFeed(posts);

  const given = input.baseline === undefined ? undefined : earlierOf(input.baseline, tools, displays);
  const earlier =
    given !== undefined && given.counts.documents > 0 ? given : backgroundOf(posts, now, tools.tokenizer);
  const compared = comparedPeriods(posts, now, earlier, input.window);

  input.progress?.('joining events');
  const stories = joinEvents(
    read.map(({ event }) => event),
    { minAuthorsOfOther: 2 },
  );
  const facts = attachRelated(
    rankFacts(
      factsOf(stories, posts, {
        zone,
        isFamiliar: familiarity(earlier),
        shown: (name) => displays.of(name),
        isCommon,
        counts: now,
        stopWords: tools.stopWords,
      }),
      RANKED,
      ofField,
    ),
    posts,
    now,
  );

  input.progress?.('finding topics');
  const history = earlier.history ?? new TopicHistory();
  const topics = topicsOf(
    posts,
    isCommon,
    isOfTheDay,
    displays,
    tools.tokenizer,
    input,
    history,
    earlier.documents,
  );
  const promotional = all.length - read.length;
  return {
    topic: input.topic,
    window: {
      from: input.window.from,
      to: input.window.to,
      timeZone: input.window.timeZone,
      emptyDays: input.emptyDays,
    },
    tally: { ...input.tally, promotional },
    posts,
    mood: moodOfPosts(posts),
    topics,
    hotWords: ofField
      ? []
      : hotWordsOf(posts, now, { isOfTheDay, isFeed: feed, displays, tokenizer: tools.tokenizer }),
    rising: risingOf(posts, compared, displays, isCommon, isOfTheDay, feed, tools.tokenizer),
    comparison: {
      with: compared.kind,
      posts: compared.before.documents,
      newness: earlier.counts.documents > 0 ? earlier.kind : 'none',
    },
    volume: volumeOf(
      input.whole?.volume ?? posts.map(({ createdAt }) => [createdAt, 1] as const),
      input.window,
      zone,
    ),
    counts: now,
    history,
    signedBy: signers(posts),
    subjects: subjectsOf(posts),
    ofField,
    isFeed: feed,
    facts,
    terms: termsOf(
      posts,
      now,
      compared,
      displays,
      isOfTheDay,
      input.window.days.map(({ day }) => day),
      input.whole,
    ),
    termPosts: input.whole?.posts ?? posts.length,
  };
}

/** Who most posts name as their author. */
function signers(posts: readonly AnalysedPost[]): Analysis['signedBy'] {
  const people = posts.filter((post) => post.author !== undefined).length;
  const sites = posts.filter((post) => post.author === undefined && post.site !== undefined).length;
  if (people * 2 >= posts.length) return 'people';
  return sites * 2 >= posts.length ? 'sites' : 'nobody';
}
