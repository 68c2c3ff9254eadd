import type { AnalysedPost } from '../analysis/analysed-post.js';
import type { Fact, FactAmount, FactQuote } from '../analysis/fact.js';
import { columnsOf } from '../language/columns.js';
import { formatNumber } from '../language/numbers.js';
import { enumerate, formatDay } from '../language/words.js';
import type { Inline, Statement } from '../report.js';
import { freshPart, wordsOf } from './fresh-part.js';
import { headlineOf } from './headline.js';
import { amountWords } from './own-words.js';
import { nameOf, quote, statement, strong, text } from './statement.js';

/** Least share of a fact's posts that give a number: what one of a hundred says is no part of it. */
const LEAST_SHARE = 0.02;

/** Columns of the shortest quote: a Han character is two. */
const LEAST_QUOTED = 8;

/** True if a text already gives the number, in its own words or in ours, however it writes its unit. */
function gives(words: string, amount: FactAmount): boolean {
  const digits = /\d[\d,.]*/.exec(amount.text)?.[0].replace(/,/g, '');
  const plain = words.replace(/(?<=\d),(?=\d{3})/g, '');
  if (digits === undefined ? words.includes(amount.text) : plain.includes(digits)) return true;
  return words.replace(/\s/g, '').includes(amountWords(amount).replace(/\s/g, ''));
}

/** Who says it and how many more: @a 等 12 位作者，互动 3,400 次. */
function voices(fact: Fact, speaker: AnalysedPost | undefined): string {
  const { authors, engagement } = fact.support;
  const name = speaker === undefined ? undefined : nameOf(speaker);
  const reactions = engagement > 0 ? `，互动 ${formatNumber(engagement)}次` : '';
  const all = tellers(fact);
  if (isNameless(fact)) return `${all}${reactions}`;
  if (authors <= 1) return `${name ?? '一位作者'}，仅此一家${reactions}`;
  return `${name === undefined ? all : `${name} 等 ${all}`}${reactions}`;
}

/** 12 位作者 tell it; sites count as 家媒体, nameless posts as posts. */
function tellers(fact: Fact): string {
  if (isNameless(fact)) {
    const posts = formatNumber(fact.posts.length);
    return fact.ofOneForm ? `同类帖子共 ${posts}条` : `${posts}条帖子`;
  }
  return `${formatNumber(fact.support.authors)}${isSigned(fact) ? '位作者' : '家媒体'}`;
}

/** True if most of its posts name neither an author nor a site. */
function isNameless({ posts }: Fact): boolean {
  return posts.filter((post) => nameOf(post) === undefined).length * 2 > posts.length;
}

/** The rest of the lead quote behind what the headline tells of it; nothing if both are the same. */
function remainder(lead: string, told: string): string {
  if (told === '') return lead;
  return lead.slice(lead.indexOf(told) + told.length).replace(/^[，,；;。：:！!？?.…\s]+/u, '');
}

/** True if what is left of the lead quote asks its readers something, as 对此你怎么看 does: the news stands before it. */
function asksBehind({ text: words, post }: FactQuote, told: string): boolean {
  if (told === '' || told.length === words.length) return false;
  const end = post.text.indexOf(words) + words.length;
  return /^\s*[?？]/u.test(post.text.slice(end));
}

/**
 * A fact as an item of a list: a bold headline, the most telling words of the posts with who says them, numbers
 * that these words lack, and how many deny it.
 */
export function factItem(fact: Fact): Statement[] {
  const { words: headline, told } = headlineOf(fact);
  const lead = fact.quotes[0];
  const rest = lead === undefined || asksBehind(lead, told) ? '' : remainder(lead.text, told);
  // A word or two that are left stand by the headline: they are no quote.
  const isCrumb = rest !== '' && told !== '' && columnsOf(rest) < LEAST_QUOTED;
  const inlines: Inline[] = [strong(isCrumb ? `${headline}，${rest}` : headline)];
  if (lead !== undefined && rest !== '' && !isCrumb)
    inlines.push(text(headline.includes('：') ? '，' : '：'), quote(rest, lead.post));
  inlines.push(text(`（${voices(fact, lead?.post)}）。`));
  const statements: Statement[] = [];
  const shown = headline + (lead?.text ?? '');
  const further = fact.amounts.filter(
    (amount) => amount.posts >= LEAST_SHARE * fact.posts.length && !gives(shown, amount),
  );
  if (further.length > 0) {
    const list = further
      .slice(0, 3)
      .map(
        (amount) =>
          `${amount.role}${amount.role === '' ? '' : ' '}${amountWords(amount)}（${amount.posts} 条）`,
      );
    inlines.push(text(`另有帖子提到${enumerate(list)}。`));
  }
  statements.push(statement(inlines, fact.posts, lead === undefined ? [] : [lead.post]));
  // What the fact itself says is no denial of it.
  if (fact.denials.length > 0 && fact.modality !== 'denial') {
    statements.push(statement([text(`也有 ${fact.denials.length} 条帖子否认或反驳。`)], fact.denials));
  }
  const said = new Set(fact.quotes.flatMap((words) => [...wordsOf(words)].map(({ key }) => key)));
  let also = '另有';
  for (const other of fact.related) {
    const found = furtherStatement(other, said, also, fact);
    if (found === undefined) continue;
    statements.push(found);
    also = '还有';
  }
  return statements;
}

/**
 * What a related fact adds, in the words of its posts: that they speak of it too where these say no more than what is
 * told already.
 */
function furtherStatement(fact: Fact, told: Set<string>, also: string, main: Fact): Statement | undefined {
  const [lead] = fact.quotes;
  if (lead === undefined) return undefined;
  const { authors } = fact.support;
  const name = nameOf(lead.post);
  const others = tellers(fact);
  const fresh = freshPart(lead, told);
  for (const { key } of wordsOf(lead)) told.add(key);
  const alone = authors <= 1 && name !== undefined;
  if (fresh === '') {
    const known = new Set(main.posts.map(nameOf));
    if (fact.posts.every((post) => known.has(nameOf(post)))) return undefined;
    const verb = isSigned(fact) ? '谈及此事' : '报道此事';
    return statement([text(`${alone ? `${name} 也` : `${also} ${others}`}${verb}。`)], fact.posts, [
      lead.post,
    ]);
  }
  const who = alone ? (isSigned(fact) ? `${name} 提到：` : `另据 ${name}：`) : `${also} ${others}谈到：`;
  return statement(
    [text(who), quote(fresh, lead.post), text(`${name === undefined || alone ? '' : `（${name}）`}。`)],
    fact.posts,
    [lead.post],
  );
}

/** True unless all its posts are signed by sites. */
function isSigned(fact: Fact): boolean {
  return !fact.posts.every((post) => post.author === undefined && post.site !== undefined);
}

/** 11月28日, when the fact is told of one day. */
export function dayWords(fact: Fact): string {
  return fact.day === undefined ? '' : formatDay(fact.day);
}
