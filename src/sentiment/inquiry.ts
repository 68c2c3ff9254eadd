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
/** How do I cancel it, how to stop it: what is asked about may be no good. */
const ways = wordsOf('do can should to');
const askers = wordsOf('i we');
const TO = 'to';
/** Behind a form of `be` these are no thing that is asked about: are you stupid? */
const people = wordsOf('you he she they we these people');
const being = wordsOf('is are was were');
/** Words of a question that wants no answer. */
const rhetorical = wordsOf(
  'else even just joke kidding joking serious seriously still too hell fuck wtf worse why me ' +
    '这么 那么 这样 那样 这种 就 还 还有 比 更 也 都 真 真的 难道 居然 竟然 竟 敢 配 为什么 为何 凭什么 何 至于 好意思 有意思 意思 要脸 脸 像话 良心 摆设 病 毛病 脑子 吧',
);
/** Behind these and before a complaint, a question asks for it of a person. */
const persons = wordsOf('是 你 你们 他 他们 她 谁');
/** What a question is opened with before a comma. */
const greetings = wordsOf('请问 你好 您好 亲 大家好 老板 客服 hi hello hey');
/** Words that ask for information, alone and beside certain others: 请问, 想问一下, 谁知道. */
const requests = wordsOf('请问 求问 请教 问一下 问下 咨询');
const inquiring = wordsOf('问 了解');
const once = wordsOf('一下 下');
const KNOW = '知道';
const knowers = wordsOf('谁 哪位 有人 人');
/** What makes a Chinese clause a question for yes or no, at its end and anywhere. */
const asking = wordsOf('吗 么');
const choices = wordsOf('有没有 会不会 能不能 可不可以 好不好 是否 能否');
/** What makes it one for something else, beside which nothing may speak of a feeling. */
const whats = wordsOf('多久 几点 几号 几天 多少 多少钱 什么时候 何时 怎么 咋 在哪 在哪里 在哪儿');
/** Those that ask how much or when, also of what is no good: 退款要几天到账. */
const amounts = wordsOf('多久 几点 几号 几天 多少 什么时候 何时');
const DONE = '了'.charCodeAt(0);
const HOW = '怎么';
const AT = '在';
const wheres = wordsOf('哪 哪里 哪儿');
const WHAT = '什么';
const TIME = '时候';
/** With these, and with those at its end, such a clause wants no answer: 到底什么时候发货, 怎么坏了. */
const impatient = wordsOf('才 到底 究竟 又 老 老是 总 总是 会 能 敢 办 说 想 看 死 辣么 有点 拖');
const told = wordsOf('了 的 啊 呀 呢');

/** First units of all words that {@link asksInChinese} looks for. */
const looked = unitsOf(
  [
    ...[rhetorical, persons, requests, inquiring, once, knowers, choices, whats, wheres, amounts, impatient],
    [KNOW, AT, WHAT, TIME, HOW],
  ].flatMap((words) => [...words].map((word) => word.charAt(0))),
);

function wordAt({ units, starts, count }: FoldedPost, token: number): string {
  return token < 0 || token >= count
    ? ''
    : stringOf(units, starts[token] as number, starts[token + 1] as number);
}

function isWhere(post: FoldedPost, token: number): boolean {
  return wheres.has(wordAt(post, token)) && wordAt(post, token - 1) === AT;
}

/** Where a post ends before its question mark, if it has one; -1 if it says something besides. */
function endOfQuestion(post: FoldedPost, isHan: boolean): number {
  const { count, kinds, firstUnits, shifters } = post;
  let end = count;
  while (end > 0 && kinds[end - 1] === SPACE) end--;
  const last = end - 1;
  if (last < 1 || end > LONGEST) return -1;
  if (kinds[last] === TELLING && marks[firstUnits[last] as number] === 1) end = last;
  else if (!isHan) return -1;
  for (let i = 0; i < end; i++) {
    const kind = kinds[i];
    if (kind === TELLING || (kind === MARK && !isHan && i !== 1) || (kind === SPACE && isHan)) return -1;
    if (kind === WORD && says[shifters[i] as number] === 1 && !isWhere(post, i)) return -1;
  }
  return end;
}

/** Whether a Chinese clause asks for information. */
function asksInChinese(
  post: FoldedPost,
  from: number,
  to: number,
  isNegative: boolean,
  hasFeeling: boolean,
): boolean {
  let isRequest = false;
  let isChoice = asking.has(wordAt(post, to - 1));
  let isWhat = false;
  let isAmount = false;
  let isDone = false;
  let isCalm = !told.has(wordAt(post, to - 1));
  let word = wordAt(post, from - 1);
  for (let i = from; i < to; i++) {
    if (post.kinds[i] !== WORD) continue;
    const previous = word;
    if (post.lastUnits[i] === DONE) isDone = true;
    if (looked[post.units[post.starts[i] as number] as number] === 0) {
      word = '';
      continue;
    }
    word = wordAt(post, i);
    if (rhetorical.has(word) || (isNegative && persons.has(word))) return false;
    if (requests.has(word) || (word === KNOW && knowers.has(previous))) isRequest = true;
    else if (inquiring.has(previous) && once.has(word)) isRequest = true;
    else if (choices.has(word)) isChoice = true;
    else if (whats.has(word) || (previous === AT && wheres.has(word)) || (previous === WHAT && word === TIME))
      isWhat = true;
    else if (impatient.has(word)) isCalm = false;
    if (amounts.has(word)) isAmount = true;
    if (word === HOW && isNegative) isChoice = false;
  }
  return isRequest || isChoice || (isWhat && isCalm && ((isAmount && !isDone) || !hasFeeling));
}

/** Whether each clause of a Chinese post asks for information. */
function asksAllInChinese(
  post: FoldedPost,
  from: number,
  end: number,
  isNegative: boolean,
  hasFeeling: boolean,
): boolean {
  let start = from;
  for (let i = from; i <= end; i++) {
    if (i < end && post.kinds[i] !== MARK) continue;
    if (!asksInChinese(post, start, i, isNegative, hasFeeling)) return false;
    start = i + 1;
  }
  return true;
}

/**
 * Whether a post is nothing but a question that wants to know something: Does it crash often? 有异味吗？ 请问怎么退货. Its words of feeling
 * tell what is asked about, and not what somebody feels. O(characters), and no more than a look at most posts.
 */
export function isInquiry(post: FoldedPost, evidence: readonly SentimentEvidence[]): boolean {
  const isHan = isHanUnit(post.firstUnits[0] as number);
  const end = endOfQuestion(post, isHan);
  if (end < 0) return false;
  let isNegative = false;
  for (const { polarity } of evidence) {
    if (polarity > MOST_PRAISE || polarity < MOST_COMPLAINT) return false;
    if (polarity < 0) isNegative = true;
  }
  let from = 0;
  if (post.kinds[1] === MARK && greetings.has(wordAt(post, 0))) {
    from = 2;
    while (post.kinds[from] === SPACE) from++;
  }
  if (isHan) return asksAllInChinese(post, from, end, isNegative, evidence.length > 0);
  const first = wordAt(post, from);
  for (let i = from; i < end; i++)
    if (post.kinds[i] === WORD && rhetorical.has(wordAt(post, i))) return false;
  const second = end > from + 2 ? wordAt(post, from + 2) : '';
  if (verbs.has(first)) return !(being.has(first) && people.has(second));
  if (!seekers.has(first) || noSeekers.has(second)) return false;
  return !isNegative || (ways.has(second) && (second === TO || askers.has(wordAt(post, from + 4))));
}
