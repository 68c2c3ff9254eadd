import type { Event } from '../events/event.js';
import { isOfOneKind, isSameAmount } from './amounts-agree.js';
import type { Coherence } from './coherence.js';
import { AMOUNT, type KeyTable, WORD } from './content-keys.js';
import type { HanPairs } from './han-pairs.js';
import { actorKey, objectKeys, type Report } from './report.js';

/**
 * What two reports agree and differ in, each with what it adds to the logarithm of the odds that they tell the same.
 *
 * Fitted by logistic regression on pairs of headlines that were judged by reading, with the usual share of pairs that tell the
 * same as `priorOf` has it; those of events and of other heads are set by reason, since few pairs have them.
 */
const weights = {
  constant: -6.7,
  /** Cosine of all keys by their weights. */
  cosine: 3.5,
  /** Rarity of the two rarest words that both hold. */
  firstWord: 0.31,
  secondWord: 0.4,
  /** Rarity of the two rarest names that both hold. */
  firstName: 0.63,
  secondName: 0.32,
  /** Rarity of the rarest name that both have from hearsay. */
  hearsay: 0.6,
  /** Rarity of the rarest name that only the one holds, and of that which only the other does, the lesser of both. */
  otherNames: -0.18,
  /** Number of amounts that both hold. */
  amounts: 2.7,
  /** Cosine of the pairs of Han characters, within one language. */
  hanPairs: 4.2,
  /** Of two Chinese headlines that end alike, each begins with somebody else. */
  otherHead: -5,
  /** One is in Chinese, the other is not; neither is. */
  crosses: 1.2,
  latin: 0.79,
  /** How alike the posts are in general that hold what both hold. */
  coherence: 12.9,
  /** Rarity of who acts in both, where the type is the same. */
  actor: 1.2,
  /** Rarity of a name within the object of both, where the type is the same. */
  object: 1,
  /** The same type, and other actors; other words for the object. */
  otherActor: -2,
  otherObject: -1.2,
  /** The same type, and the same or another amount in one role. */
  sameAmount: 4,
  otherAmount: -2,
  /** Days between them, at most {@link MOST_DAYS}. */
  days: -1.2,
};

/** Roles whose amount is part of what happened: another amount is another event. */
const telling = new Set([
  'funding',
  'acquisition',
  'fine',
  'staff',
  'investment',
  'price',
  'revenue',
  'valuation',
]);

const DAY = 86_400_000;
const MOST_DAYS = 2;

/** Compares reports with each other. */
export class Likeness {
  readonly #table: KeyTable;
  readonly #pairs: HanPairs;
  readonly #coherence: Coherence;

  constructor(table: KeyTable, pairs: HanPairs, coherence: Coherence) {
    this.#table = table;
    this.#pairs = pairs;
    this.#coherence = coherence;
  }

  /** Logarithm of the odds that two reports tell the same. O(keys). */
  of(a: Report, b: Report): number {
    let sum = weights.constant + this.#ofKeys(a, b);
    if (a.chinese !== b.chinese) sum += weights.crosses;
    else if (a.chinese) {
      sum += weights.hanPairs * this.#pairs.cosine(a.pairs, b.pairs);
      if (haveOtherHeads(a.post.text, b.post.text)) sum += weights.otherHead;
    } else sum += weights.latin;
    if (a.event !== undefined && a.event.type === b.event?.type)
      sum += this.#ofEvents(a, b, a.event, b.event);
    const from = a.post.createdAt;
    const to = b.post.createdAt;
    if (from !== undefined && to !== undefined)
      sum += weights.days * Math.min(MOST_DAYS, Math.abs(from - to) / DAY);
    return sum;
  }

  #ofKeys(a: Report, b: Report): number {
    const { rarity, weights: lengths, kinds, latin } = this.#table;
    const crosses = a.chinese !== b.chinese;
    const ends = [a.keys.length, b.keys.length] as const;
    let dot = 0;
    let left = 0;
    let right = 0;
    let shared = 0;
    let coherent = 0;
    let amounts = 0;
    let firstWord = 0;
    let secondWord = 0;
    let firstName = 0;
    let secondName = 0;
    let leftName = 0;
    let rightName = 0;
    for (let i = 0, j = 0; i < ends[0] || j < ends[1]; ) {
      const x = i < ends[0] ? (a.keys[i] as number) : Infinity;
      const y = j < ends[1] ? (b.keys[j] as number) : Infinity;
      const key = Math.min(x, y);
      const square = (lengths[key] as number) ** 2;
      const rare = rarity[key] as number;
      const kind = kinds[key] as number;
      const isName = kind !== WORD && kind !== AMOUNT;
      if (x <= y) i++;
      if (y <= x) j++;
      if (x === y) {
        dot += square;
        shared += rare;
        coherent += rare * this.#coherence.of(key);
        if (kind === AMOUNT) amounts++;
        else if (isName) {
          secondName = Math.max(secondName, Math.min(firstName, rare));
          firstName = Math.max(firstName, rare);
        } else {
          secondWord = Math.max(secondWord, Math.min(firstWord, rare));
          firstWord = Math.max(firstWord, rare);
        }
        continue;
      }
      // A word that nobody translates tells nothing against a text in the other language.
      if (crosses && latin[key] === 1) continue;
      if (x < y) {
        left += square;
        if (isName) leftName = Math.max(leftName, rare);
      } else {
        right += square;
        if (isName) rightName = Math.max(rightName, rare);
      }
    }
    if (dot === 0) return 0;
    return (
      (weights.cosine * dot) / Math.sqrt((dot + left) * (dot + right)) +
      (weights.coherence * coherent) / shared +
      weights.firstWord * firstWord +
      weights.secondWord * secondWord +
      weights.firstName * firstName +
      weights.secondName * secondName +
      (a.isHearsay && b.isHearsay ? weights.hearsay * firstName : 0) +
      weights.otherNames * Math.min(leftName, rightName) +
      weights.amounts * amounts
    );
  }

  /** Of two events of one type. */
  #ofEvents(a: Report, b: Report, one: Event, other: Event): number {
    const actor = actorKey(one);
    const otherActor = actorKey(other);
    const objects = objectKeys(one);
    const otherObjects = objectKeys(other);
    let sum = 0;
    if (actor !== undefined && actor === otherActor) sum += weights.actor * this.#rarityOf(actor);
    else if (actor !== undefined && otherActor !== undefined) {
      if (!objects.includes(otherActor) && !otherObjects.includes(actor)) sum += weights.otherActor;
    }
    const object = Math.max(
      0,
      ...objects.filter((name) => otherObjects.includes(name)).map((name) => this.#rarityOf(name)),
    );
    if (object > 0) sum += weights.object * object;
    else if (a.object.length > 0 && b.object.length > 0 && !a.object.some((key) => b.object.includes(key)))
      sum += weights.otherObject;
    return sum + ofAmounts(one, other, object > 0);
  }

  /** Rarity of a name, whatever kind of thing it is taken for; 0 if no post holds it as one. */
  #rarityOf(name: string): number {
    const { rarity } = this.#table;
    let least = 0;
    for (const kind of ['e', 'm']) {
      const id = this.#table.id(`${kind}:${name}`);
      if (id >= 0 && (least === 0 || (rarity[id] as number) < least)) least = rarity[id] as number;
    }
    return least;
  }
}

/** Of one object, reports give variants of an amount; else another amount is another event. */
function ofAmounts(one: Event, other: Event, isOneObject: boolean): number {
  let differ = false;
  for (const amount of one.amounts) {
    for (const same of other.amounts) {
      if (amount.role !== same.role || !isOfOneKind(amount, same)) continue;
      if (isSameAmount(amount, same)) return weights.sameAmount;
      if (telling.has(amount.role)) differ = true;
    }
  }
  return differ && !isOneObject ? weights.otherAmount : 0;
}

/** Characters of the longest text that is called of a kind with another by its beginning, and of the longest beginning. */
const LONGEST_OF_A_KIND = 40;
const LONGEST_HEAD = 8;
const LEAST_TAIL = 4;

/** True of 张三夏季挂牌公告 and 李四夏季挂牌公告: short beginnings that differ before one and the same rest, the greater part. */
function haveOtherHeads(a: string, b: string): boolean {
  if (a.length > LONGEST_OF_A_KIND || b.length > LONGEST_OF_A_KIND) return false;
  const least = Math.min(a.length, b.length);
  let tail = 0;
  while (tail < least && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) tail++;
  const head = Math.max(a.length, b.length) - tail;
  return tail >= LEAST_TAIL && tail < least && head <= LONGEST_HEAD && head <= tail;
}
