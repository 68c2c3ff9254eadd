import type { Analysis, SubjectFigures } from '../analysis/analysis.js';
import { formatScore } from '../language/numbers.js';
import { enumerate } from '../language/words.js';
import type { Block, Section, Statement } from '../report.js';
import { judged, LEAST_POSTS_OF_MOOD } from './figures.js';
import { leaning } from './mood-words.js';
import { statement, text } from './statement.js';

function namesOf(subjects: readonly SubjectFigures[]): string {
  return enumerate(subjects.map(({ name, mood }) => `${name}（${formatScore(mood.score)}）`));
}

/** 情绪对照: who is spoken of well and who badly, where three names or more are spoken of enough, and one of them so. */
export function moods(analysis: Analysis): Section[] {
  const subjects = judged(analysis);
  if (subjects.length < 3) return [];
  const leaningTo = (side: 1 | -1 | 0): SubjectFigures[] =>
    subjects.filter(({ mood }) => leaning(mood) === side);
  const well = leaningTo(1).sort((a, b) => b.mood.score - a.mood.score);
  const badly = leaningTo(-1).sort((a, b) => a.mood.score - b.mood.score);
  const open = leaningTo(0);
  if (open.length === subjects.length) return [];
  const statements: Statement[] = [];
  const say = (words: string, about: readonly SubjectFigures[]): void => {
    const posts = about.flatMap((subject) => subject.posts);
    statements.push(statement([text(words)], [...new Set(posts)]));
  };
  if (well.length > 0) say(`评价偏正面的是${namesOf(well.slice(0, 4))}。`, well.slice(0, 4));
  if (badly.length > 0) say(`评价偏负面的是${namesOf(badly.slice(0, 4))}。`, badly.slice(0, 4));
  if (open.length > 0) {
    say(`其余 ${open.length} 个名称谈不上褒贬。`, open);
  }
  const caption = `平均情绪与 95% 区间（至少 ${LEAST_POSTS_OF_MOOD} 条帖子谈到的名称）`;
  const blocks: Block[] = [
    { type: 'paragraph', statements },
    { type: 'chart', chart: 'moods', caption },
  ];
  return [{ id: 'moods', heading: '情绪对照', level: 3, blocks }];
}
