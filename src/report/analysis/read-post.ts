import type { FoldedPost, TimeZone } from '../../corpus/index.js';
import type { StopWords } from '../../counting/stop-words.js';
import { countingTerms } from '../../counting/terms.js';
import {
  type Entity,
  type EventPost,
  extractEntities,
  extractEvents,
  isAmount,
} from '../../entities/index.js';
import { toldTokens, withoutCredit } from '../../entities/stories/told-tokens.js';
import type { Sentiment } from '../../sentiment/index.js';
import { answeredQuestion } from '../../text/answered-question.js';
import type { Token, Tokenizer } from '../../tokenizer/index.js';
import type { Field } from '../field.js';
import { passagesOf } from '../language/quote.js';
import { isPromotional } from '../promotion.js';
import { type AnalysedPost, authorsOf, type Mention } from './analysed-post.js';
import type { Displays } from './displays.js';
import type { ShownNames } from './shown-names.js';

/** What the stages share: models that are loaded once. */
export interface Tools {
  readonly tokenizer: Tokenizer;
  readonly sentiment: Sentiment;
  readonly stopWords: StopWords;
  readonly field: Field;
}

/** A post as read for itself, before its names are shown as all posts have them. */
export interface ReadPost {
  readonly post: Omit<AnalysedPost, 'mentions'>;
  readonly entities: readonly Entity[];
  readonly event: EventPost;
}

/** What is spoken of, as it is shown; to be asked once all posts are read. */
export function mentionsOf(entities: readonly Entity[], displays: Displays): Mention[] {
  return entities
    .filter((entity) => !isAmount(entity) && entity.category !== 'place')
    .map(({ canonical, category, term, start, end }) => ({
      name: displays.of(canonical),
      category,
      start,
      end,
      ...(term?.ticker === undefined ? {} : { ticker: term.ticker }),
    }));
}

/** True if a post names something of the field's dictionary. */
export function namesField(tokens: readonly Token[]): boolean {
  return tokens.some(({ term }) => term !== undefined && term.category !== 'stock');
}

/** Words, names, events and tone of a post; what it names and how it writes it is counted. @param all  its tokens. */
export function readPost(
  post: FoldedPost,
  all: readonly Token[],
  zone: TimeZone,
  tools: Tools,
  displays: Displays,
  shown: ShownNames,
): ReadPost {
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
      authors: authorsOf(post),
      url: post.url,
      site: post.source,
      engagement,
      copies: post.copies.length,
      tokens,
      passages: passagesOf(post.text, tokens),
      terms: keys,
      toldTerms: told === tokens ? keys : countingTerms(told, tools.stopWords).map(({ key }) => key),
      score,
      mood: label,
      tones: evidence
        .filter(({ polarity }) => polarity !== 0)
        .map(({ start, end, polarity }) => ({ start, end, sign: polarity > 0 ? 1 : -1 })),
      promotional: isPromotional(post.text, tools.field.promotions),
      chatty: tools.field.chats.find(post.text).length > 0 && !answeredQuestion.test(post.text),
      onField: namesField(tokens),
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
