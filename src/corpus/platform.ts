import { foldName } from './fields.js';

/** The site whose export a record looks like, as far as its fields tell. */
export type Platform = 'x' | 'weibo';

const siteOfUrl = /^https?:\/\/(?:[\w-]+\.)?(?:(x\.com|twitter\.com)|(weibo\.com|weibo\.cn))(?:[/:?#]|$)/i;

/** Names of columns that only one site's exports have, folded as {@link foldName} does. */
const namesOfX = new Set(['retweets', 'retweetcount', 'tweetid', 'tweet', 'favoritecount', 'screenname']);
const namesOfWeibo = new Set([
  '微博正文',
  '微博id',
  'attitudescount',
  'mid',
  'mblogid',
  'bid',
  '微博链接',
  '微博内容',
]);

/** The site that a link to a post leads to. */
export function platformOfUrl(url: string): Platform | undefined {
  const site = siteOfUrl.exec(url.trim());
  if (site === null) return undefined;
  return site[1] === undefined ? 'weibo' : 'x';
}

/** The site by whose export columns are named so. */
export function platformOfColumns(columns: readonly string[]): Platform | undefined {
  const folded = columns.map(foldName);
  if (folded.some((name) => namesOfWeibo.has(name))) return 'weibo';
  return folded.some((name) => namesOfX.has(name)) ? 'x' : undefined;
}

/** Milliseconds from 1970 to the epoch of X's ids; see developer.x.com, "Twitter IDs (snowflake)". */
const xEpoch = 1_288_834_974_657n;
/** Seconds from 1970 to the epoch of Weibo's ids. */
const weiboEpoch = 515_483_463n;
/** The first days of ids that are made so. */
const earliest: Readonly<Record<Platform, number>> = {
  x: Date.UTC(2010, 10, 4),
  weibo: Date.UTC(2009, 7, 14),
};

/**
 * The time that is coded in the id of a post on X (milliseconds) or Weibo (seconds), or undefined if the id is
 * none of these or gives a time before there were such ids or after `latest`.
 */
export function timeOfId(id: string, platform: Platform, latest: number): number | undefined {
  if (!/^\d{15,19}$/.test(id)) return undefined;
  const ticks = BigInt(id) >> 22n;
  const time = Number(platform === 'x' ? ticks + xEpoch : (ticks + weiboEpoch) * 1000n);
  return time >= earliest[platform] && time <= latest ? time : undefined;
}
