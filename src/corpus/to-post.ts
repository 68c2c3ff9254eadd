import { hashText } from '../base/hash.js';
import { describeValue } from '../errors.js';
import { parseCount } from './count.js';
import { type DateOptions, parseDate } from './date.js';
import type { FieldValues } from './fields-of-value.js';
import { type Platform, timeOfId } from './platform.js';
import type { Engagement, Post } from './post.js';
import type { RejectReason } from './rejects.js';
import { unescapeMarkup } from './unescape.js';

/** Why a row is no post. */
interface Refused {
  readonly ok: false;
  readonly reason: RejectReason;
  readonly message: string;
}

/** A row as a post, or the reason why it is none. */
type Checked = { readonly ok: true; readonly post: Post } | Refused;

interface CheckContext extends DateOptions {
  readonly line: number;
  readonly platform: Platform | undefined;
  /** Milliseconds since 1970 after which a date lies in the future. */
  readonly now: number;
}

const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;
const returnsAndNulls = /\r\n?|\0/g;
/** A number that a spreadsheet rounded: most of an id's digits are lost. */
const rounded = /^\d(?:[.,]\d+)?[eE]\+?\d{1,2}$/;

/** A string or number as trimmed text, undefined if it is empty or something else. */
function plain(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' ? undefined : text;
}

/** The text as its reader saw it: one kind of line break, no NUL, `&amp;` as `&`, once and not again. */
function clean(value: unknown): string {
  const text = plain(value);
  if (text === undefined) return '';
  const lines = /[\r\0]/.test(text)
    ? text.replace(returnsAndNulls, (found) => (found === '\0' ? '' : '\n'))
    : text;
  return lines.includes('&') ? unescapeMarkup(lines).trim() : lines;
}

/** Title and text as one: a title that the text starts with is not said twice. */
function textOf(values: FieldValues): string {
  const title = clean(values.title);
  const text = clean(values.text) || clean(values.summary);
  if (title === '') return text;
  if (text === '' || title.includes(text)) return title;
  return text.startsWith(title) || text.startsWith(`【${title}】`) ? text : `${title}\n${text}`;
}

/** Whether so much of a text could not be decoded that what is left says nothing. */
function isDamaged(text: string): boolean {
  if (!text.includes('\uFFFD')) return false;
  const lost = text.split('\uFFFD').length - 1;
  return lost >= 3 && lost * 5 >= text.length;
}

/** The name of the program a post was sent with, which X and Weibo call its source. */
function isClient(source: string): boolean {
  return /^(?:<a |Twitter |X for |来自)/.test(source);
}

function idOf(value: unknown): string | undefined {
  const id = plain(value)?.replace(/^'/, '');
  if (id === undefined || id === '' || rounded.test(id)) return undefined;
  return id.length > 200 ? undefined : id;
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}

type Read<T> = { readonly ok: true; readonly value: T } | Refused;

function refuse(reason: RejectReason, message: string): Refused {
  return { ok: false, reason, message };
}

/** The time of publication as the row gives it, else as the id of a post on X or Weibo does. */
function createdAtOf(
  { createdAt: given }: FieldValues,
  id: string | undefined,
  context: CheckContext,
): Read<number | undefined> {
  const date = typeof given === 'number' ? given : plain(given);
  if (date !== undefined) {
    const parsed = parseDate(date, context);
    return parsed.ok
      ? { ok: true, value: parsed.time }
      : refuse('bad-date', `${describeValue(date)}: ${parsed.reason}`);
  }
  if (given !== undefined && given !== null && typeof given !== 'string') {
    return refuse('bad-date', `${describeValue(given)}: not a date that is known`);
  }
  const platform = context.platform ?? (id !== undefined && id.length >= 18 ? 'x' : undefined);
  const isKnown = id !== undefined && platform !== undefined;
  return { ok: true, value: isKnown ? timeOfId(id, platform, context.now) : undefined };
}

interface Counts {
  readonly engagement: Engagement;
  readonly hasEngagement: boolean;
}

function countsOf(values: FieldValues): Read<Counts> {
  const engagement = { likes: 0, reposts: 0, replies: 0, views: 0 };
  let hasEngagement = false;
  for (const name of ['likes', 'reposts', 'replies', 'views'] as const) {
    const count = parseCount(values[name]);
    if (count === undefined) continue;
    if (typeof count === 'string') {
      const reason = count === 'negative' ? 'negative-count' : 'bad-count';
      return refuse(reason, `${name}: ${describeValue(values[name])}`);
    }
    engagement[name] = count;
    hasEngagement = true;
  }
  return { ok: true, value: { engagement, hasEngagement } };
}

/** A link is written into pages: nothing but the web's own schemes. */
function urlOf(value: unknown): string | undefined {
  const link = plain(value);
  return link !== undefined && link.length <= 4000 && /^https?:\/\/[^\s<>"]+$/i.test(link) ? link : undefined;
}

/** An id made of what a post says, the same on every run. */
function idOfContent(parts: readonly (string | number | undefined)[]): string {
  const [low, high] = hashText(parts.map((part) => part ?? '').join('\u0001'));
  return `h${hex(high)}${hex(low)}`;
}

/**
 * Checks the fields of a row and makes the post of them.
 *
 * Without an id, the post gets one from its content (text, time, author, link), the same on every run; a bare
 * text gets its line into it, since equal lines need not be one post.
 */
export function toPost(values: FieldValues, context: CheckContext): Checked {
  const text = textOf(values);
  if (!visible.test(text)) return refuse('missing-text', 'no text');
  if (isDamaged(text)) return refuse('broken-row', 'bytes of another encoding');

  const id = idOf(values.id);
  const date = createdAtOf(values, id, context);
  if (!date.ok) return date;
  const counts = countsOf(values);
  if (!counts.ok) return counts;

  const createdAt = date.value;
  const given = plain(values.source);
  const source = given !== undefined && isClient(given) ? undefined : given;
  const author = plain(values.author)?.replace(/^[@＠]/, '') || source;
  const url = urlOf(values.url);
  const lang = plain(values.lang);
  const repostOf = idOf(values.repostOf);
  const isBare = createdAt === undefined && url === undefined;
  const post: Post = {
    id: id ?? idOfContent([text, createdAt, author, url, ...(isBare ? [`line ${context.line}`] : [])]),
    text,
    ...(createdAt === undefined ? undefined : { createdAt }),
    ...(author === undefined ? undefined : { author }),
    ...(url === undefined ? undefined : { url }),
    ...(lang === undefined ? undefined : { lang }),
    ...(source === undefined ? undefined : { source }),
    ...(repostOf === undefined ? undefined : { repostOf }),
    ...counts.value,
  };
  return { ok: true, post };
}
