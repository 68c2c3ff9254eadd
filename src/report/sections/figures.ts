import { isNotion } from '../../tokenizer/token.js';
import type { Analysis, SubjectFigures } from '../analysis/analysis.js';
import { formatScore } from '../language/numbers.js';
import { enumerate } from '../language/words.js';
import type { Block, Figures, MoodRow, Section, Statement } from '../report.js';
import { statement, text } from './statement.js';

/** Fewer posts give an interval that says nothing. */
const LEAST_POSTS = 5;
const MOODS = 12;
const TOPICS = 12;
const TOPIC_TERMS = 8;

/** Names of things that one can be for or against, as against ideas. */
function isJudged({ category, mood }: SubjectFigures): boolean {
  return !isNotion(category) && mood.posts >= LEAST_POSTS;
}

function moodRow(subject: SubjectFigures): MoodRow {
  const { positive, negative, score, low, high } = subject.mood;
  const { support, evidence } = statement([], subject.posts);
  return {
    name: subject.name,
    category: subject.category,
    positive,
    negative,
    score,
    low,
    high,
    support,
    evidence,
  };
}

/** What the charts are drawn from: volume, topics by share, mood by name. */
export function figuresOf(analysis: Analysis): Figures {
  return {
    volume: analysis.volume,
    topics: analysis.topics.slice(0, TOPICS).map((topic) => {
      const { support, evidence } = statement([], topic.posts, topic.posts.slice(0, 3));
      return {
        id: topic.id,
        label: topic.label,
        terms: topic.terms.slice(0, TOPIC_TERMS),
        share: topic.share,
        ...(topic.shareBefore === undefined ? {} : { shareBefore: topic.shareBefore }),
        ...(topic.status === undefined ? {} : { status: topic.status }),
        support,
        evidence,
      };
    }),
    moods: analysis.subjects.filter(isJudged).slice(0, MOODS).map(moodRow),
  };
}

function namesOf(rows: readonly MoodRow[]): string {
  return enumerate(rows.map(({ name, score }) => `${name}（${formatScore(score)}）`));
}

/** 情绪对照: who is spoken of well and who badly, where three names or more are spoken of enough. */
export function moods(analysis: Analysis, { moods: rows }: Figures): Section[] {
  if (rows.length < 3) return [];
  const well = rows.filter(({ low }) => low > 0).sort((a, b) => b.score - a.score);
  const badly = rows.filter(({ high }) => high < 0).sort((a, b) => a.score - b.score);
  const open = rows.length - well.length - badly.length;
  const statements: Statement[] = [];
  const say = (words: string, about: readonly MoodRow[]): void => {
    const names = new Set(about.map(({ name }) => name));
    const posts = analysis.subjects.filter(({ name }) => names.has(name)).flatMap((subject) => subject.posts);
    statements.push(statement([text(words)], [...new Set(posts)]));
  };
  if (well.length > 0) say(`评价偏正面的是${namesOf(well.slice(0, 4))}。`, well.slice(0, 4));
  if (badly.length > 0) {
    say(`评价偏负面的是${namesOf(badly.slice(0, 4))}。`, badly.slice(0, 4));
  }
  const rest = rows.filter(({ low, high }) => low <= 0 && high >= 0);
  if (open > 0) {
    const lead = open === rows.length ? '谈得较多的' : '其余';
    say(`${lead} ${open} 个名称的情绪区间跨过零点，谈不上褒贬。`, rest);
  }
  const caption = `平均情绪与 95% 区间（至少 ${LEAST_POSTS} 条帖子谈到的名称）`;
  const blocks: Block[] = [
    { type: 'paragraph', statements },
    { type: 'chart', chart: 'moods', caption },
  ];
  return [{ id: 'moods', heading: '情绪对照', level: 3, blocks }];
}
