import { log10 } from '../../base/math.js';
import type { AnalysedPost } from '../analysis/analysed-post.js';
import type { Analysis } from '../analysis/analysis.js';
import { byWeight, leastPosts } from '../analysis/support.js';
import type { Field } from '../field.js';
import { readsAsChinese } from '../language/quote.js';
import type { Block, Inline, Section, Statement } from '../report.js';
import { commonNames, type Debate, debatesOf, type Opinion } from './debates.js';
import { quote, signed, statement, strong, text } from './statement.js';

/** Opinions shown from one perspective. */
const TARGETS_SHOWN = 3;
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
  const { authors } = debate;
  const posts = debate.opinions.map(({ post }) => post);
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
  const common = commonNames(analysis);
  const byPerspective = debatesOf(analysis, field, common);
  const least = leastPosts(analysis.posts);
  const sections: Section[] = [];
  for (const perspective of field.perspectives) {
    const items = (byPerspective.get(perspective) ?? [])
      .filter(({ target, authors }) => authors >= (common.has(target) ? least + 1 : least))
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
