import { hashText } from '../base/hash.js';
import { describeValue } from '../errors.js';
import { parseCount } from './count.js';
import { type DateOptions, parseDate, timeOfId } from './date.js';
import type { FieldValues } from './fields-of-value.js';
import type { Engagement, Post } from './post.js';
import type { Platform } from './records.js';
import type { RejectReason } from './rejects.js';
import { unescapeMarkup } from './unescape.js';

/** A row as a post, or the reason why it is none. */
type Checked =
  | { readonly ok: true; readonly post: Post }
  | { readonly ok: false; readonly reason: RejectReason; readonly message: string };

interface CheckContext extends DateOptions {
  readonly line: number;
  readonly platform: Platform | undefined;
  /** Milliseconds since 1970: what counts as the future. */
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

/**
 * Checks the fields of a row and makes the post of them.
 *
 * Without an id, the post gets one from its content (text, time, author, link), the same on every run; a bare
 * text gets its line into it, since equal lines need not be one post.
 */
export function toPost(values: FieldValues, context: CheckContext): Checked {
  const text = textOf(values);
  if (!visible.test(text)) {
    return { ok: false, reason: 'missing-text', message: 'no text' };
  }
  if (isDamaged(text)) {
    return { ok: false, reason: 'broken-row', message: 'bytes of another encoding' };
  }

  const id = idOf(values.id);
  let createdAt: number | undefined;
  const date = typeof values.createdAt === 'number' ? values.createdAt : plain(values.createdAt);
  if (date !== undefined) {
    const parsed = parseDate(date, context);
    if (!parsed.ok) {
      return { ok: false, reason: 'bad-date', message: `${describeValue(date)}: ${parsed.reason}` };
    }
    createdAt = parsed.time;
  } else if (values.createdAt !== undefined && values.createdAt !== null && values.createdAt !== '') {
    const found = describeValue(values.createdAt);
    if (typeof values.createdAt !== 'string') {
      return { ok: false, reason: 'bad-date', message: `${found}: not a date that is known` };
    }
  }
  if (createdAt === undefined && id !== undefined) {
    const platform = context.platform ?? (id.length >= 18 ? 'x' : undefined);
    if (platform !== undefined) createdAt = timeOfId(id, platform, context.now);
  }

  const counts = { likes: 0, reposts: 0, replies: 0, views: 0 };
  let hasEngagement = false;
  for (const name of ['likes', 'reposts', 'replies', 'views'] as const) {
    const count = parseCount(values[name]);
    if (count === undefined) continue;
    if (typeof count === 'string') {
      const reason = count === 'negative' ? 'negative-count' : 'bad-count';
      return { ok: false, reason, message: `${name}: ${describeValue(values[name])}` };
    }
    counts[name] = count;
    hasEngagement = true;
  }

  let source = plain(values.source);
  if (source !== undefined && isClient(source)) source = undefined;
  const author = plain(values.author)?.replace(/^[@＠]/, '') || source;
  const link = plain(values.url);
  // A link is written into pages: nothing but the web's own schemes.
  const url =
    link !== undefined && link.length <= 4000 && /^https?:\/\/[^\s<>"]+$/i.test(link) ? link : undefined;
  const lang = plain(values.lang);
  const repostOf = idOf(values.repostOf);

  let madeId = id;
  if (madeId === undefined) {
    const parts = [text, createdAt ?? '', author ?? '', url ?? ''];
    if (createdAt === undefined && url === undefined) parts.push(`line ${context.line}`);
    const [low, high] = hashText(parts.join('\u0001'));
    madeId = `h${hex(high)}${hex(low)}`;
  }
  const engagement: Engagement = counts;
  const post: Post = {
    id: madeId,
    text,
    ...(createdAt === undefined ? undefined : { createdAt }),
    ...(author === undefined ? undefined : { author }),
    ...(url === undefined ? undefined : { url }),
    ...(lang === undefined ? undefined : { lang }),
    ...(source === undefined ? undefined : { source }),
    ...(repostOf === undefined ? undefined : { repostOf }),
    engagement,
    hasEngagement,
  };
  return { ok: true, post };
}
