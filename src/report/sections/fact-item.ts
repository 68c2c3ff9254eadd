import type { Fact, FactAmount } from '../analysis/fact.js';
import { nameOf, quote, statement, strong, text } from '../analysis/support.js';
import { formatMoney, formatNumber } from '../language/numbers.js';
import { isChinese } from '../language/quote.js';
import { enumerate, formatDay, vary } from '../language/words.js';
import type { Inline, Statement } from '../report.js';

const modalityMarks = new Map<Fact['modality'], string>([
  ['rumour', '传闻'],
  ['question', '疑问'],
  ['denial', '否认'],
]);

/** A fact in few words: 英伟达发布 Orchestrator-8B; for one without a verb, the names it is about. */
export function headlineOf(fact: Fact): string {
  const mark = modalityMarks.get(fact.modality);
  const words =
    fact.actor !== undefined && fact.action !== undefined
      ? `${fact.actor}${joint(fact)}${fact.action}${fact.object ?? mainAmount(fact) ?? ''}`
      : enumerate(fact.subjects.slice(0, 3));
  return mark === undefined ? words : `${words}（${mark}）`;
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

/** True if a text already gives the number, in whatever magnitude it writes it. */
function gives(words: string, amount: FactAmount): boolean {
  return words.includes(amount.text) || words.replace(/\s/g, '').includes(amount.text.replace(/\s/g, ''));
}

/** How many say it: 12 位作者谈及，互动 3,400 次. Sites count as 家媒体. */
export function supportWords(fact: Fact, turn: number): string {
  const { posts, authors, engagement } = fact.support;
  const bySites = fact.posts.every((post) => post.author === undefined && post.site !== undefined);
  const who = bySites ? `${authors} 家媒体` : `${authors} 位作者`;
  const reactions = engagement > 0 ? `，互动 ${formatNumber(engagement)} 次` : '';
  if (authors <= 1) {
    const [only] = fact.posts;
    const source = only === undefined ? '一条帖子' : `${nameOf(only)} 一家`;
    return `目前仅见于 ${source}${reactions}。`;
  }
  const count = posts > authors ? `${posts} 条帖子、${who}` : who;
  return vary(
    [
      `${count}${bySites ? '报道' : '谈到此事'}${reactions}。`,
      `共有 ${count}提及${reactions}。`,
      `消息见于 ${count}${reactions}。`,
    ],
    bySites ? 0 : turn,
  );
}

/** The sentence that quotes: the words first, or who says them first. */
function quoteInlines(fact: Fact, index: number, turn: number): Inline[] {
  const chosen = fact.quotes[index];
  if (chosen === undefined) return [];
  const said = quote(chosen.text, chosen.post);
  const name = nameOf(chosen.post);
  const end = /[。！？!?…]$/.test(chosen.text) ? '' : '。';
  return vary<Inline[]>(
    [
      [text(`${name} 写道：`), said, text(end)],
      [said, text(`（${name}）${end === '' ? '' : '。'}`)],
      [text(`${name} 的说法是：`), said, text(end)],
    ],
    turn,
  );
}

/**
 * A fact as an item of a list: a bold headline, the most telling words of the posts, numbers that these words
 * lack, how many say it and how many deny it.
 *
 * @param turn  number of the item, by which the wording varies.
 */
export function factItem(fact: Fact, turn: number, options: { readonly brief?: boolean } = {}): Statement[] {
  const headline = headlineOf(fact);
  const lead = fact.quotes[0];
  const inlines: Inline[] = [strong(headline), text('：')];
  inlines.push(...quoteInlines(fact, 0, turn));
  const shown = headline + (lead?.text ?? '');
  if (options.brief !== true) {
    const further = fact.amounts.filter(
      (amount) => !gives(shown, amount) && !headline.includes(amountWords(amount)),
    );
    if (further.length > 0) {
      const list = further
        .slice(0, 3)
        .map((amount) => `${amount.role}${amount.role === '' ? '' : ' '}${amountWords(amount)}`);
      inlines.push(text(`帖子里的数字还有${enumerate(list)}。`));
    }
    const second = fact.quotes
      .slice(1)
      .find((other) => lead !== undefined && isChinese(other.text) !== isChinese(lead.text));
    if (second !== undefined && lead !== undefined && !isChinese(lead.text)) {
      inlines.push(text(`${nameOf(second.post)} 也提到：`), quote(second.text, second.post), text('。'));
    }
  }
  inlines.push(text(supportWords(fact, turn)));
  const statements = [statement(inlines, fact.posts, lead === undefined ? [] : [lead.post])];
  if (fact.denials.length > 0) {
    statements.push(statement([text(`另有 ${fact.denials.length} 条帖子否认或反驳。`)], fact.denials));
  }
  return statements;
}

/** 11月28日, when the fact is told of one day. */
export function dayWords(fact: Fact): string {
  return fact.day === undefined ? '' : formatDay(fact.day);
}
