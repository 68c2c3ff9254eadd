import { compareStrings } from '../../base/compare.js';
import { isNotion } from '../../tokenizer/token.js';
import type { AnalysedPost } from '../analysis/analysed-post.js';
import type { Analysis } from '../analysis/analysis.js';
import { FIELD_ITSELF } from '../analysis/field-itself.js';
import { supportOf } from '../analysis/support.js';
import { toneOf } from '../analysis/tone-of-passage.js';
import type { Field, Perspective } from '../field.js';
import { type Passage, spanOf } from '../language/quote.js';

/** Opinion cues count, and so does a mood as clear as this. */
const CLEAR_MOOD = 0.6;
/** A post less outspoken than this takes no side. */
const SIDE = 0.45;

/** What a post says for or against something, in the passage that says it best. */
export interface Opinion {
  readonly post: AnalysedPost;
  readonly passage: Passage;
  readonly cues: number;
  /** 1 for, -1 against, 0 for neither. */
  readonly side: 1 | -1 | 0;
}

/** What is said of one thing from one perspective. */
export interface Debate {
  readonly target: string;
  readonly opinions: readonly Opinion[];
  readonly authors: number;
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
function sideOf(post: AnalysedPost, passage: Passage): Opinion['side'] {
  if (Math.abs(post.score) < SIDE) return 0;
  const sign = post.score > 0 ? 1 : -1;
  return toneOf(post, passage) * sign > 0 ? sign : 0;
}

/** The name that a passage speaks of: the first that is no mere concept, else the first, a name that is the field itself last. */
function targetOf(post: AnalysedPost, passage: Passage, tooCommon: ReadonlySet<string>): string | undefined {
  const { start, end } = spanOf(passage, post.tokens);
  const inside = post.mentions.filter(
    (mention) => mention.start >= start && mention.end <= end && categoriesOfTargets.has(mention.category),
  );
  const special = inside.filter(({ name }) => !tooCommon.has(name));
  const isThing = ({ category }: { readonly category: string }): boolean => !isNotion(category);
  const chosen = special.find(isThing) ?? special[0] ?? inside.find(isThing);
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
export function commonNames({ posts, subjects }: Analysis): ReadonlySet<string> {
  const most = Math.max(3, FIELD_ITSELF * posts.length);
  return new Set(subjects.filter((subject) => subject.posts.length > most).map(({ name }) => name));
}

/** The opinion of a post, in the passage with most cues for one; undefined where it states none. */
function opinionOf(post: AnalysedPost, field: Field, tells: boolean, reports: boolean): Opinion | undefined {
  let chosen: Opinion | undefined;
  for (const passage of post.passages) {
    const cues = field.opinions.find(passage.text).length;
    if (cues === 0 && (tells || Math.abs(post.score) < CLEAR_MOOD)) continue;
    if (isQuestion(post, passage)) continue;
    const side = sideOf(post, passage);
    // Praise and blame without a word that says so is the tone of a report.
    if (cues === 0 && (side === 0 || reports)) continue;
    if (chosen === undefined || cues > chosen.cues) chosen = { post, passage, cues, side };
  }
  return chosen;
}

/** Opinions by perspective and by what they are about, most authors first. */
export function debatesOf(
  analysis: Analysis,
  field: Field,
  tooCommon: ReadonlySet<string>,
): Map<Perspective, Debate[]> {
  // Whoever tells news may be pleased with it, and yet states no opinion.
  const reporting = new Set(
    analysis.facts.filter(({ kind }) => kind !== 'other').flatMap((fact) => fact.posts.map(({ id }) => id)),
  );
  const reports = analysis.signedBy === 'sites' || analysis.isFeed;
  const opinions = new Map<Perspective, Map<string, Opinion[]>>();
  for (const post of analysis.posts) {
    const tells = post.eventful || reporting.has(post.id);
    const opinion = opinionOf(post, field, tells, reports);
    if (opinion === undefined) continue;
    const target = targetOf(post, opinion.passage, tooCommon);
    const perspective = perspectiveOf(opinion.passage, post, field.perspectives);
    if (target === undefined || perspective === undefined) continue;
    const byTarget = opinions.get(perspective) ?? new Map<string, Opinion[]>();
    opinions.set(perspective, byTarget);
    const same = byTarget.get(target) ?? [];
    byTarget.set(target, same);
    same.push(opinion);
  }
  const debates = new Map<Perspective, Debate[]>();
  for (const [perspective, byTarget] of opinions) {
    const list = [...byTarget].map(([target, own]) => ({
      target,
      opinions: own,
      authors: supportOf(own.map(({ post }) => post)).authors,
    }));
    list.sort((a, b) => b.authors - a.authors || compareStrings(a.target, b.target));
    debates.set(perspective, list);
  }
  return debates;
}
