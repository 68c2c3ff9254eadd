import {
  ASKING,
  CONCESSION,
  MARKET,
  NEGATION,
  REMARK,
  SHIFTERS,
  SOUGHT,
  STRONGER,
  TALK,
  WANTING,
} from './word-trie.js';

/** How a post speaks: of features learnt from reviews, Weibo and finance, some manners need others than they were weighed for. */
export const OTHER_MANNER = 0;
/**
 * English in which somebody talks, and not of markets: I, this, so, an exclamation mark, and neither stock nor cashtag, money or
 * percentage.
 */
export const ENGLISH_TALK = 1;
/** Chinese in which nobody talks, as a title: no I, no particle, adverb of speech, denial, degree or contrast, and not of markets. */
export const REPORT = 2;
/** Chinese that asks, other than in talk. */
export const QUESTION = 3;
/** The same with a word for what is sought: 哪些, 如何, 是否. */
export const SEARCH = 4;
/** A post that is nothing but a question for information, in whatever manner: see inquiry.ts. */
export const INQUIRY = 5;

/** What a post is seen to have, as bits. */
export const TALKS = 1;
const STRESSES = 2;
const REMARKS = 4;
export const TRADES = 8;
export const ASKS = 16;
export const SEEKS = 32;
/** Marks of posts that people write to each other: mentions, links, tags, emoji, full stops. */
export const POSTS = 64;
/** Words of many questions for information, and of much else: 怎么, 知道. */
export const WANTS = 128;

/** Chinese of fewer characters is taken for talk: 停车费, 举手. */
const LEAST_HAN = 6;

/** What each word is seen as, by what it does to the words after it. */
export const seenOf = new Uint8Array(SHIFTERS);
seenOf.fill(REMARKS, NEGATION, CONCESSION + 1);
seenOf[STRONGER] = STRESSES;
seenOf[TALK] = TALKS;
seenOf[MARKET] = TRADES;
seenOf[REMARK] = REMARKS;
seenOf[ASKING] = ASKS;
seenOf[SOUGHT] = SEEKS;
seenOf[WANTING] = WANTS;

/** The manner of a post with what is seen in it and so many Chinese characters. */
export function mannerOf(seen: number, han: number): number {
  if (han === 0)
    return (seen & (TALKS | STRESSES)) !== 0 && (seen & TRADES) === 0 ? ENGLISH_TALK : OTHER_MANNER;
  if (han < LEAST_HAN || (seen & (TALKS | TRADES | POSTS)) !== 0) return OTHER_MANNER;
  if ((seen & (ASKS | SEEKS)) === (ASKS | SEEKS)) return SEARCH;
  if ((seen & (ASKS | SEEKS)) !== 0) return QUESTION;
  return (seen & (STRESSES | REMARKS)) === 0 ? REPORT : OTHER_MANNER;
}
