/** Words that are written large or stand between Han without naming anything. */
const plainWords =
  'a an and are as at be breaking but by cc check did do dm for from get good great has have he her here hi his how ' +
  'i if in is it its just let like lol me more my new news now of ok omg on or our out please pls ps read repost rt ' +
  'she so some thanks that the their there these they this thread to today tomorrow update via was we what when ' +
  'where which who why will with wow yes yesterday you your ' +
  // Emoticons.
  'orz otz qaq qwq tat xd xdd uwu owo';

/** English words that turn a statement round. */
const turningWords =
  'not no never without nothing up down rise rises rising fall falls falling gain gains loss losses bullish bearish ' +
  'buy sell long short win wins lose loses true false fake denies denied confirms confirmed won’t can’t don’t ' +
  'raise raises raised hike hikes cut cuts lower lowers lowered increase increases increased decrease decreases decreased ' +
  'approve approves approved reject rejects rejected ban bans banned allow allows allowed beat beats miss misses missed ' +
  'open opens opened close closes closed hire hires hired fire fires fired safe unsafe risky man woman men women male female';

/** What a word is if it names nothing. */
export const PLAIN = 1;
export const TURNING = 2;

/** The longest of these words. */
const LONGEST = 9;
/** A power of two, four times as large as the words are many. */
const SLOTS = 1024;

type Entry = readonly [word: Uint16Array, kind: number];

let table: readonly (Entry | undefined)[] | undefined;

function loadTable(): NonNullable<typeof table> {
  if (table) return table;
  const slots = new Array<Entry | undefined>(SLOTS).fill(undefined);
  for (const [words, kind] of [
    [turningWords, TURNING],
    [plainWords, PLAIN],
  ] as const) {
    for (const word of words.split(' ')) {
      const units = Uint16Array.from(word, (character) => character.charCodeAt(0));
      let slot = hashWord(units, 0, units.length);
      while (slots[slot] !== undefined) slot = (slot + 1) % SLOTS;
      slots[slot] = [units, kind];
    }
  }
  table = slots;
  return slots;
}

function lower(unit: number): number {
  return unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit;
}

function hashWord(units: Uint16Array, from: number, to: number): number {
  let hash = to - from;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ lower(units[at]), 0x01000193);
  return (hash ^ (hash >>> 15)) & (SLOTS - 1);
}

/** {@link PLAIN} or {@link TURNING} if `units[from, to)` is such a word in whatever case, else 0. O(n). */
export function kindOfWord(units: Uint16Array, from: number, to: number): number {
  if (to - from > LONGEST) return 0;
  const slots = loadTable();
  for (let slot = hashWord(units, from, to); ; slot = (slot + 1) % SLOTS) {
    const found = slots[slot];
    if (found === undefined) return 0;
    const [word, kind] = found;
    if (word.length !== to - from) continue;
    let same = 0;
    while (same < word.length && word[same] === lower(units[from + same])) same++;
    if (same === word.length) return kind;
  }
}
