import { compareStrings } from '../../base/compare.js';
import { log10 } from '../../base/math.js';
import { isNotion } from '../../tokenizer/token.js';
import type { AnalysedPost } from '../analysis/analysed-post.js';
import type { Analysis } from '../analysis/analysis.js';
import { FIELD_ITSELF } from '../analysis/field-itself.js';
import { byWeight, leastPosts, supportOf } from '../analysis/support.js';
import type { Field, Perspective } from '../field.js';
import { type Passage, readsAsChinese } from '../language/quote.js';
import type { Block, Inline, Section, Statement } from '../report.js';
import { quote, signed, statement, strong, text } from './statement.js';

/** Opinions shown from one perspective. */
const TARGETS_SHOWN = 3;
/** Opinion cues count, and so does a mood as clear as this. */
const CLEAR_MOOD = 0.6;
/** A post less outspoken than this takes no side. */
const SIDE = 0.45;

interface Opinion {
  readonly post: AnalysedPost;
  readonly passage: Passage;
  readonly cues: number;
  /** 1 for, -1 against, 0 for neither. */
  readonly side: 1 | -1 | 0;
}

interface Debate {
  readonly target: string;
  readonly opinions: Opinion[];
}

const categoriesOfTargets = new Set([
  'company',
  'model',
  'product',
  'organization',
  'technique',
  'concept',
  'hardware',
  'person',
  'stock',
  'coin',
]);

/** Whoever asks states nothing. */
const asks =
  /(?:吗|呢|么)$|哪(?:个|些|家|款|种)|有没有|怎么(?:样|办|看)?$|是不是|^(?:Is|Are|Will|Can|Does|Do|Should|How|Why|What|Which)\s/u;

function isQuestion({ tokens }: AnalysedPost, passage: Passage): boolean {
  return /^[?？]/.test(tokens[passage.to]?.text ?? '') || asks.test(passage.text);
}

/** A side is taken by an outspoken post with words of that tone in the passage: the model alone may err. */
function sideOf({ score, tones, tokens }: AnalysedPost, passage: Passage): Opinion['side'] {
  if (Math.abs(score) < SIDE) return 0;
  const sign = score > 0 ? 1 : -1;
  const from = tokens[passage.from]?.start ?? 0;
  const to = tokens[passage.to - 1]?.end ?? 0;
  const inside = tones.filter(({ start, end }) => start >= from && end <= to);
  return inside.reduce((sum, tone) => sum + tone.sign, 0) * sign > 0 ? sign : 0;
}

/** The name that a passage speaks of: the first that is no mere concept, else the first, the field itself last. */
function targetOf(post: AnalysedPost, passage: Passage, tooCommon: ReadonlySet<string>): string | undefined {
  const start = post.tokens[passage.from]?.start ?? 0;
  const end = post.tokens[passage.to - 1]?.end ?? post.text.length;
  const inside = post.mentions.filter(
    (mention) => mention.start >= start && mention.end <= end && categoriesOfTargets.has(mention.category),
  );
  const special = inside.filter(({ name }) => !tooCommon.has(name));
  const chosen = special.find(({ category }) => !isNotion(category)) ?? special[0] ?? inside[0];
  return chosen?.name;
}

function perspectiveOf(
  passage: Passage,
  post: AnalysedPost,
  perspectives: readonly Perspective[],
): Perspective | undefined {
  let best: Perspective | undefined;
  let most = 0;
  for (const perspective of perspectives) {
    const cues = perspective.cues.find(passage.text).length * 2 + perspective.cues.find(post.text).length;
    if (cues > most) {
      most = cues;
      best = perspective;
    }
  }
  return best;
}

/** The names that are the field itself: an opinion is about one only if it names nothing else. */
function commonNames({ posts, subjects }: Analysis): ReadonlySet<string> {
  const most = Math.max(3, FIELD_ITSELF * posts.length);
  return new Set(subjects.filter((subject) => subject.posts.length > most).map(({ name }) => name));
}

function collect(analysis: Analysis, field: Field): Map<Perspective, Debate[]> {
  const debates = new Map<Perspective, Map<string, Debate>>();
  const tooCommon = commonNames(analysis);
  // Whoever tells news may be pleased with it, and yet states no opinion.
  const reporting = new Set(
    analysis.facts.filter(({ kind }) => kind !== 'other').flatMap((fact) => fact.posts.map(({ id }) => id)),
  );
  for (const post of analysis.posts) {
    let chosen: Opinion | undefined;
    for (const passage of post.passages) {
      const cues = field.opinions.find(passage.text).length;
      const tells = post.eventful || reporting.has(post.id);
      if (cues === 0 && (tells || Math.abs(post.score) < CLEAR_MOOD)) continue;
      if (isQuestion(post, passage)) continue;
      const side = sideOf(post, passage);
      // Praise and blame without a word that says so is the tone of a report.
      if (cues === 0 && (side === 0 || analysis.signedBy === 'sites')) continue;
      if (chosen === undefined || cues > chosen.cues) chosen = { post, passage, cues, side };
    }
    if (chosen === undefined) continue;
    const target = targetOf(post, chosen.passage, tooCommon);
    const perspective = perspectiveOf(chosen.passage, post, field.perspectives);
    if (target === undefined || perspective === undefined) continue;
    const byTarget = debates.get(perspective) ?? new Map<string, Debate>();
    debates.set(perspective, byTarget);
    const debate = byTarget.get(target) ?? { target, opinions: [] };
    byTarget.set(target, debate);
    debate.opinions.push(chosen);
  }
  const sorted = new Map<Perspective, Debate[]>();
  for (const [perspective, byTarget] of debates) {
    const list = [...byTarget.values()].map((debate) => ({
      debate,
      authors: supportOf(debate.opinions.map(({ post }) => post)).authors,
    }));
    list.sort((a, b) => b.authors - a.authors || compareStrings(a.debate.target, b.debate.target));
    sorted.set(
      perspective,
      list.map(({ debate }) => debate),
    );
  }
  return sorted;
}

/** The opinion that speaks best for a side: an outspoken one, from a post that readers liked. */
function speaker(side: readonly Opinion[]): Opinion | undefined {
  const value = ({ post, passage, cues }: Opinion): number =>
    (readsAsChinese(passage.text) ? 2 : 0) +
    1.5 * Math.min(cues, 2) +
    2.5 * Math.abs(post.score) +
    0.5 * log10(1 + post.engagement);
  const ordered = [...side].sort((a, b) => value(b) - value(a) || byWeight(a.post, b.post));
  return ordered[0];
}

function say(opinion: Opinion): Inline[] {
  return [quote(opinion.passage.text, opinion.post), text(signed(opinion.post))];
}

function debateItem(debate: Debate, unit: string): Statement[] {
  const posts = debate.opinions.map(({ post }) => post);
  const { authors } = supportOf(posts);
  const pro = debate.opinions.filter(({ side }) => side > 0);
  const con = debate.opinions.filter(({ side }) => side < 0);
  const inlines: Inline[] = [strong(debate.target), text('：')];
  const forIt = speaker(pro);
  const against = speaker(con);
  const quoted: AnalysedPost[] = [];
  if (forIt !== undefined && against !== undefined) {
    inlines.push(
      text(`${authors} ${unit}表态，${pro.length} 条偏正面，${con.length} 条偏负面。正面的如：`),
      ...say(forIt),
    );
    inlines.push(text('；负面的如：'), ...say(against), text('。'));
    quoted.push(forIt.post, against.post);
  } else {
    const only = forIt ?? against ?? speaker(debate.opinions);
    if (only === undefined) return [];
    const count = `${authors} ${unit}谈到`;
    const lean =
      pro.length > 0
        ? `${pro.length} 条偏正面，没有偏负面的`
        : con.length > 0
          ? `${con.length} 条偏负面，没有偏正面的`
          : '语气中性';
    inlines.push(...(authors > 1 ? [text(`${count}，${lean}。`)] : []), ...say(only), text('。'));
    quoted.push(only.post);
  }
  return [statement(inlines, posts, quoted)];
}

/** 重要观点与见解: what is claimed of whom, by how many, and who says the opposite, a section a perspective. */
export function opinions(analysis: Analysis, field: Field): Section[] {
  const byPerspective = collect(analysis, field);
  const least = leastPosts(analysis.posts);
  const common = commonNames(analysis);
  const sections: Section[] = [];
  for (const perspective of field.perspectives) {
    const items = (byPerspective.get(perspective) ?? [])
      .filter(({ target, opinions: given }) => {
        const { authors } = supportOf(given.map(({ post }) => post));
        return authors >= (common.has(target) ? least + 1 : least);
      })
      .slice(0, TARGETS_SHOWN)
      .map((debate) =>
        debateItem(debate, { people: '位作者', sites: '个来源', nobody: '条帖子' }[analysis.signedBy]),
      )
      .filter((item) => item.length > 0);
    if (items.length === 0) continue;
    sections.push({
      id: `opinions-${perspective.id}`,
      heading: `${perspective.name}方面`,
      level: 4,
      blocks: [{ type: 'list', ordered: false, items }],
    });
  }
  const blocks: Block[] =
    sections.length === 0 ? [{ type: 'note', text: '这批帖子里没有足够多的观点性表述。' }] : [];
  return [{ id: 'opinions', heading: '重要观点与见解', level: 3, blocks }, ...sections];
}
