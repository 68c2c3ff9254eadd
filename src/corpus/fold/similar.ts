import { isBasicHan } from '../../text/unit-kinds.js';
import { gramHash } from './min-hash.js';
import type { Room } from './room.js';

/** Characters of one kind, simplified and traditional: where one of them stands for another, a different thing is meant. */
const kinds = [
  '男女',
  '上中下',
  '前后後今明昨',
  '东東南西北',
  '左右',
  '内內外',
  '春夏秋冬',
  '早晚昼晝夜',
  '初高中小大',
  '高低',
  '多少',
  '好坏壞',
  '新旧舊',
  '真假',
  '单双單雙',
  '开闭关開閉關',
  '进進出',
  '收发發',
  '父母',
  '爸妈媽',
  '哥姐弟妹',
  '爷爺奶',
  '娶嫁',
  '金银铜銀銅',
  '正副前',
  '河湖',
  '甲乙丙丁',
  '红黄蓝绿黑白紅黃藍綠',
  '中美日韩英法德俄印澳加欧朝越泰韓歐',
];
/** What makes another statement or another person of what it is put to, one or two units each: 网传公司裁员, 前总统, …了吗. */
const qualifiers = new Set(
  [
    ...['网传', '据传', '传', '疑', '疑似', '曝', '拟', '或', '吗', '前', '副', '非', '反', '伪', '假'],
    ...['網傳', '據傳', '傳', '擬', '嗎', '偽'],
  ].map((word) => word.charCodeAt(0) | (word.length > 1 ? word.charCodeAt(1) << 16 : 0)),
);
/** Longest words that are compared, in characters. */
const LONGEST_HAN = 6;

function isHan(units: Uint16Array, start: number, end: number): boolean {
  for (let index = start; index < end; index++) if (!isBasicHan(units[index])) return false;
  return true;
}

/**
 * Whether the texts are one sentence in which one Han word stands for another, `华为发布` and `小米发布`, 男队 and 女队, or
 * is put to it that makes another statement of it. Such pairs are more often two facts than two wordings of one.
 */
export function isSubstitution(
  units: Uint16Array,
  firstA: number,
  lastA: number,
  firstB: number,
  lastB: number,
): boolean {
  let startA = firstA;
  let startB = firstB;
  while (startA < lastA && startB < lastB && units[startA] === units[startB]) {
    startA++;
    startB++;
  }
  let endA = lastA;
  let endB = lastB;
  while (endA > startA && endB > startB && units[endA - 1] === units[endB - 1]) {
    endA--;
    endB--;
  }
  const lengthA = endA - startA;
  const lengthB = endB - startB;
  if (lengthA === 0 || lengthB === 0) {
    const length = lengthA + lengthB;
    const start = lengthA === 0 ? startB : startA;
    if (length === 0 || length > 2) return false;
    return qualifiers.has(units[start] | (length > 1 ? units[start + 1] << 16 : 0));
  }
  if (lengthA > LONGEST_HAN || lengthB > LONGEST_HAN) return false;
  if (!isHan(units, startA, endA) || !isHan(units, startB, endB)) return false;
  if (lengthA + lengthB > 2) return true;
  // One character for another is mostly a slip of the pen, 的 for 地.
  const [one, other] = [String.fromCharCode(units[startA]), String.fromCharCode(units[startB])];
  return kinds.some((kind) => kind.includes(one) && kind.includes(other));
}

/**
 * Jaccard similarity of texts by their n-grams. Those of one text stand in a table until another one is taken, and others are
 * read only as far as they can still be similar.
 */
export class Comparer {
  private slots = new Int32Array(1 << 9);
  /** The text that wrote a slot, old ones need not be cleared; and the comparison that found it last. */
  private stamps = new Int32Array(1 << 9);
  private marks = new Int32Array(1 << 9);
  private stamp = 0;
  private mark = 0;
  private mask = 0;
  private taken = -1;
  /** How many different n-grams a text has; 0: not counted yet. */
  private readonly sizes: Int32Array;

  /** @param units  the units of all texts, of each in [starts, starts + lengths). */
  constructor(
    room: Room,
    private readonly units: Uint16Array,
    private readonly starts: Int32Array,
    private readonly lengths: Int32Array,
  ) {
    this.sizes = room.int32(starts.length);
  }

  /** Whether two texts, by their numbers, have at least that Jaccard similarity. O(n). */
  areSimilar(a: number, b: number, similarity: number): boolean {
    const { sizes, lengths } = this;
    // A text that says one thing again and again is no copy of one that says it once.
    if (Math.min(lengths[a], lengths[b]) < similarity * Math.max(lengths[a], lengths[b]) * 0.6) return false;
    if (sizes[b] === 0) this.take(b);
    if (this.taken !== a) this.take(a);
    // The most that they can share is the smaller one.
    const least = (similarity * (sizes[a] + sizes[b])) / (1 + similarity) - 1e-9;
    return Math.min(sizes[a], sizes[b]) >= least && this.shares(b, Math.ceil(least));
  }

  /** Writes the n-grams of a text into the table. */
  private take(text: number): void {
    const start = this.starts[text];
    const end = start + this.lengths[text];
    this.reserve(end - start);
    const { units, slots, stamps, stamp, mask } = this;
    let size = 0;
    for (let index = start; index < end; index++) {
      const hash = gramHash(units, index, end);
      const key = hash | 0;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (stamps[slot] === stamp && slots[slot] !== key) slot = (slot + 1) & mask;
      if (stamps[slot] === stamp) continue;
      stamps[slot] = stamp;
      slots[slot] = key;
      size++;
    }
    this.sizes[text] = size;
    this.taken = text;
  }

  /** Whether a text has at least so many different n-grams of the one that was taken. */
  private shares(text: number, least: number): boolean {
    const { units, slots, stamps, marks, stamp, mask } = this;
    if (++this.mark === 0x7fffffff) {
      marks.fill(0);
      this.mark = 1;
    }
    const { mark } = this;
    const start = this.starts[text];
    const end = start + this.lengths[text];
    let missing = least;
    for (let index = start; index < end && missing <= end - index; index++) {
      const hash = gramHash(units, index, end);
      const key = hash | 0;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (stamps[slot] === stamp && slots[slot] !== key) slot = (slot + 1) & mask;
      if (stamps[slot] !== stamp || marks[slot] === mark) continue;
      marks[slot] = mark;
      if (--missing <= 0) return true;
    }
    return missing <= 0;
  }

  private reserve(grams: number): void {
    let capacity = 16;
    while (capacity < grams * 8) capacity *= 2;
    this.mask = capacity - 1;
    this.stamp++;
    if (capacity <= this.slots.length && this.stamp < 0x7fffffff) return;
    const larger = Math.max(capacity, this.slots.length);
    this.slots = new Int32Array(larger);
    this.stamps = new Int32Array(larger);
    this.marks = new Int32Array(larger);
    this.stamp = 1;
    this.mark = 0;
  }
}
