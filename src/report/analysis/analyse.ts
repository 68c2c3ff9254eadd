import { type FoldedPost, TimeZone, type Window } from '../../corpus/index.js';
import { DocumentCounts } from '../../counting/document-counts.js';
import type { StopWords } from '../../counting/stop-words.js';
import { countingTerms } from '../../counting/terms.js';
import {
  type Entity,
  type EventPost,
  extractEntities,
  extractEvents,
  isAmount,
  joinEvents,
} from '../../entities/index.js';
import { toldTokens, withoutCredit } from '../../entities/stories/told-tokens.js';
import type { Sentiment } from '../../sentiment/index.js';
import type { Tokenizer } from '../../tokenizer/index.js';
import { TopicHistory } from '../../topics/index.js';
import type { Field } from '../field.js';
import { passagesOf } from '../language/quote.js';
import { isPromotional } from '../promotion.js';
import type { AnalysedPost, Mention } from './analysed-post.js';
import type { Analysis } from './analysis.js';
import { backgroundOf } from './background.js';
import { type Baseline, comparedPeriods, earlierOf, familiarity } from './compared.js';
import { Displays } from './displays.js';
import { factsOf } from './facts-of-stories.js';
import { isFieldItself } from './field-itself.js';
import { moodFigures } from './mood-figures.js';
import { rankFacts } from './rank.js';
import { attachRelated } from './related.js';
import { risingOf } from './rising.js';
import { ShownNames } from './shown-names.js';
import { subjectsOf } from './subjects.js';
import { termsOf, type WholeCounts } from './terms.js';
import { topicsOf } from './topics.js';
import { volumeOf } from './volume.js';

/** Facts that are ordered by diversity; the rest follows by weight. */
const RANKED = 60;

/** What the stages share: models that are loaded once. */
interface Tools {
  readonly tokenizer: Tokenizer;
  readonly sentiment: Sentiment;
  readonly stopWords: StopWords;
  readonly field: Field;
}

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

interface Read {
  readonly post: Omit<AnalysedPost, 'mentions'>;
  readonly entities: readonly Entity[];
  readonly event: EventPost;
}

function mentionsOf(entities: readonly Entity[], shown: ShownNames): Mention[] {
  return entities
    .filter((entity) => !isAmount(entity) && entity.category !== 'place')
    .map(({ canonical, category, term, start, end }) => ({
      name: shown.of(canonical),
      category,
      start,
      end,
      ...(term?.ticker === undefined ? {} : { ticker: term.ticker }),
    }));
}

function readPost(
  post: FoldedPost,
  zone: TimeZone,
  tools: Tools,
  displays: Displays,
  shown: ShownNames,
): Read {
  const all = tools.tokenizer.segment(post.text);
  const tokens = withoutCredit(all);
  const terms = countingTerms(tokens, tools.stopWords);
  displays.count(tokens, terms);
  const keys = terms.map(({ key }) => key);
  const told = toldTokens(tokens);
  const start = tokens[0]?.start ?? 0;
  const end = tokens.at(-1)?.end ?? 0;
  const entities = extractEntities(post.text, all).filter(
    (entity) => entity.start >= start && entity.end <= end,
  );
  shown.count(post.text, entities);
  const events = extractEvents(post.text, all, {
    entities,
    ...(post.createdAt === undefined ? {} : { postDay: zone.dayOf(post.createdAt) }),
  });
  const { score, label, evidence } = tools.sentiment.score(tokens);
  const { likes, reposts, replies } = post.engagement;
  const engagement = likes + reposts + replies;
  const author = post.author ?? post.source;
  return {
    entities,
    post: {
      id: post.id,
      text: post.text,
      createdAt: post.createdAt,
      day: post.createdAt === undefined ? undefined : zone.dayOf(post.createdAt),
      // Readers take the site for the author where a post names no one.
      author: post.author === post.source ? undefined : post.author,
      authors: post.authors.length > 0 ? post.authors : [author ?? `#${post.id}`],
      url: post.url,
      site: post.source,
      engagement,
      copies: post.copies.length,
      tokens,
      passages: passagesOf(tokens),
      terms: keys,
      toldTerms: told === tokens ? keys : countingTerms(told, tools.stopWords).map(({ key }) => key),
      score,
      mood: label,
      tones: evidence
        .filter(({ polarity }) => polarity !== 0)
        .map(({ start, end, polarity }) => ({ start, end, sign: polarity > 0 ? 1 : -1 })),
      promotional: isPromotional(post.text, tools.field.promotions),
      chatty: tools.field.chats.find(post.text).length > 0,
      onField: tokens.some(({ term }) => term !== undefined && term.category !== 'stock'),
      eventful: events.some((event) => event.confidence >= 0.5),
    },
    event: {
      id: post.id,
      text: post.text,
      tokens: all,
      entities,
      events,
      engagement,
      ...(author === undefined ? {} : { author }),
      ...(post.createdAt === undefined ? {} : { createdAt: post.createdAt }),
    },
  };
}

/** Everything that the sections of a report draw on, computed from the posts of the window. */
export function analyse(input: AnalysisInput, tools: Tools): Analysis {
  const zone = new TimeZone(input.window.timeZone);
  input.progress?.('reading words');
  const shown = new ShownNames();
  const displays = new Displays(shown, tools.stopWords);
  const all = input.posts.map((post) => readPost(post, zone, tools, displays, shown));
  const read = all.filter(({ post }) => !post.promotional);
  const posts = read.map(
    ({ post, entities }): AnalysedPost => ({ ...post, mentions: mentionsOf(entities, shown) }),
  );
  const now = new DocumentCounts();
  for (const post of posts) now.add(post.terms);

  const given = input.baseline === undefined ? undefined : earlierOf(input.baseline, tools);
  const earlier =
    given !== undefined && given.counts.documents > 0 ? given : backgroundOf(posts, now, tools.tokenizer);
  const compared = comparedPeriods(posts, now, earlier, input.window);

  input.progress?.('joining events');
  const stories = joinEvents(
    read.map(({ event }) => event),
    { minAuthorsOfOther: 2 },
  );
  const ofField = posts.filter(({ onField }) => onField).length * 2 > posts.length;
  const facts = attachRelated(
    rankFacts(
      factsOf(stories, posts, {
        zone,
        isFamiliar: familiarity(earlier),
        shown: (name) => shown.of(name),
        isCommon: (term) => isFieldItself(term, now),
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
  const topics = topicsOf(posts, now, displays, tools.tokenizer, input, history, earlier.documents);
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
    mood: moodFigures(posts),
    topics,
    rising: risingOf(posts, compared, displays),
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
    facts,
    terms: termsOf(
      posts,
      now,
      compared,
      displays,
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
