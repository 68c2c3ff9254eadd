import { isHanUnit } from '../text/unit-kinds.js';
import { unitsOf } from '../text/unit-table.js';
import { stringOf } from '../text/units.js';
import type { SentimentEvidence } from './evidence.js';
import { type FoldedPost, MARK, SPACE, TELLING, WORD } from './folded-post.js';
import { IRONY, NEGATION, QUESTION, SHIFTERS, STRONGER } from './word-trie.js';

/** A question that wants to know something has no more tokens than this. */
const LONGEST = 24;
/** Words of feeling that are stronger than these are no question about a thing. */
const MOST_PRAISE = 2;
const MOST_COMPLAINT = -3;

const marks = unitsOf('?？');
/** What a word does to others in a post that says something. */
const says = new Uint8Array(SHIFTERS);
for (const shifter of [NEGATION, STRONGER, QUESTION, IRONY]) says[shifter] = 1;
const wordsOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words with which an English question for yes or no opens, and for something else. */
const verbs = wordsOf('does do did is are was were can could will would has have had any anyone anybody');
const seekers = wordsOf("what what's which where where's when who who's how how's");
/** Words behind `how` and `what` that open no question: how can you, what a mess. */
const noSeekers = wordsOf('a an can could dare come the');
/** Behind a form of `be` these are no thing that is asked about: are you stupid? */
const people = wordsOf('you he she they we these people');
const being = wordsOf('is are was were');
/** Words of a question that wants no answer. */
const rhetorical = wordsOf(
  'else even just joke kidding joking serious seriously still too hell fuck wtf worse why me ' +
    '这么 那么 这样 那样 这种 就 还 还有 比 更 也 都 真 真的 难道 居然 竟然 竟 敢 配 为什么 为何 凭什么 何 至于 好意思 有意思 意思 要脸 脸 像话 良心 摆设 病 毛病 脑子 吧',
);
/** Behind these and before a complaint, 吗 asks for it of a person. */
const persons = wordsOf('是 你 你们 他 他们 她 怎么 谁');
const ASK = '请问';
/** What makes a Chinese clause a question for yes or no, at its end and anywhere. */
const asking = wordsOf('吗 么');
const choices = wordsOf('有没有 会不会 能不能 可不可以 好不好 是否 能否');

function wordAt({ units, starts }: FoldedPost, token: number): string {
  return stringOf(units, starts[token] as number, starts[token + 1] as number);
}

/** Where the one clause of a post ends before its question mark, if it has one; -1 if it has more clauses, or is none that asks for something. */
function endOfClause({ count, kinds, firstUnits, shifters }: FoldedPost, isHan: boolean): number {
  let end = count;
  while (end > 0 && kinds[end - 1] === SPACE) end--;
  const last = end - 1;
  if (last < 1 || end > LONGEST) return -1;
  if (kinds[last] === TELLING && marks[firstUnits[last] as number] === 1) end = last;
  else if (!isHan) return -1;
  for (let i = 0; i < end; i++) {
    const kind = kinds[i];
    if (kind === TELLING || (kind === MARK && i !== 1) || (kind === SPACE && isHan)) return -1;
    if (kind === WORD && says[shifters[i] as number] === 1) return -1;
  }
  return end;
}

/**
 * Whether a post is nothing but a question that wants to know something: Does it crash often? 有异味吗？ 请问怎么退货. Its words of feeling
 * tell what is asked about, and not what somebody feels. O(characters), and no more than a look at most posts.
 */
export function isInquiry(post: FoldedPost, evidence: readonly SentimentEvidence[]): boolean {
  const { kinds } = post;
  const isHan = isHanUnit(post.firstUnits[0] as number);
  const end = endOfClause(post, isHan);
  if (end < 0) return false;
  let isNegative = false;
  for (const { polarity } of evidence) {
    if (polarity > MOST_PRAISE || polarity < MOST_COMPLAINT) return false;
    if (polarity < 0) isNegative = true;
  }
  const first = wordAt(post, 0);
  if (kinds[1] === MARK && first !== ASK) return false;
  let isChoice = first === ASK || asking.has(wordAt(post, end - 1));
  for (let i = 0; i < end; i++) {
    if (kinds[i] !== WORD) continue;
    const word = wordAt(post, i);
    if (rhetorical.has(word) || (isNegative && isHan && persons.has(word))) return false;
    if (choices.has(word)) isChoice = true;
  }
  if (isHan) return isChoice;
  const second = end > 2 ? wordAt(post, 2) : '';
  if (verbs.has(first)) return !(being.has(first) && people.has(second));
  return seekers.has(first) && !isNegative && !noSeekers.has(second);
}
