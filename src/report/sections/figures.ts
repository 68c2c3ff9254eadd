import { isNotion } from '../../tokenizer/token.js';
import type { Analysis, SubjectFigures } from '../analysis/analysis.js';
import type { Figures, MoodRow } from '../report.js';
import { supportedBy } from './statement.js';

/** Fewer posts give an interval that says nothing. */
export const LEAST_POSTS_OF_MOOD = 5;
const MOODS = 12;
const TOPICS = 12;
const TOPIC_TERMS = 8;

/** Names of things that one can be for or against, as against ideas. */
function isJudged({ category, mood }: SubjectFigures): boolean {
  return !isNotion(category) && mood.posts >= LEAST_POSTS_OF_MOOD;
}

function moodRow(subject: SubjectFigures): MoodRow {
  const { positive, negative, score, low, high } = subject.mood;
  return {
    name: subject.name,
    category: subject.category,
    positive,
    negative,
    score,
    low,
    high,
    ...supportedBy(subject.posts),
  };
}

/** The names whose moods are compared, most spoken of first. */
export function judged({ subjects }: Analysis): SubjectFigures[] {
  return subjects.filter(isJudged).slice(0, MOODS);
}

/** What the charts are drawn from: volume, topics by share, mood by name. */
export function figuresOf(analysis: Analysis): Figures {
  return {
    volume: analysis.volume,
    topics: analysis.topics.slice(0, TOPICS).map((topic) => ({
      id: topic.id,
      label: topic.label,
      terms: topic.terms.slice(0, TOPIC_TERMS),
      share: topic.share,
      ...(topic.shareBefore === undefined ? {} : { shareBefore: topic.shareBefore }),
      ...(topic.status === undefined ? {} : { status: topic.status }),
      ...supportedBy(topic.posts, topic.posts.slice(0, 3)),
    })),
    moods: judged(analysis).map(moodRow),
  };
}
