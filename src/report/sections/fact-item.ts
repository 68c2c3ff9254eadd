import type { AnalysedPost } from '../analysis/analysed-post.js';
import type { Fact, FactAmount } from '../analysis/fact.js';
import { nameOf, quote, statement, strong, text } from '../analysis/support.js';
import { formatMoney, formatNumber } from '../language/numbers.js';
import { enumerate, formatDay } from '../language/words.js';
import type { Inline, Statement } from '../report.js';

const modalityMarks = new Map<Fact['modality'], string>([
  ['rumour', '传闻'],
  ['question', '疑问'],
  ['denial', '否认'],
]);

/** Verbs that stand after both partners: 甲与乙合作. */
const mutual = new Set(['合作', '和解', '结盟', '联手', '签约', '达成合作', '战略合作', '合并']);

/**
 * A fact in few words of ours, such as 英伟达发布 Orchestrator-8B. One that cannot be said so is told by the first
 * clause of the words that the posts have for it.
 */
export function headlineOf(fact: Fact): string {
  // Hearsay stays hearsay where most posts report it and the words that are shown do not hide it.
  const hearsay = /网传|据传|传闻|据说|消息称|reportedly|rumou?r/i.test(fact.quotes[0]?.text ?? '');
  const mark = modalityMarks.get(fact.modality) ?? (hearsay ? '传闻' : undefined);
  const words = fact.solid && !isPartOfName(fact) ? ownWords(fact) : leadingClause(fact);
  return mark === undefined || /传|据说|rumou?r|reportedly|\?|？/i.test(words)
    ? words
    : `${words}（${mark}）`;
}

/** The lead quote goes on with the object's name: GPT-5.5 is not GPT-5.5-Cyber, nor Claude Claude for Excel. */
function isPartOfName({ object, quotes }: Fact): boolean {
  const words = quotes[0]?.text;
  if (object === undefined || words === undefined) return false;
  const at = words.toLowerCase().indexOf(object.toLowerCase());
  return at >= 0 && /^(?:-[\p{L}\d]|\s?for\s|\s[A-Z\d]|[A-Za-z\d])/u.test(words.slice(at + object.length));
}

function ownWords(fact: Fact): string {
  const { actor = '', action = '', object } = fact;
  if (object !== undefined && mutual.has(action)) return `${actor}与${object}${action}`;
  return `${actor}${joint(fact)}${action}${object ?? mainAmount(fact) ?? ''}`;
}

/** Columns of a headline: a Han character is two. */
const HEADLINE_COLUMNS = 64;

function columnsOf(words: string): number {
  let columns = 0;
  for (const sign of words) columns += sign.charCodeAt(0) >= 0x1100 ? 2 : 1;
  return columns;
}

/** The clauses of the lead quote as far as they fit a headline; names where it has no short clause. */
function leadingClause(fact: Fact): string {
  const [lead] = fact.quotes;
  if (lead === undefined) return enumerate(fact.subjects.slice(0, 3));
  const clauses = lead.text.split(/(?<=[，,；;。！？!?])(?!(?<=\d[，,])\d{3})|(?<=[：:])(?=\D)/u);
  let words = '';
  for (const clause of clauses) {
    // A source alone, such as 路透社：, is no headline: what it says belongs to it.
    const most = /[：:]$/.test(words) ? HEADLINE_COLUMNS + 16 : HEADLINE_COLUMNS;
    if (words !== '' && columnsOf(words + clause) > most) break;
    words += clause;
    if (columnsOf(words) >= 24 && !/[：:]$/.test(words)) break;
  }
  const trimmed = words.replace(/[，,；;。：:！!？?…\s]+$/u, '');
  return columnsOf(trimmed) <= HEADLINE_COLUMNS + 16 ? trimmed : enumerate(fact.subjects.slice(0, 3));
}

/** 计划 before a verb of what has not happened yet, unless the verb says so itself. */
function joint(fact: Fact): string {
  if (fact.modality !== 'plan' || fact.action === undefined) return '';
  return /^(计划|拟|将|考虑|准备)/.test(fact.action) ? '' : '计划';
}

function mainAmount(fact: Fact): string | undefined {
  const [amount] = fact.amounts;
  return amount === undefined ? undefined : ` ${amountWords(amount)}`;
}

export function amountWords(amount: FactAmount): string {
  const { quantity } = amount;
  if (quantity.type === 'money' && Number.isFinite(quantity.value)) return formatMoney(quantity);
  if (quantity.type === 'percent') return `${formatNumber(quantity.value, 2)}%`;
  return amount.text;
}

/** True if a text already gives the number, however it writes its unit. */
function gives(words: string, amount: FactAmount): boolean {
  const digits = /\d[\d,.]*/.exec(amount.text)?.[0].replace(/,/g, '');
  const plain = words.replace(/(?<=\d),(?=\d{3})/g, '');
  return digits === undefined ? words.includes(amount.text) : plain.includes(digits);
}

/** Who says it and how many more: @a 等 12 位作者，互动 3,400 次. Sites count as 家媒体, nameless posts as posts. */
function voices(fact: Fact, speaker: AnalysedPost | undefined): string {
  const { authors, posts, engagement } = fact.support;
  const unsigned = fact.posts.filter((post) => nameOf(post) === undefined).length;
  const bySites = fact.posts.every((post) => post.author === undefined && post.site !== undefined);
  const name = speaker === undefined ? undefined : nameOf(speaker);
  const reactions = engagement > 0 ? `，互动 ${formatNumber(engagement)} 次` : '';
  if (unsigned * 2 > posts) return `${posts} 条帖子${reactions}`;
  if (authors <= 1) return `${name ?? '一位作者'}，仅此一家${reactions}`;
  const others = `${authors} ${bySites ? '家媒体' : '位作者'}`;
  return `${name === undefined ? others : `${name} 等 ${others}`}${reactions}`;
}

/** The rest of the lead quote behind a headline that was taken from it. */
function remainder(fact: Fact, headline: string): string {
  const lead = fact.quotes[0]?.text ?? '';
  const head = lead.startsWith(headline) ? headline : headline.replace(/（[^（）]*）$/u, '');
  return lead.startsWith(head) ? lead.slice(head.length).replace(/^[，,；;。：:！!？?\s]+/u, '') : lead;
}

/**
 * A fact as an item of a list: a bold headline, the most telling words of the posts with who says them, numbers
 * that these words lack, and how many deny it.
 */
export function factItem(fact: Fact): Statement[] {
  const headline = headlineOf(fact);
  const lead = fact.quotes[0];
  const inlines: Inline[] = [strong(headline)];
  const support = voices(fact, lead?.post);
  if (lead === undefined) {
    inlines.push(text(`（${support}）。`));
  } else if (fact.solid && !isPartOfName(fact)) {
    inlines.push(text('：'), quote(lead.text, lead.post), text(`（${support}）。`));
  } else {
    const rest = remainder(fact, headline);
    if (rest === '') inlines.push(text(`（${support}）。`));
    else inlines.push(text('：'), quote(rest, lead.post), text(`（${support}）。`));
  }
  const statements: Statement[] = [];
  const shown = headline + (lead?.text ?? '');
  const further = fact.amounts.filter(
    (amount) => !gives(shown, amount) && !shown.includes(amountWords(amount)),
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
  if (fact.denials.length > 0) {
    statements.push(statement([text(`${fact.denials.length} 条帖子否认或反驳。`)], fact.denials));
  }
  return statements;
}

/** 11月28日, when the fact is told of one day. */
export function dayWords(fact: Fact): string {
  return fact.day === undefined ? '' : formatDay(fact.day);
}
