import {
  type FieldReader,
  type FieldValues,
  isObject,
  type Json,
  type PostRecord,
} from './fields-of-value.js';
import { unescapeMarkup } from './unescape.js';

function ownAt(value: Json | undefined, name: string): unknown {
  return value !== undefined && Object.hasOwn(value, name) ? value[name] : undefined;
}

function objectAt(value: Json, name: string): Json | undefined {
  const inner = ownAt(value, name);
  return isObject(inner) ? inner : undefined;
}

function listAt(value: Json | undefined, name: string): readonly Json[] {
  const inner = ownAt(value, name);
  return Array.isArray(inner) ? inner.filter(isObject) : [];
}

function textAt(value: Json | undefined, name: string): string | undefined {
  const inner = ownAt(value, name);
  return typeof inner === 'string' && inner !== '' ? inner : undefined;
}

function statusUrl(id: string | undefined, handle: string | undefined): string | undefined {
  return id === undefined ? undefined : `https://x.com/${handle ?? 'i'}/status/${id}`;
}

/** The id of an X API v2 post that another one refers to in a given way. */
function referenced(post: Json, type: string): string | undefined {
  const reference = listAt(post, 'referenced_tweets').find((entry) => entry.type === type);
  return textAt(reference, 'id');
}

function noteText(post: Json | undefined): string | undefined {
  if (post === undefined) return undefined;
  return textAt(objectAt(post, 'note_tweet'), 'text') ?? textAt(post, 'text');
}

/** Posts of an answer of the X API v2: `data`, with `includes.users` and `includes.tweets`. */
function fromXPage(posts: readonly Json[], includes: Json | undefined): PostRecord[] {
  const handles = new Map(listAt(includes, 'users').map((user) => [user.id, textAt(user, 'username')]));
  const others = new Map(listAt(includes, 'tweets').map((post) => [post.id, post]));
  return posts.map((post) => {
    const metrics = objectAt(post, 'public_metrics') ?? {};
    const handle = handles.get(post.author_id) ?? textAt(post, 'username');
    const repostOf = referenced(post, 'retweeted');
    const id = textAt(post, 'id');
    let text = noteText(post);
    // The text of a repost is cut after 140 characters; the post itself stands in `includes`.
    const original = repostOf === undefined ? undefined : others.get(repostOf);
    const originalText = noteText(original);
    if (original && originalText !== undefined) {
      const prefix = /^RT @\w{1,20}: /.exec(text ?? '')?.[0];
      text = `${prefix ?? `RT @${handles.get(original.author_id) ?? 'i'}: `}${originalText}`;
    }
    return {
      platform: 'x',
      values: {
        id,
        text,
        createdAt: post.created_at,
        author: handle ?? post.author_id,
        likes: metrics.like_count,
        reposts: metrics.retweet_count,
        replies: metrics.reply_count,
        views: metrics.impression_count,
        lang: post.lang,
        url: statusUrl(id, handle),
        repostOf,
      },
    };
  });
}

function isXPost(value: Json): boolean {
  return (
    typeof value.id === 'string' &&
    typeof value.text === 'string' &&
    ['author_id', 'public_metrics', 'edit_history_tweet_ids', 'referenced_tweets'].some((name) =>
      Object.hasOwn(value, name),
    )
  );
}

/** A post of the X API v1.1 or of the archive that X sends to its users. */
function fromXStatus(status: Json): PostRecord {
  const handle = textAt(objectAt(status, 'user'), 'screen_name');
  const id = textAt(status, 'id_str') ?? (status.id === undefined ? undefined : String(status.id));
  const fullText = (post: Json): string | undefined =>
    textAt(objectAt(post, 'extended_tweet'), 'full_text') ??
    textAt(post, 'full_text') ??
    textAt(post, 'text');
  let text = fullText(status);
  const original = objectAt(status, 'retweeted_status');
  if (original) {
    const name = textAt(objectAt(original, 'user'), 'screen_name') ?? 'i';
    text = `RT @${name}: ${fullText(original) ?? ''}`;
  }
  return {
    platform: 'x',
    values: {
      id,
      text,
      createdAt: status.created_at,
      author: handle,
      likes: status.favorite_count,
      reposts: status.retweet_count,
      replies: status.reply_count,
      lang: status.lang,
      url: statusUrl(id, handle),
      repostOf: original ? textAt(original, 'id_str') : undefined,
    },
  };
}

function isXStatus(value: Json): boolean {
  return (
    (typeof value.full_text === 'string' || typeof value.text === 'string') &&
    Object.hasOwn(value, 'id_str') &&
    (Object.hasOwn(value, 'favorite_count') || Object.hasOwn(value, 'retweet_count'))
  );
}

/** The text in Weibo's markup: line breaks, the names of its emoticons, nothing of links but their words. */
function textOfMarkup(markup: string): string {
  if (!/[<&]/.test(markup)) return markup;
  return unescapeMarkup(
    markup
      .replace(/<br ?\/?>/gi, '\n')
      .replace(/<img [^<>]{0,500}?\balt="?(\[[^\]"<>]{1,20}\])"?[^<>]{0,500}>/gi, '$1')
      .replace(/<\/?[a-z][^<>]{0,2000}>/gi, ''),
  );
}

function textOfWeibo(status: Json): string | undefined {
  const plain = textAt(status, 'text_raw');
  if (plain !== undefined) return plain;
  const markup = textAt(status, 'text');
  return markup === undefined ? undefined : textOfMarkup(markup);
}

/** A post of Weibo's own JSON: its text is markup, and what it reposts stands inside of it. */
function fromWeibo(status: Json, values: FieldValues): PostRecord {
  const text = textOfWeibo(status) ?? values.text;
  // What Weibo calls source is the device.
  const { source: _, ...rest } = values;
  const original = objectAt(status, 'retweeted_status');
  if (!original) return { platform: 'weibo', values: { ...rest, text } };
  const name = textAt(objectAt(original, 'user'), 'screen_name') ?? '';
  const repeated = textOfWeibo(original) ?? '';
  return {
    platform: 'weibo',
    values: {
      ...rest,
      text: repeated === '' || name === '' ? text : `${String(text ?? '')}//@${name}:${repeated}`,
      repostOf: original.idstr ?? original.mid ?? original.id,
    },
  };
}

function isWeibo(value: Json): boolean {
  return (
    Object.hasOwn(value, 'attitudes_count') || Object.hasOwn(value, 'mblogid') || Object.hasOwn(value, 'bid')
  );
}

/** Keys under which answers of servers wrap their list of posts. */
const wrappers = [
  'data',
  'statuses',
  'tweets',
  'posts',
  'items',
  'results',
  'list',
  'cards',
  'records',
  'rows',
  'articles',
  'entries',
];

/** Keys under which one element of such a list wraps its post. */
const inner = ['tweet', 'mblog', 'status', 'post', '_source', 'node'];

/** What a server says of its answer beside the posts: a `message` there is no post. */
const verdicts = ['code', 'errno', 'errcode', 'error_code', 'ret', 'success', 'ok'];

function isText(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

function isAnswer(value: Json): boolean {
  return verdicts.some((name) => Object.hasOwn(value, name)) && !Object.hasOwn(value, 'id');
}

/** Posts in an object that has nothing of one itself: lists under a name of any kind, or objects by their ids. */
function recordsWithin(value: Json, reader: FieldReader, depth: number): PostRecord[] {
  return Object.values(value)
    .flatMap((element) => (Array.isArray(element) ? element : [element]))
    .flatMap((element) => recordsOf(element, reader, depth + 1))
    .filter(({ values }) => values.text !== undefined || values.title !== undefined);
}

/**
 * The posts in one JSON value: the value itself, those of an answer of the X API v2, of X's archive, of Weibo,
 * or of a server that wraps its list. Empty if it holds no object.
 */
export function recordsOf(value: unknown, reader: FieldReader, depth = 0): PostRecord[] {
  if (!isObject(value) || depth > 5) return [];
  const includes = objectAt(value, 'includes');
  const data = listAt(value, 'data');
  const single = objectAt(value, 'data');
  if (data.length > 0 && data.every(isXPost)) return fromXPage(data, includes);
  if (single && isXPost(single)) return fromXPage([single], includes);
  if (isXPost(value)) return fromXPage([value], includes);
  if (isXStatus(value) && !isWeibo(value)) return [fromXStatus(value)];
  for (const name of inner) {
    const wrapped = objectAt(value, name);
    if (wrapped) return recordsOf(wrapped, reader, depth + 1);
  }
  const record = reader.ofObject(value);
  const { values } = record;
  if (isAnswer(value) && values.text === value.message) values.text = undefined;
  if (!isText(values.text) && !isText(values.title)) {
    for (const name of wrappers) {
      const list = listAt(value, name);
      if (list.length > 0) return list.flatMap((element) => recordsOf(element, reader, depth + 1));
      const wrapped = objectAt(value, name);
      if (wrapped) {
        const found = recordsOf(wrapped, reader, depth + 1);
        if (found.length > 0 && (found.length > 1 || found[0].values.text !== undefined)) return found;
      }
    }
    if (Object.values(values).every((field) => !isText(field))) {
      const found = recordsWithin(value, reader, depth);
      if (found.length > 0) return found;
    }
  }
  if (isWeibo(value) && textAt(value, 'text') !== undefined) return [fromWeibo(value, values)];
  return [record];
}
