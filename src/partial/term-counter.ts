import { StopWords } from '../counting/stop-words.js';
import { countingTerm } from '../counting/terms.js';
import type { Cues } from '../report/cues.js';
import { loadField } from '../report/load-field.js';
import { isPromotional } from '../report/promotion.js';
import { type Token, Tokenizer } from '../tokenizer/index.js';
import type { BatchDay } from './term-counts.js';

/** Texts whose terms are to be counted, each with its day, `2025-11-28`, or empty. */
export interface TextBatch {
  readonly texts: readonly string[];
  readonly days: readonly string[];
}

/** What a batch adds to the counts. */
export interface BatchCounts {
  readonly days: readonly BatchDay[];
  /** Posts that advertise: in no count of terms. */
  readonly promotional: number;
  /** All terms that the counter has met, by id. The same list each time, which grows. */
  readonly terms: readonly string[];
}

/** Counts batches, here or in other threads. */
export interface BatchCounter {
  /** Batches that are worth handing over before the first one is done. */
  readonly parallel: number;
  count(batch: TextBatch): Promise<BatchCounts>;
}

/** Spellings of words whose term is remembered: 50 MB or so of them. */
const REMEMBERED = 1 << 19;

/** Tokenizes texts and counts in how many of them each term stands; advertisements are left out. */
export class TermCounter implements BatchCounter {
  readonly parallel = 1;
  readonly #tokenizer: Tokenizer;
  readonly #stopWords: StopWords;
  readonly #promotions: Cues<number>;
  readonly #terms: string[] = [];
  readonly #ids = new Map<string, number>();
  /** Id of the term of a word as it is written, of a name; -1 for what is not counted. */
  readonly #words = new Map<string, number>();
  readonly #names = new Map<string, number>();
  /** By id: the last post that had the term, and in how many posts of the day at hand it stands. */
  #lastPost = new Int32Array(1 << 12);
  #counts = new Int32Array(1 << 12);
  #post = 0;

  private constructor(tokenizer: Tokenizer, stopWords: StopWords, promotions: Cues<number>) {
    this.#tokenizer = tokenizer;
    this.#stopWords = stopWords;
    this.#promotions = promotions;
  }

  static async load(): Promise<TermCounter> {
    const [tokenizer, stopWords, field] = await Promise.all([
      Tokenizer.load(),
      StopWords.load(),
      loadField('hot'),
    ]);
    return new TermCounter(tokenizer, stopWords, field.promotions);
  }

  /** O(characters). */
  countNow({ texts, days }: TextBatch): BatchCounts {
    /** By day: posts, and the ids of their terms, as often as posts have them. */
    const byDay = new Map<string, { documents: number; readonly ids: number[] }>();
    let promotional = 0;
    for (let index = 0; index < texts.length; index++) {
      const text = texts[index];
      if (isPromotional(text, this.#promotions)) {
        promotional++;
        continue;
      }
      const day = days[index] ?? '';
      let counts = byDay.get(day);
      if (counts === undefined) {
        counts = { documents: 0, ids: [] };
        byDay.set(day, counts);
      }
      counts.documents++;
      this.#read(this.#tokenizer.segment(text), counts.ids);
    }
    return {
      promotional,
      days: [...byDay].map(([day, { documents, ids }]) => ({ day, documents, ...this.#sum(ids) })),
      terms: this.#terms,
    };
  }

  async count(batch: TextBatch): Promise<BatchCounts> {
    return this.countNow(batch);
  }

  /** Appends the ids of the terms of a post, each once. */
  #read(tokens: readonly Token[], ids: number[]): void {
    if (this.#post === 0x7fffffff) {
      this.#post = 0;
      this.#lastPost.fill(0);
    }
    const post = ++this.#post;
    for (const token of tokens) {
      const id = this.#idOf(token);
      if (id < 0 || this.#lastPost[id] === post) continue;
      this.#lastPost[id] = post;
      ids.push(id);
    }
  }

  #idOf(token: Token): number {
    const isName = token.term !== undefined;
    if (!isName && token.kind !== 'word') {
      return token.kind === 'hashtag' || token.kind === 'cashtag' ? this.#newId(token) : -1;
    }
    const known = isName ? this.#names : this.#words;
    const spelling = token.term?.canonical ?? token.text;
    let id = known.get(spelling);
    if (id === undefined) {
      id = this.#newId(token);
      if (known.size >= REMEMBERED) known.clear();
      known.set(spelling, id);
    }
    return id;
  }

  #newId(token: Token): number {
    const key = countingTerm(token, this.#stopWords)?.key;
    if (key === undefined) return -1;
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = this.#terms.length;
      this.#terms.push(key);
      this.#ids.set(key, id);
      if (id === this.#counts.length) {
        this.#counts = doubled(this.#counts);
        this.#lastPost = doubled(this.#lastPost);
      }
    }
    return id;
  }

  /** How often each id is in the list. */
  #sum(all: readonly number[]): Pick<BatchDay, 'ids' | 'counts'> {
    const sums = this.#counts;
    let different = 0;
    for (const id of all) {
      if (sums[id] === 0) different++;
      sums[id] = sums[id] + 1;
    }
    const ids = new Int32Array(different);
    const counts = new Int32Array(different);
    let place = 0;
    for (const id of all) {
      if (sums[id] === 0) continue;
      ids[place] = id;
      counts[place++] = sums[id];
      sums[id] = 0;
    }
    return { ids, counts };
  }
}

function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
