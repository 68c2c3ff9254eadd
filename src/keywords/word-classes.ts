import type { TaggedWord } from '../tokenizer/index.js';

/** What a word can be in a phrase; `break` stands in none. */
export type WordClass =
  | 'noun'
  | 'verb'
  | 'verb-noun'
  | 'name'
  | 'adjective'
  | 'latin'
  | 'idiom'
  | 'other'
  | 'break';

/** A word of a run of Han as phrases see it. */
interface ClassedWord {
  readonly word: string;
  readonly class: WordClass;
  /** Whether a phrase may begin with it, and end with it. */
  readonly opens: boolean;
  readonly closes: boolean;
  /** Whether what stands behind it begins no phrase of its own: 新型 of 新型储能. */
  readonly binds: boolean;
}

/** Class of a part of speech of jieba. */
function classOfTag(tag: string): WordClass {
  if (tag === 'vn') return 'verb-noun';
  if (tag === 'eng') return 'latin';
  switch (tag.charAt(0)) {
    case 'n':
      return /^n[rstz]/.test(tag) ? 'name' : 'noun';
    case 'v':
      return tag === 'vshi' || tag === 'vyou' ? 'break' : 'verb';
    case 'a':
      return 'adjective';
    case 'l':
    case 'i':
    case 'j':
      return 'idiom';
    case 'r':
    case 'u':
    case 'p':
    case 'c':
    case 'y':
    case 'w':
    case 'x':
    case 'e':
    case 'o':
    case 'q':
      return 'break';
    default:
      return tag === 'zg' ? 'break' : 'other';
  }
}

/** Adverbs, numerals, words that only stand before a noun, and 里, 上 and the like end no phrase. */
function endsPhrase(word: string, tag: string): boolean {
  return !/^[dmb]/.test(tag) && !(word.length === 1 && tag === 'f');
}

type Joins = (as: WordClass, word: string) => boolean;
const always: Joins = () => true;
const ofOne: Joins = (_, word) => word.length === 1;

/**
 * What denies the word behind it, or says of how many it is, is a part of that word, as in 不可逆, 非公开, 零信任, 双循环; some only
 * of a word of one character, as in 九价, 高危 and 自研, or of a noun, as in 可再生能源, since 可提高 says what can be done.
 */
const prefixes: ReadonlyMap<string, Joins> = new Map([
  ...Array.from('不未非无反零双多全半单', (prefix) => [prefix, always] as const),
  ...Array.from('二三四五六七八九十高低超自', (prefix) => [prefix, ofOne] as const),
  ['可', (as) => as === 'noun' || as === 'idiom'] as const,
  ['去', (_, word) => word.length > 2 && word.endsWith('化')] as const,
]);
/** Numerals that tell a kind rather than a number: 二维, 第三代, 十四五. */
const kinds =
  /^(?:第[一二三四五六七八九十]+[代方]|[一二三四五六七八九十多双]+[维轴价相级栖]|[二三多]元|[一二]线|二手|十[一二三四五六]五)$/;

function isPrefix(word: string, next: TaggedWord): boolean {
  const as = classOfTag(next.tag);
  return as !== 'break' && as !== 'other' && prefixes.get(word)?.(as, next.word) === true;
}

/**
 * The words with what the model of unknown words cuts amiss cut again: 了 and a prefix behind it are two, and 十五 and 五 before
 * 规划 one.
 */
function recut(words: readonly TaggedWord[]): TaggedWord[] {
  const cut: TaggedWord[] = [];
  for (const own of words) {
    const { word, tag } = own;
    const before = cut.at(-1);
    if (before?.tag === 'm' && tag === 'm' && kinds.test(before.word + word)) {
      cut[cut.length - 1] = { word: before.word + word, tag };
    } else if (word.length === 2 && word.startsWith('了') && prefixes.has(word.charAt(1))) {
      cut.push({ word: '了', tag: 'ul' }, { word: word.charAt(1), tag: 'd' });
    } else cut.push(own);
  }
  return cut;
}

/** The word that a prefix and the word behind it make. What is said not to happen, such as 不影响, is no name of anything. */
function prefixedWord(prefix: string, { word, tag }: TaggedWord): ClassedWord {
  const as = classOfTag(tag);
  const happens = as === 'verb' || as === 'verb-noun';
  const denied = happens && (prefix === '不' || prefix === '未');
  return {
    word: prefix + word,
    class: as,
    opens: !(denied && prefix === '不'),
    closes: endsPhrase(word, tag) && !denied && as !== 'verb' && as !== 'adjective',
    binds: false,
  };
}

function plainWord({ word, tag }: TaggedWord, isLast: boolean): ClassedWord {
  const binds = tag.startsWith('b') || kinds.test(word) || (isLast && prefixes.get(word) === always);
  const closes = endsPhrase(word, tag);
  return { word, class: classOfTag(tag), opens: binds || closes, closes, binds };
}

/** The words of a run with their classes, prefixes joined to what they stand before. */
export function withPrefixes(words: readonly TaggedWord[]): ClassedWord[] {
  const tagged = recut(words);
  const classed: ClassedWord[] = [];
  let bound = false;
  for (let at = 0; at < tagged.length; at++) {
    const own = tagged[at] as TaggedWord;
    const next = tagged[at + 1];
    const isPrefixed = next !== undefined && isPrefix(own.word, next);
    const word = isPrefixed ? prefixedWord(own.word, next) : plainWord(own, next === undefined);
    if (isPrefixed) at++;
    classed.push(bound ? { ...word, opens: false } : word);
    bound = word.binds;
  }
  return classed;
}
