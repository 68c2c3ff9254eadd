import type { Mood } from '../../sentiment/index.js';
import { isNotion } from '../../tokenizer/token.js';
import type { Analysis, SubjectFigures, TopicFigures } from '../analysis/analysis.js';
import { byWeight } from '../analysis/support.js';
import { toneOf } from '../analysis/tone-of-passage.js';
import type { Field } from '../field.js';
import { formatInterval, formatNumber, formatScore, formatShare, formatTimes } from '../language/numbers.js';
import { enumerate, formatDay, formatDays } from '../language/words.js';
import type { Block, Comparison, Inline, Section, Statement } from '../report.js';
import { isBalanced, isMostlyNeutral, leaning, moodWords } from './mood-words.js';
import { nameOf, quote, statement, text } from './statement.js';

/** Fewer posts than this carry no mood worth a sentence. */
const MIN_POSTS_FOR_MOOD = 8;

function volume(analysis: Analysis): Statement {
  const { window, tally, topics, posts } = analysis;
  const days = formatDays(window.from, window.to);
  const folded = tally.folded > 0 ? `（另有 ${formatNumber(tally.folded)}条转发和雷同内容并入原帖）` : '';
  const unit = { people: '位作者的', sites: '个来源的', nobody: '' }[analysis.signedBy];
  const who = tally.authors > 1 && unit !== '' ? `${formatNumber(tally.authors)}${unit}` : '';
  const lead =
    tally.sampled === undefined
      ? `${days}，${who}${formatNumber(tally.used)}条帖子进入统计${folded}`
      : `${days}，共有${who === '' ? '' : `约${who}`}${formatNumber(tally.inWindow)}条帖子，其中${formatNumber(tally.sampled)}条抽出细读`;
  const leading = topics.slice(0, 3);
  if (leading.length === 0) return statement([text(`${lead}。`)], posts);
  const shares = leading.map(
    (topic) =>
      `“${topic.label}”（占 ${formatShare(topic.share)}${changeWords(topic.share, topic.shareBefore, analysis.comparison.with)}）`,
  );
  return statement(
    [text(`${lead}，${leadingWords(leading)}${enumerate(shares)}。`)],
    leading.flatMap((topic) => topic.posts),
    leading.flatMap((topic) => topic.posts.slice(0, 1)),
  );
}

/** Share of all posts from which on a topic is what many speak of, and from which on it is most of it. */
const LARGE = 0.04;
const WHOLE = 0.2;

function leadingWords([first, ...others]: readonly TopicFigures[]): string {
  if (first === undefined || first.share < LARGE) return '话题分散，较多的是';
  return others.length === 0 && first.share >= WHOLE ? '话题集中在' : '谈得最多的是';
}

function changeWords(share: number, before: number | undefined, compared: Comparison['with']): string {
  if (before === undefined) return compared === 'report' ? '，上一份报告没有' : '';
  const than = compared === 'report' ? '上次' : '基线';
  const points = Math.round((share - before) * 100);
  if (points === 0) return `，与${than}持平`;
  return points > 0 ? `，比${than}高 ${points} 个百分点` : `，比${than}低 ${-points} 个百分点`;
}

function mood({ mood: figures, posts }: Analysis): Statement | undefined {
  if (figures.posts < MIN_POSTS_FOR_MOOD) return undefined;
  const words = isMostlyNeutral(figures) ? fewSides(figures) : meanMood(figures);
  return statement(
    [text(words)],
    posts.filter((post) => post.mood !== 'neutral'),
  );
}

function meanMood(figures: Mood): string {
  const positive = formatShare(figures.positive / figures.posts);
  const negative = formatShare(figures.negative / figures.posts);
  const lean = moodWords(figures);
  return `整体情绪${lean === '不明显' ? '倾向不明显' : lean}：${positive} 的帖子为正面，${negative} 为负面，平均得分 ${formatScore(figures.score)}（95% 区间 ${formatInterval(figures)}）。`;
}

/** Most posts only state something: a mean would be that of the others, which are few. */
function fewSides(figures: Mood): string {
  const { posts, positive, negative } = figures;
  const sided = positive + negative;
  const neutral = `情绪上，${formatShare((posts - sided) / posts)} 的帖子不带褒贬`;
  if (sided === 0) return `${neutral}。`;
  const side = leaning(figures);
  const verdict = side > 0 ? '，正面居多' : side < 0 ? '，负面居多' : isBalanced(figures) ? '，正负相当' : '';
  return `${neutral}；其余 ${formatNumber(sided)}条中，${formatNumber(positive)}条正面，${formatNumber(negative)}条负面${verdict}。`;
}

function rising(analysis: Analysis): Statement | undefined {
  const risen = analysis.rising.slice(0, 4);
  if (risen.length === 0 || analysis.comparison.with === 'none') return undefined;
  if (analysis.comparison.with === 'background') {
    const words = risen.map((term) => `“${term.name}”（${formatNumber(term.posts.length)}条）`);
    return statement(
      [text(`没有更早的帖子可比；与通用中文相比，说得明显多的是${enumerate(words)}。`)],
      risen.flatMap((term) => term.posts),
    );
  }
  const versus =
    analysis.comparison.with === 'posts'
      ? '与基线时段相比'
      : analysis.comparison.with === 'report'
        ? '与上一份报告相比'
        : `与此前几天相比，${formatDay(analysis.window.to)}`;
  const names = risen.map((term) =>
    Number.isFinite(term.times)
      ? `${term.name}（${formatNumber(term.posts.length)}条，约 ${formatTimes(term.times)}）`
      : `${term.name}（${formatNumber(term.posts.length)}条，此前未见）`,
  );
  return statement(
    [text(`${versus}明显升温的是${enumerate(names)}。`)],
    risen.flatMap((term) => term.posts),
  );
}

/** Negative posts that a name needs to be worth a word: three, and this share of all posts. */
const LEAST_NEGATIVE = 3;
const NEGATIVE_SHARE = 0.005;

/** Names of which posts speak badly, the most spoken of first. */
function worrying({ subjects, posts }: Analysis): SubjectFigures[] {
  const least = Math.max(LEAST_NEGATIVE, NEGATIVE_SHARE * posts.length);
  return subjects
    .filter(
      ({ category, mood: figures }) =>
        !isNotion(category) && figures.negative >= least && leaning(figures) < 0,
    )
    .sort((a, b) => b.mood.negative - a.mood.negative || b.mood.posts - a.mood.posts);
}

function worries(analysis: Analysis): Statement | undefined {
  const listed = worrying(analysis).slice(0, 3);
  const [first] = listed;
  if (first === undefined) return undefined;
  const names = listed.map(({ name, mood: { negative, posts } }) =>
    negative === posts
      ? `${name}（${posts} 条提及全为负面）`
      : `${name}（${negative} 条负面，占其提及的 ${formatShare(negative / posts)}）`,
  );
  const critics = listed.map((subject) => subject.posts.filter((post) => post.mood === 'negative'));
  // The voice names what it is against in words of blame; of equals the one that readers answered most.
  const voices = (critics[0] ?? []).flatMap((post) => {
    const passage = post.passages.find(
      (candidate) => candidate.text.includes(first.name) && toneOf(post, candidate) < 0,
    );
    return passage === undefined ? [] : [{ post, passage }];
  });
  voices.sort((a, b) => Math.round((a.post.score - b.post.score) * 10) || byWeight(a.post, b.post));
  const voice = voices[0]?.post;
  const passage = voices[0]?.passage;
  const inlines: Inline[] = [text(`负面的帖子谈得较多的是${enumerate(names)}`)];
  if (voice !== undefined && passage !== undefined) {
    const name = nameOf(voice);
    inlines.push(text(name === undefined ? '，例如：' : `，例如 ${name} 说：`), quote(passage.text, voice));
  }
  inlines.push(text('。'));
  return statement(inlines, critics.flat(), voice === undefined ? [] : [voice]);
}

/** 主要话题与行业趋势概述: leading topics, mood, what rises, what people worry about, empty days. */
export function overview(analysis: Analysis, field: Field): Section {
  const statements = [volume(analysis), mood(analysis), rising(analysis), worries(analysis)].filter(
    (candidate) => candidate !== undefined,
  );
  const blocks: Block[] = [{ type: 'paragraph', statements }];
  const { emptyDays } = analysis.window;
  if (emptyDays.length > 0) {
    blocks.push({ type: 'note', text: `${enumerate(emptyDays.map(formatDay))}没有帖子。` });
  }
  const { hours, rows } = analysis.volume;
  if (rows.filter(({ posts }) => posts > 0).length > 1) {
    const unit = hours === 24 ? '每天' : hours === 1 ? '每小时' : `每 ${hours} 小时`;
    blocks.push({ type: 'chart', chart: 'volume', caption: `${unit}的帖子数` });
  }
  if (analysis.topics.length > 1) {
    const than = {
      posts: '，竖线为基线时段',
      report: '，竖线为上一份报告',
      'last-day': '',
      background: '',
      none: '',
    }[analysis.comparison.with];
    blocks.push({ type: 'chart', chart: 'topics', caption: `主要话题占全部帖子的比例${than}` });
  }
  const heading = field.general ? '主要话题概述' : '主要话题与行业趋势概述';
  return { id: 'overview', heading, level: 3, blocks };
}
