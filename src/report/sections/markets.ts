import { compareStrings } from '../../base/compare.js';
import { log10 } from '../../base/math.js';
import { press } from '../../entities/stories/press.js';
import type { AnalysedPost, Mention } from '../analysis/analysed-post.js';
import type { Analysis, SubjectFigures } from '../analysis/analysis.js';
import type { Fact } from '../analysis/fact.js';
import { leastPosts } from '../analysis/support.js';
import type { Field } from '../field.js';
import { formatInterval, formatScore } from '../language/numbers.js';
import { type Passage, readsAsChinese, spanOf } from '../language/quote.js';
import type { Block, Inline, Section, Statement, TableRow } from '../report.js';
import { LEAST_POSTS_OF_MOOD } from './figures.js';
import { moodWords } from './mood-words.js';
import type { Placed } from './placed.js';
import { quote, signed, statement, strong, supportedBy, text } from './statement.js';

const ROWS_SHOWN = 12;
const CLAIMS_SHOWN = 6;

const tradedCategories = new Set(['company', 'stock', 'coin', 'organization']);
const marketKinds = new Set([
  'stock_move',
  'coin_move',
  'funding',
  'acquisition',
  'investment',
  'price_change',
  'valuation',
]);

/** Posts enough for a mood. */
function isMeasured({ mood }: SubjectFigures): boolean {
  return mood.posts >= LEAST_POSTS_OF_MOOD;
}

function row(subject: SubjectFigures): TableRow {
  const { mood } = subject;
  return {
    cells: [
      subject.name,
      subject.ticker ?? '—',
      String(mood.posts),
      String(mood.positive),
      String(mood.negative),
      isMeasured(subject) ? `${formatScore(mood.score)}（${formatInterval(mood)}）` : '—',
      isMeasured(subject) ? moodWords(mood) : '样本太少',
    ],
    ...supportedBy(subject.posts),
  };
}

interface Claim {
  readonly post: AnalysedPost;
  readonly passage: Passage;
  readonly weight: number;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Words that point back to what a quote does not hold. */
const dangling = /^(?:that|this|it|its|they|these|those|he|she|这|那|它|他|她|其)(?![\p{L}])/iu;

/** Who is called so by its name is another: 英伟达挑战者冲刺 350 亿美元估值. */
const another =
  /^(?:的|旗下)?\s?(?:挑战者|竞争对手|对手|劲敌|供应商|代工厂|合作伙伴|前(?:高管|员工)|概念股|rivals?\b|challengers?\b|suppliers?\b|partners?\b)|^-backed\b/iu;

/** True if what a passage says of a price or worth is said of the one that it names at a place. */
function isSaidOf(named: Mention, post: AnalysedPost, { start, end }: Span, field: Field): boolean {
  const { text } = post;
  const tells = (from: number, to: number): boolean => field.markets.find(text.slice(from, to)).length > 0;
  if (another.test(text.slice(named.end, end))) return false;
  const clauseStart = start + text.slice(start, named.start).search(/[^，,；;。]*$/u);
  const length = text.slice(named.end, end).search(/[，,；;。](?!\d)/u);
  const clauseEnd = length < 0 ? end : named.end + length;
  // Shares of Nvidia, but not 冲击万亿估值反超 OpenAI.
  const before = text.slice(clauseStart, named.start).replace(/\s+(?:(?:of|in)\s+)?$/u, '');
  const last = field.markets.find(before).at(-1)?.phrase;
  if (tells(named.start, clauseEnd) || (last !== undefined && before.toLowerCase().endsWith(last)))
    return true;
  // Another company's valuation, with this one among its investors, is no claim about this one.
  const isAlone = post.mentions.every(
    ({ name, category, start: at }) =>
      name === named.name ||
      !tradedCategories.has(category) ||
      press.has(name.toLowerCase()) ||
      at < start ||
      at >= end,
  );
  return isAlone && tells(named.end, end);
}

/** Passages that name the subject and say something of its price or worth, the weightiest first. */
function claimsOf(subject: SubjectFigures, field: Field): Claim[] {
  const claims: Claim[] = [];
  for (const post of subject.posts) {
    for (const passage of post.passages) {
      const { start, end } = spanOf(passage, post.tokens);
      const named = post.mentions.find(
        ({ name, start: at }) => name === subject.name && at >= start && at < end,
      );
      const cues = field.markets.find(passage.text).length;
      if (named === undefined || cues === 0 || dangling.test(passage.text)) continue;
      if (!isSaidOf(named, post, { start, end }, field)) continue;
      const weight =
        Math.min(cues, 3) + log10(1 + post.engagement) + (readsAsChinese(passage.text) ? 0.7 : 0);
      claims.push({ post, passage, weight });
      break;
    }
  }
  return claims.sort((a, b) => b.weight - a.weight || compareStrings(a.post.id, b.post.id));
}

function claimItem(
  subject: SubjectFigures,
  claims: readonly Claim[],
  linked: readonly Fact[],
  placed: Placed,
  said: Set<AnalysedPost>,
): Statement[] {
  const inlines: Inline[] = [strong(subject.name), text('：')];
  const quoted: AnalysedPost[] = [];
  // What was quoted for another name is not quoted again.
  const first = claims.find(({ post }) => !said.has(post));
  if (first !== undefined) {
    inlines.push(text(claims.length > 1 ? `${claims.length} 条帖子谈到价格、估值或业绩。` : ''));
    inlines.push(quote(first.passage.text, first.post), text(signed(first.post)));
    const other = claims.find(
      ({ post }) => post.author !== first.post.author && post.mood !== first.post.mood && !said.has(post),
    );
    if (other !== undefined) {
      inlines.push(text('；另一条说：'), quote(other.passage.text, other.post), text(signed(other.post)));
      quoted.push(other.post);
    }
    inlines.push(text('。'));
    quoted.unshift(first.post);
    for (const post of quoted) said.add(post);
  }
  const references = linked.map((fact) => placed.reference(fact)).filter((words) => words !== undefined);
  if (references.length > 0) inlines.push(text(`相关事件：${references.slice(0, 3).join('、')}。`));
  const posts = new Set([
    ...claims.map(({ post }) => post),
    ...(claims.length === 0 ? linked.flatMap((fact) => fact.posts) : []),
  ]);
  return [
    statement(
      inlines.filter((inline) => inline.text !== ''),
      [...posts],
      quoted,
    ),
  ];
}

/** True of a name under which an event is referred to: who did it, or where that is not known, any that it is about. */
function standsBy({ actor, subjects }: Fact, name: string, traded: ReadonlySet<string>): boolean {
  return actor === name || (subjects.includes(name) && (actor === undefined || !traded.has(actor)));
}

/** 个股与数字货币市场反应: mentions and mood of each traded name, what is claimed of its price, linked events. */
export function markets(analysis: Analysis, field: Field, placed: Placed): Section[] {
  // An institute has no price, a paper is named for what it tells, and in posts of all kinds a company that is not listed may be
  // an agency that is quoted.
  const traded = analysis.subjects.filter(
    ({ name, category, ticker }) =>
      tradedCategories.has(category) &&
      (ticker !== undefined || category === 'coin' || (category === 'company' && !field.general)) &&
      !press.has(name.toLowerCase()),
  );
  const least = leastPosts(analysis.posts);
  const spoken = traded.filter(({ mood }) => mood.posts >= least);
  // Where none is spoken of enough to have a mood, the names are all that there is to show.
  const measured = spoken.filter(isMeasured);
  const shown = (measured.length > 0 || field.general ? measured : spoken).slice(0, ROWS_SHOWN);
  if (shown.length === 0 && field.general) return [];
  const blocks: Block[] = [];
  if (shown.length === 0) {
    blocks.push({ type: 'note', text: '这批帖子没有谈到公司、个股或数字货币。' });
  } else {
    blocks.push({
      type: 'table',
      header: ['名称', '代码', '帖子', '正面', '负面', '净情绪（95% 区间）', '倾向'],
      align: ['left', 'left', 'right', 'right', 'right', 'right', 'left'],
      rows: shown.map(row),
    });
    const items: Statement[][] = [];
    const said = new Set<AnalysedPost>();
    const referred = new Set<Fact>();
    const names = new Set(traded.map(({ name }) => name));
    for (const subject of traded) {
      const claims = claimsOf(subject, field);
      const linked = analysis.facts.filter(
        (fact) => marketKinds.has(fact.kind) && standsBy(fact, subject.name, names) && !referred.has(fact),
      );
      if (claims.length + linked.length === 0 || items.length >= CLAIMS_SHOWN) continue;
      for (const fact of linked) if (placed.has(fact)) referred.add(fact);
      const item = claimItem(subject, claims, linked, placed, said);
      if (item.some((made) => made.inlines.length > 2)) items.push(item);
    }
    // Who only talks of the products of a firm does not speak of markets.
    if (items.length === 0 && field.general) return [];
    if (items.length > 0) blocks.push({ type: 'list', ordered: false, items });
    if (traded.length > shown.length) {
      blocks.push({
        type: 'note',
        text: `另有 ${traded.length - shown.length} 个名称提及较少，未列入表中。`,
      });
    }
  }
  blocks.push({ type: 'note', text: '以上只是对帖子内容的统计和引用，未核实，不构成任何投资建议。' });
  return [{ id: 'markets', heading: '个股与数字货币市场反应', level: 3, blocks }];
}
