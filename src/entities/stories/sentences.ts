import { compareStrings } from '../../base/compare.js';
import { answeredQuestion } from '../../text/answered-question.js';
import { countHan } from '../../text/han.js';
import type { EventType } from '../events/event.js';
import { isFullStop } from '../full-stop.js';
import { AMOUNT, type ContentKeys, type KeyTable, nameKey } from './content-keys.js';
import type { Group } from './group.js';
import { press } from './press.js';
import type { Report } from './report.js';
import type { StorySentence } from './story.js';

/** At most this many posts of a story are looked through for its sentence. */
const maxPosts = 120;

const latinWord = /[A-Za-z][A-Za-z0-9'’.-]*/gu;
/** What a headline or a post carries around what it says: section, medium, place and date of an agency, tags of Weibo, which are closed. */
const leading =
  /^(?:[\s\u200B-\u200F\u2060\uFEFF]|[-–—•·]\s|[”」』’）)、，。：；,;:]|[[【][^\]】]{1,16}[\]】]|(?:快讯|突发|重磅|独家|早报|最新|刚刚|Breaking|BREAKING|JUST IN|NEW|Exclusive)\s*[:：|｜,，!！]|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F|\d{1,2}\/(?:\d{1,2})?\s|RT @\w+:|\/?\/@[^:：\s]{1,30}\s?[:：]|#[^#\s]{1,30}(?:#|\s#(?=\s))|(?:@\w+\s+){2,}|@\w+\s+(?=#)|请?(?:阅读|观看|收听)[^：:，。]{1,8}[：:]|(?:财联社|格隆汇|新华社|智通财经|金十数据)?\s?\d{1,2}\s?月\s?\d{1,2}\s?日[电讯｜|丨]+[，,：:]?(?:市场消息：)?|\d{1,2}[.、)]\s)+/u;
const trailing = new RegExp(
  String.raw`(?:\s|https?:\/\/\S+|t\.co\/\S+|[#@]\S+|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F|\s[-–—|｜]\s[^-–—|｜]{2,30}|\([^()]{3,50}\/[^()]{3,50}\)|\((?:${[...press].join('|')})\)|[[【][^\]】]{1,16}[\]】])+$`,
  'iu',
);

/** What asks its reader to go on elsewhere, and tells nothing: Click for more of the story, 阅读全文. */
const invitation =
  /^(?:(?:click|tap|read|see|learn|find out|watch|check(?: it)? out|follow|subscribe|sign up|register)\b.{0,30}\b(?:more|links?|bio|here|below|story|article|thread|video|us|me)\b.{0,16}|links? in (?:my |the )?(?:bio|comments?|thread)|(?:点击|戳|猛戳|长按|扫码|关注).{0,12}(?:链接|原文|全文|查看|阅读|更多|详情|关注|我们|二维码)|阅读(?:原文|全文)|(?:更多|详细)内容.{0,8}|详情(?:请|见|戳).{0,10})$/iu;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A title in brackets before what it is the title of; what is shorter is a label. */
const opensTitle = /^\s*【[^】]{17,}$/u;
/** The beginning of a title, which may be a tag as well. */
const opening = /^\s*【(?![^】]*】)#?/u;

/** Characters from the mark of a question to the word that answers it. */
const ANSWER = 12;

/** Sentences of a text, at most 20, without what surrounds them. */
function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let at = 0; at <= text.length && spans.length < 20; at++) {
    const letter = text.charAt(at);
    const ends =
      at === text.length ||
      text.startsWith('//@', at) ||
      (letter === '】' && opensTitle.test(text.slice(start, at))) ||
      /[。！？!?；\n]/u.test(letter) ||
      isFullStop(text, at);
    if (!ends || answeredQuestion.exec(text.slice(at, at + ANSWER))?.index === 0) continue;
    const span = trim(text, start, at);
    if (span !== undefined) spans.push(span);
    start = at + 1;
  }
  return spans;
}

function trim(text: string, start: number, end: number): Span | undefined {
  const raw = text.slice(start, Math.min(end, start + 600));
  const opened = opening.exec(raw)?.[0].length ?? 0;
  const head = opened + (leading.exec(raw.slice(opened))?.[0].length ?? 0);
  const rest = raw.slice(head);
  const tail = trailing.exec(rest)?.[0].length ?? 0;
  const first = start + head;
  const last = start + raw.length - tail;
  return last - first >= 4 && !invitation.test(text.slice(first, last))
    ? { start: first, end: last }
    : undefined;
}

function languageOf(text: string): 'zh' | 'en' | undefined {
  const han = countHan(text);
  const words = text.match(latinWord)?.length ?? 0;
  if (han >= 4 && han >= words) return 'zh';
  return han === 0 && words >= 4 ? 'en' : undefined;
}

/** 1 within the lengths that read well, less outside of them. */
function lengthScore(text: string, language: 'zh' | 'en'): number {
  const length =
    language === 'zh'
      ? countHan(text) + (text.match(latinWord)?.length ?? 0) * 1.5
      : (text.match(latinWord)?.length ?? 0) * 2.5;
  if (length < 8) return 0.1;
  if (length < 12) return 0.6;
  if (length <= 60) return 1;
  return length <= 90 ? 0.7 : 0.3;
}

const dangling =
  /^(?:而|但|但是|并|并且|因此|所以|其|它|他|她|这|那|此外|同时|另外|不过|然而|And|But|So|It|This|That|They|He|She|Also|However|Which)/u;
const untold = /[?？]|\.\.\.|…|^(?:如何|为什么|为何|怎么|How|Why|What|Is|Are|Will|Can|Should)\b|@\w|https?:/u;
/** A tag stands for a word, and is not read as easily as one. */
const tagged = /#\w/u;
/** What followed, a name or an address, is gone. */
const unfinished = /\b(?:a|an|and|at|by|for|from|in|of|on|or|the|to|using|via|with)$/u;
/** A piece that hangs on what went before it, or announces what comes. */
const fragment =
  /^(?:To|Like|Just|Here(?:['’]s| is| are)|Prompt|Then|When|Because|Or|Now|Not|Including|Especially|Maybe|Perhaps|Well|Yes|No|Also|Another|Overall|One (?:way|of)|Both|For (?:instance|example)|In (?:fact|short))(?=[\s:,])/u;
/** Someone's own affairs are seldom the news. */
const personal =
  /^(?:I|My|We|Our|One of my|俺|咱)(?![A-Za-z们])|(?<=^[^“"「『]*)我(?!们|国|院|司|市|省|校|方|党|军)|(?<=^[^“"]*\s)(?:I|my|me)(?=[\s'’])/u;
/** A face in the middle is said to friends. */
const pictured = /\p{Extended_Pictographic}/u;
/** What lists the news of a week, or of a day with semicolons in between, tells more than one story in a sentence. */
const digest =
  /^\s*[【[「《]?[^】\]」》，。]{0,20}(?:周报|月报|一周回顾|一周热点|资讯汇总|(?:日报|早报|午报|晚报|要闻|速览|早知道|盘前).*[；;])/u;
const shouting =
  /[!！]|震惊|炸裂|杀疯|夯爆|一夜|突发|重磅|速看|刷屏|彻底|疯了|狂飙|杀入|封神|王炸|太强|逆天/u;

/** Who writes begins with what there is to tell. */
const LEAD = 0.1;
/** A figure that others give too. */
const FIGURE = 0.08;

/** The sentence that tells a story best in each language; none where no post is in it. */
export function bestSentences(
  group: Group,
  table: KeyTable,
  keys: ContentKeys,
  type: EventType,
): { readonly zh?: StorySentence; readonly en?: StorySentence } {
  const size = group.reports.length;
  const best: { zh?: StorySentence; en?: StorySentence } = {};
  const seen = new Set<string>();
  const top = topKeys(group, table);
  let most = 0;
  for (const [id, count] of top) most += (table.weights[id] as number) * (count / size);
  for (const report of group.reports.slice(0, maxPosts)) {
    if (report.event?.modality === 'negation' || report.event?.modality === 'question') continue;
    const { spans, first } = sentencesFor(report);
    const isDigest = digest.test(report.post.text);
    const shared = top.filter(([id]) => report.keys.includes(id));
    for (const span of spans) {
      const text = report.post.text.slice(span.start, span.end);
      if (seen.has(text)) continue;
      seen.add(text);
      const language = languageOf(text);
      if (language === undefined) continue;
      let central = 0;
      let amounts = 0;
      const held = shared.length === 0 ? undefined : keysHeld(report, span, keys);
      for (const [id, count] of shared) {
        if (held !== undefined && !held.has(table.key(id))) continue;
        central += (table.weights[id] as number) * (count / size);
        if (table.kinds[id] === AMOUNT && count > 1) amounts++;
      }
      let score = lengthScore(text, language) + (most > 0 ? central / most : 0);
      if (report.event !== undefined && report.event.type === type) score += 0.3 * report.event.confidence;
      if (report.event?.modality === 'statement') score += 0.1;
      if (span.start === first) score += LEAD;
      score += FIGURE * Math.min(2, amounts);
      if (dangling.test(text)) score -= 0.5;
      if (fragment.test(text)) score -= 0.4;
      if (untold.test(text)) score -= 0.8;
      if (tagged.test(text)) score -= 0.3;
      if (shouting.test(text)) score -= 0.3;
      if (isDigest) score -= 0.6;
      if (personal.test(text)) score -= 0.3;
      if (pictured.test(text)) score -= 0.2;
      if (isTorn(text) || /[,，:：、]$/u.test(text) || unfinished.test(text)) score -= 0.6;
      score -= 0.2 * Math.min(3, strangersIn(report, span, group, table));
      score = Math.round(score * 1e6) / 1e6;
      const known = best[language];
      const better =
        known === undefined ||
        score > known.score ||
        (score === known.score &&
          (compareStrings(text, known.text) < 0 ||
            (text === known.text && compareStrings(report.post.id, known.postId) < 0)));
      if (better) best[language] = { text, postId: report.post.id, start: span.start, end: span.end, score };
    }
  }
  return best;
}

/** What can have a story of its own. */
const actors = new Set<string>(['company', 'organization', 'person', 'product', 'model']);

/**
 * How many names of the span hardly any post of the group holds: a digest of the day's news tells other stories too,
 * and a quote must not mix them with this one.
 */
function strangersIn(report: Report, span: Span, group: Group, table: KeyTable): number {
  const size = group.reports.length;
  if (size < 3) return 0;
  const strangers = new Set<string>();
  for (const entity of report.post.entities) {
    if (!actors.has(entity.category) || entity.start < span.start || entity.end > span.end) continue;
    if ((group.counts.get(table.id(nameKey(entity))) ?? 0) * 4 < size) strangers.add(entity.canonical);
  }
  return strangers.size;
}

/** True if the text opens a quotation or a bracket that it does not close, or the other way round. */
export function isTorn(text: string): boolean {
  let quotes = 0;
  let brackets = 0;
  let plain = 0;
  for (const sign of text) {
    if (sign === '“' || sign === '「' || sign === '『' || sign === '《') quotes++;
    else if (sign === '”' || sign === '」' || sign === '』' || sign === '》') quotes--;
    else if (sign === '（' || sign === '(' || sign === '【') brackets++;
    else if (sign === '）' || sign === ')' || sign === '】') brackets--;
    else if (sign === '"') plain++;
  }
  return quotes !== 0 || brackets !== 0 || plain % 2 === 1;
}

/** The sentence with the event; of a post without one the first three. With where the post's first one starts. */
function sentencesFor({ post, event }: Report): { readonly spans: readonly Span[]; readonly first: number } {
  const all = sentencesOf(post.text);
  const spans =
    event === undefined
      ? all.slice(0, 3)
      : all.filter((span) => span.start < event.trigger.end && span.end > event.trigger.start);
  return { spans, first: all[0]?.start ?? 0 };
}

/** The twelve weightiest keys of a group, with their counts. */
function topKeys(
  { counts, reports }: Group,
  { weights }: KeyTable,
): (readonly [key: number, count: number])[] {
  return [...counts]
    .filter(([, count]) => reports.length < 3 || count > 1)
    .sort((a, b) => b[1] * (weights[b[0]] as number) - a[1] * (weights[a[0]] as number) || a[0] - b[0])
    .slice(0, 12);
}

/** The keys that a span covers; undefined for a span that is the whole post. */
function keysHeld({ post }: Report, span: Span, keys: ContentKeys): ReadonlySet<string> | undefined {
  if (span.start === 0 && span.end >= post.text.length - 1) return undefined;
  return keys.of(post, span.start, span.end);
}
