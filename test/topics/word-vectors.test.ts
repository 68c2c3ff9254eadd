import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base/random.js';
import { withStems } from '../../src/compile/vectors-by-stem.js';
import { addTermNames } from '../../src/compile/vectors-by-term.js';
import { Tokenizer } from '../../src/tokenizer/index.js';
import { clusterTopics, TopicModel, trainWordVectors, WordVectors } from '../../src/topics/index.js';

const themes = ['甲', '乙', '丙', '丁'];

/** Documents of a few words of one theme each, out of `words` a theme. */
function themed(count: number, words: number, length: number, seed: number) {
  const random = seededRandom(seed);
  const documents: string[][] = [];
  const labels: number[] = [];
  for (let i = 0; i < count; i++) {
    const theme = Math.floor(random() * themes.length);
    labels.push(theme);
    documents.push(
      Array.from({ length }, () => `${themes[theme]}${Math.floor(random() * words)}`).concat(
        `通用${Math.floor(random() * 30)}`,
      ),
    );
  }
  return { documents, labels };
}

/** Share of documents whose topic has mostly documents of their theme. */
function purity(labels: readonly number[], assignments: ArrayLike<number>): number {
  const counts = new Map<number, number[]>();
  for (const [index, label] of labels.entries()) {
    const topic = assignments[index] as number;
    if (topic < 0) continue;
    const own = counts.get(topic) ?? themes.map(() => 0);
    counts.set(topic, own);
    own[label] = (own[label] as number) + 1;
  }
  let right = 0;
  for (const own of counts.values()) right += Math.max(...own);
  return right / labels.length;
}

function cosine(a: Float64Array | undefined, b: Float64Array | undefined): number {
  return (a ?? new Float64Array()).reduce((sum, value, j) => sum + value * (b?.[j] ?? 0), 0);
}

const archive = themed(4000, 150, 6, 1);
const vectors = trainWordVectors(archive.documents, { dimensions: 16, minCount: 3 });

describe('withStems', () => {
  it('has English words under their stems, of several with one stem the most frequent', () => {
    const documents = Array.from({ length: 60 }, (_, i) => [
      i % 3 === 0 ? 'release' : 'releas',
      `word${i % 4}`,
      '会议',
      '通知',
    ]);
    const { table } = trainWordVectors(documents, { dimensions: 4, minCount: 3 });
    const trained = new WordVectors(table);
    const stemmed = new WordVectors(withStems(table));
    expect(stemmed.size).toBe(trained.size - 1);
    expect(stemmed.vector('release')).toBeUndefined();
    expect(stemmed.vector('releas')).toEqual(trained.vector('releas'));
    expect(stemmed.vector('会议')).toEqual(trained.vector('会议'));
    const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
    expect(sum(stemmed.table.probabilities)).toBeCloseTo(sum(table.probabilities), 12);
  });
});

describe('addTermNames', () => {
  it('has what words became terms since the table was trained under the names by which texts are counted', () => {
    const documents = Array.from({ length: 40 }, (_, i) => ['国务院', '发布', `通知${i % 4}`, '会议']);
    const trained = trainWordVectors(documents, { dimensions: 4, minCount: 3 });
    const { terms } = Tokenizer.loadSync();
    expect(terms.get('国务院')?.canonical).toBe('State Council');
    const named = new WordVectors(addTermNames(trained.table, terms));
    expect(named.vector('State Council')).toEqual(trained.vector('国务院'));
    expect(named.size).toBe(trained.size + 1);
    expect([...named.table.words]).toEqual([...named.table.words].sort());
  });
});

describe('trainWordVectors', () => {
  it('puts words of one context near each other', () => {
    for (const word of ['甲0', '乙7', '丙42']) {
      const near = vectors.nearest(word, 20);
      expect(near.length).toBe(20);
      expect(near.filter((other) => other.word[0] === word[0]).length).toBeGreaterThanOrEqual(18);
      for (const [place, { similarity }] of near.entries()) {
        expect(similarity).toBeLessThanOrEqual(near[place - 1]?.similarity ?? 1);
      }
    }
  });

  it('gives vectors of length 1, and none for words it does not know', () => {
    const vector = vectors.vector('甲0') ?? new Float64Array();
    expect(vector.length).toBe(16);
    expect(vector.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 12);
    expect(vectors.vector('戊')).toBeUndefined();
    expect(vectors.nearest('戊')).toEqual([]);
    expect(vectors.probability('戊')).toBe(0);
    expect(vectors.has('甲0')).toBe(true);
  });

  it('gives the same bytes for the same documents, and reads them back', () => {
    const bytes = trainWordVectors(archive.documents, { dimensions: 16, minCount: 3 }).toBytes();
    expect(bytes).toEqual(vectors.toBytes());
    const read = WordVectors.fromBytes(bytes);
    expect(read.size).toBe(vectors.size);
    expect(read.toBytes()).toEqual(bytes);
    for (const word of vectors.table.words) expect(read.vector(word)).toEqual(vectors.vector(word));
  });

  it('keeps words of any characters whole', () => {
    const odd = ['a', 'a\nb', 'a\tb', '😀', '😁', '😀x', 'x'.repeat(255), '\ud83d', '中文 词'];
    const documents = Array.from({ length: 30 }, (_, i) => [
      odd[i % odd.length] ?? '',
      odd[(i * 5 + 1) % odd.length] ?? '',
    ]);
    const small = trainWordVectors(documents, { dimensions: 4, minCount: 1 });
    const read = WordVectors.fromBytes(small.toBytes());
    for (const word of odd.filter((entry) => entry !== '\ud83d')) expect(read.has(word)).toBe(true);
    expect(small.has('\ud83d')).toBe(false);
  });

  it('refuses what is no table, documents that are no lists of words, and what cannot be looked for', () => {
    const { table } = vectors;
    const { words, scales, codes, probabilities } = table;
    for (const [given, message] of [
      [null, /^table: expected a table of word vectors, got null/u],
      [{ ...table, dimensions: 5 }, /^table\.dimensions: expected a multiple of 4, got 5/u],
      [{ ...table, words: [...words].reverse() }, /^table\.words\[1\]: expected words in ascending order/u],
      [
        { ...table, words: ['\ud83d', ...words.slice(1)] },
        /^table\.words\[0\]: expected a word without halves/u,
      ],
      [{ ...table, scales: scales.map(() => Number.NaN) }, /^table\.scales\[0\]: expected a finite number/u],
      [{ ...table, codes: codes.slice(1) }, /^table\.codes\.length: expected \d+, got \d+/u],
      [{ ...table, probabilities: [...probabilities] }, /^table\.probabilities: expected a Float64Array/u],
    ] as [never, RegExp][])
      expect(() => new WordVectors(given)).toThrow(message);
    for (const [documents, message] of [
      [[5], /^documents\[0\]: expected an array of strings, got 5/u],
      [['今天'], /^documents\[0\]: expected an array of strings, got "今天"/u],
      [[['今天'], [null]], /^documents\[1\]\[0\]: expected a string, got null/u],
    ] as [never, RegExp][])
      expect(() => trainWordVectors(documents)).toThrow(message);
    for (const count of [-1, 1.5, null] as number[])
      expect(() => vectors.nearest('甲0', count)).toThrow(/^count: expected an integer/u);
    expect(() => vectors.nearest(null as never)).toThrow(/^word: expected a string/u);
    expect(() => vectors.read('甲0', new Float64Array(3))).toThrow(/^out: expected an array of 16 numbers/u);
  });

  it('puts words near each other that are written with the same characters', () => {
    const random = seededRandom(5);
    const balls = ['篮球', '足球', '排球', '网球'];
    const rare = ['冰球', '银行', '水库'];
    const others = [...'天地人山水火木金'].flatMap((a) => [...'春夏秋冬东西南北'].map((b) => `${a}${b}`));
    const documents = Array.from({ length: 3000 }, (_, i) => {
      const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? '';
      return ['今天', ...(i % 3 === 0 ? [pick(balls), pick(balls), '比赛'] : [pick(others), pick(others)])];
    });
    for (const word of rare) documents.push([word, '今天'], [word, '今天']);
    const near = trainWordVectors(documents, { dimensions: 16, minCount: 2 });
    const likeness = (word: string) => cosine(near.vector(word), near.vector('篮球'));
    expect(likeness('冰球')).toBeGreaterThan(likeness('银行') + 0.2);
    expect(likeness('冰球')).toBeGreaterThan(likeness('水库') + 0.2);
  });

  it('learns from pairs of another source, in any order, also words that the documents lack', () => {
    const pairs = themes.flatMap((theme) =>
      Array.from({ length: 150 }, (_, i): [string, string, number] => [`新${theme}`, `${theme}${i}`, 2]),
    );
    const train = (given: typeof pairs) =>
      trainWordVectors(archive.documents, { dimensions: 16, minCount: 3, pairs: given });
    const more = train(pairs);
    expect(more.size).toBe(vectors.size + themes.length);
    for (const theme of themes) {
      const near = more.nearest(`新${theme}`, 20);
      expect(near.filter(({ word }) => word.startsWith(theme)).length).toBeGreaterThanOrEqual(18);
    }
    expect(train(pairs.map(([a, b, count]) => [b, a, count])).toBytes()).toEqual(more.toBytes());
    expect(train(pairs.map(([a, b]) => [a, b, 0.01])).has('新甲')).toBe(false);
  });

  it('refuses pairs that are none', () => {
    for (const pair of [['a', 'b'], ['a', 'b', -1], ['a', 'b', Number.NaN], ['a', 1, 1], 'ab', null]) {
      const pairs = [['c', 'd', 1], pair] as unknown as [string, string, number][];
      expect(() => trainWordVectors(archive.documents, { pairs })).toThrow(/pairs\[1\]: expected/);
    }
    expect(() => trainWordVectors(archive.documents, { pairs: 3 as never })).toThrow(/pairs/);
  });

  it('refuses what it cannot do, and says why', () => {
    expect(() => trainWordVectors([], {})).toThrow(/0 words stand 5 times or more.*64/);
    expect(() => trainWordVectors(archive.documents, { dimensions: 6 })).toThrow(/multiple of 4, got 6/);
    expect(() => trainWordVectors(archive.documents, { minCount: 0 })).toThrow(/minCount/);
    const bytes = vectors.toBytes();
    expect(() => WordVectors.fromBytes(bytes.subarray(0, 100), 'x.vectors')).toThrow(/x\.vectors/);
    const damaged = bytes.slice();
    damaged[bytes.length >> 1] = (damaged[bytes.length >> 1] as number) ^ 1;
    expect(() => WordVectors.fromBytes(damaged)).toThrow(/word vectors/);
  });
});

describe('the bundled vectors', () => {
  const bundled = WordVectors.loadSync();

  it('know what belongs together', () => {
    const near = (word: string) => bundled.nearest(word, 30).map((entry) => entry.word);
    expect(bundled.size).toBeGreaterThan(30_000);
    expect(near('高考')).toEqual(expect.arrayContaining(['考生', '分数']));
    expect(near('地震').some((word) => ['余震', '震感', '震后', '雅安', '芦山'].includes(word))).toBe(true);
    expect(near('OpenAI')).toEqual(expect.arrayContaining(['Anthropic']));
  });

  it('are read once, and take under 1.3 MB', async () => {
    expect(await WordVectors.load()).toBe(bundled);
    expect(bundled.toBytes().length).toBeLessThan(1_300_000);
  });
});

describe('clusterTopics with vectors', () => {
  // So few words of so many that counts say little.
  const { documents: terms, labels } = themed(240, 150, 3, 7);
  const documents = terms.map((list) => ({ terms: list }));
  const options = { k: 4, minSize: 1 };

  it('finds themes that counts alone do not', () => {
    const alone = clusterTopics(documents, { ...options, vectors: false });
    const joined = clusterTopics(documents, { ...options, vectors });
    expect(alone.vectorWeight).toBe(0);
    expect(joined.vectorWeight).toBeGreaterThan(2);
    expect(purity(labels, joined.assignments)).toBeGreaterThan(0.9);
    expect(purity(labels, joined.assignments)).toBeGreaterThan(purity(labels, alone.assignments) + 0.2);
  });

  it('tells the same story with another seed', () => {
    const one = clusterTopics(documents, { ...options, vectors, seed: 1 }).assignments;
    const two = clusterTopics(documents, { ...options, vectors, seed: 2 }).assignments;
    const pairs = new Set(Array.from(one, (topic, index) => `${topic} ${two[index]}`));
    expect(pairs.size).toBeLessThanOrEqual(12);
  });

  it('loses nothing by vectors that know nothing of the documents', () => {
    const random = seededRandom(3);
    const shuffled = archive.documents.map((list) =>
      list.map(() => `${themes[Math.floor(random() * 4)]}${Math.floor(random() * 150)}`),
    );
    const senseless = trainWordVectors(shuffled, { dimensions: 16, minCount: 3 });
    const many = themed(3000, 60, 6, 9);
    const model = clusterTopics(
      many.documents.map((list) => ({ terms: list })),
      { k: 4, vectors: senseless },
    );
    expect(purity(many.labels, model.assignments)).toBeGreaterThan(0.95);
  });

  it('places a document of words that no other has by their vectors', () => {
    const rare = [...documents, { terms: ['甲149', '甲148'] }, { terms: ['甲149', '甲148'] }];
    const model = clusterTopics(rare, { ...options, vectors });
    expect(model.assignments.at(-1)).toBeGreaterThanOrEqual(0);
    expect(model.assignments.at(-1)).toBe(model.assignments.at(-2));
    expect(purity([...labels, 0, 0], model.assignments)).toBeGreaterThan(0.9);
  });

  it('assigns further documents by counts and vectors, after saving as before', () => {
    const model = clusterTopics(documents, { ...options, vectors });
    const state = JSON.parse(JSON.stringify(model));
    const read = TopicModel.from(state, vectors);
    const further = themed(100, 150, 3, 11);
    const topics = further.documents.map((list) => read.assign(list).topic);
    expect(topics).toEqual(further.documents.map((list) => model.assign(list).topic));
    const known = further.labels.filter((_, index) => (topics[index] as number) >= 0);
    const placed = topics.filter((topic) => topic >= 0);
    expect(placed.length).toBeGreaterThan(90);
    expect(purity(known, placed)).toBeGreaterThan(0.85);
    expect(read.toJSON()).toEqual(state);
    expect(TopicModel.from(state).assign(['戊']).topic).toBe(-1);
  });

  it('refuses vectors of other dimensions, damaged states and options out of range', () => {
    const state = JSON.parse(JSON.stringify(clusterTopics(documents, { ...options, vectors })));
    const other = trainWordVectors(archive.documents, { dimensions: 8, minCount: 3 });
    expect(() => TopicModel.from(state, other)).toThrow(/16 dimensions, got 8/);
    const short = structuredClone(state);
    short.counts.vectors.directions.pop();
    expect(() => TopicModel.from(short)).toThrow(/directions\.length: expected that of topics/);
    expect(() => clusterTopics(documents, { vectors, vectorWeight: -1 })).toThrow(/vectorWeight/);
    expect(() => clusterTopics(documents, { vectors, method: 'kmeans' })).toThrow(/vectors: only/);
  });

  it('has defined results for few, equal and empty documents', () => {
    expect(clusterTopics([], { vectors }).topics).toEqual([]);
    expect(clusterTopics([{ terms: [] }], { vectors }).topics).toEqual([]);
    expect(clusterTopics([{ terms: ['甲1'] }], { vectors }).topics.length).toBe(1);
    const same = Array.from({ length: 60 }, () => ({ terms: ['甲1', '乙1'] }));
    expect(clusterTopics(same, { vectors }).topics.length).toBe(1);
    expect(clusterTopics(same, { vectors, k: 5 }).topics.length).toBe(1);
  });
});

describe('clusterTopics by k-means', () => {
  const { documents: terms, labels } = themed(600, 25, 6, 13);
  const documents = terms.map((list) => ({ terms: list }));
  const model = clusterTopics(documents, { method: 'kmeans', k: 4, seed: 3 });

  it('finds planted themes, the same for the same seed', () => {
    expect(model.topics.length).toBe(4);
    expect(purity(labels, model.assignments)).toBeGreaterThan(0.9);
    expect(clusterTopics(documents, { method: 'kmeans', k: 4, seed: 3 })).toEqual(model);
    for (const confidence of model.confidence) expect(confidence).toBeGreaterThanOrEqual(0);
  });

  it('has defined results for few and equal documents', () => {
    expect(clusterTopics([], { method: 'kmeans' }).topics).toEqual([]);
    expect(clusterTopics([{ terms: ['甲'] }], { method: 'kmeans' }).topics.length).toBe(1);
    const same = Array.from({ length: 9 }, () => ({ terms: ['甲', '乙'] }));
    expect(clusterTopics(same, { method: 'kmeans', k: 3 }).topics.length).toBe(1);
    expect(clusterTopics(documents.slice(0, 5), { method: 'kmeans', k: 5 }).topics.length).toBeGreaterThan(0);
  });
});
