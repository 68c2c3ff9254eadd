import { describe, expect, it } from 'vitest';
import { RedianError } from '../../src/errors.js';
import { clusterTopics, suggestTopicCount, TopicHistory, TopicModel } from '../../src/topics/index.js';

const documents = Array.from({ length: 24 }, (_, index) => ({
  terms: ['甲', '乙'].flatMap((theme, at) =>
    (index & 1) === at ? [0, 1, 2, 3].map((part) => `${theme}${(index + part) % 9}`) : [],
  ),
}));
const model = clusterTopics(documents, { k: 2, vectors: false });

type Json = Record<string, unknown>;
/** A state with one value of it changed, by its path. */
function changed(state: unknown, path: string, value: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(state)) as Json;
  const parts = path.split('.');
  const last = parts.pop() as string;
  const holder = parts.reduce((part, name) => part[name] as Json, copy);
  holder[last] = value;
  return copy;
}

const refused = (run: () => unknown, code: string, message: RegExp | string) => {
  expect(run).toThrow(RedianError);
  expect(run).toThrow(expect.objectContaining({ code, message: expect.stringMatching(message) }));
};

describe('a damaged topic model is refused by what is wrong', () => {
  const state = model.toJSON();
  it.each([
    ['suggestion', undefined],
    ['suggestion.k', null],
    ['suggestion.low', 99],
    ['assignments.0', 2],
    ['assignments.0', 0.5],
    ['assignments.0', -1],
    ['assignments', []],
    ['confidence.0', null],
    ['confidence.0', 2],
    ['confidence.0', -0.5],
    ['topics', null],
    ['topics.0', null],
    ['topics.0.id', 1],
    ['topics.0.label', 5],
    ['topics.0.share', null],
    ['topics.0.cohesion', 1.5],
    ['topics.0.documents.0', 99],
    ['topics.0.documents.0', 'a'],
    ['topics.0.documents', []],
    ['topics.0.representative.0', -1],
    ['topics.0.terms.1', state.topics[0]?.terms[0]],
    ['topics.0.terms.0.weight', null],
    ['topics.0.terms.0.documents', 99],
    ['counts', undefined],
    ['counts.alpha', 0],
    ['counts.beta', null],
    ['counts.terms.0', state.counts.terms[1]],
    ['counts.terms.0', 7],
    ['counts.topics.0.size', -1],
    ['counts.topics.0.size', 0],
    ['counts.topics.0.size', 1.5],
    ['counts.topics.0.counts.0', state.counts.topics[0]?.counts[1]],
    ['counts.topics.0.counts.0.0', 999],
    ['counts.topics.0.counts.0.1', 1.5],
    ['counts.topics', []],
  ])('%s: %j', (path, value) => {
    const name = path.split('.')[0] as string;
    refused(
      () => TopicModel.from(changed(state, path, value) as never),
      'INVALID_DATA',
      new RegExp(`^topics: expected the state that toJSON gives, but .*(${name}|confidence|topics)`, 'u'),
    );
  });

  it('and one that contradicts itself', () => {
    const other = state.topics[1]?.documents[0] as number;
    refused(
      () => TopicModel.from(changed(state, 'topics.0.documents.0', other) as never),
      'INVALID_DATA',
      /topics\[0\]\.documents\[0\]: expected a document that is assigned to it, got \d+/u,
    );
  });

  it('while what was given is read', () => {
    for (const k of [1, 2, 5]) {
      for (const few of [documents, documents.slice(0, 5), []]) {
        const whole = clusterTopics(few, { k, minSize: 0 });
        const read = TopicModel.from(JSON.parse(JSON.stringify(whole)));
        expect(read.toJSON()).toEqual(whole.toJSON());
      }
    }
  });
});

describe('a damaged topic history is refused by what is wrong', () => {
  const history = new TopicHistory();
  history.add('2025-11-28', model);
  history.add('2025-11-29', model);
  const state = history.toJSON();
  it.each([
    ['periods', null, /periods: expected an array/u],
    ['periods.0', 5, /periods\[0\]: expected a string, got 5/u],
    ['periods.0', '2025-11-29', /periods\[1\]: expected what is not there twice, got "2025-11-29"/u],
    ['nextId', 0, /nextId: expected an integer of at least 1, got 0/u],
    ['topics.0', null, /topics\[0\]\.id: expected an integer/u],
    ['topics.0.id', 99, /topics\[0\]\.id: expected an integer from 1 to 2, got 99/u],
    ['topics.0.id', state.topics[1]?.id, /topics\[1\]\.id: expected what is not there twice/u],
    ['topics.0.period', '2020', /topics\[0\]\.period: expected one of the periods, got "2020"/u],
    ['topics.0.documents', -1, /documents: expected an integer from 0/u],
    ['topics.0.documents', 1.5, /documents: expected an integer/u],
    ['topics.0.of', null, /of: expected an integer/u],
    ['topics.0.terms.0.1', null, /terms\[0\]\[1\]: expected a finite number of at least 0, got null/u],
    ['topics.0.terms.0', state.topics[0]?.terms[1], /terms\[1\]\[0\]: expected what is not there twice/u],
  ])('%s: %j', (path, value, message) => {
    refused(() => TopicHistory.from(changed(state, path, value) as never), 'INVALID_DATA', message);
  });

  it('while what was given is read', () => {
    expect(TopicHistory.from(JSON.parse(JSON.stringify(state))).toJSON()).toEqual(state);
  });
});

describe('numbers that are out of the ordinary', () => {
  it.each([Number.NaN, -1, 1.5, Infinity, '5'])('no topics for %j documents', (documents) => {
    refused(
      () => suggestTopicCount(documents as number),
      'INVALID_ARGUMENT',
      /^documents: expected an integer/u,
    );
  });

  it('any finite seed will do, for either method', () => {
    for (const method of ['gsdmm', 'kmeans'] as const) {
      for (const seed of [1.5, -7, 2 ** 40])
        expect(
          clusterTopics(documents, { k: 2, method, seed, vectors: false }).topics.length,
        ).toBeGreaterThan(0);
    }
  });

  it('large weights have shares, and too large ones are refused', () => {
    const weighed = (weight: number) => documents.map((document) => ({ ...document, weight }));
    const { topics } = clusterTopics(weighed(1e100), { k: 2, vectors: false });
    let sum = 0;
    for (const { weightShare } of topics) sum += weightShare;
    expect(sum).toBeCloseTo(1);
    for (const weight of [1e308, Number.NaN, -1, Infinity]) {
      refused(
        () => clusterTopics(weighed(weight), { k: 2 }),
        'INVALID_ARGUMENT',
        /^posts\[0\]\.weight: expected/u,
      );
    }
  });

  it('an importance or a name that is none is refused', () => {
    for (const factor of [Number.NaN, -1, Infinity, '2', undefined]) {
      refused(
        () => clusterTopics(documents, { k: 2, vectors: false, importance: () => factor as number }),
        'INVALID_ARGUMENT',
        /^importance\(term\): expected a finite number from 0/u,
      );
    }
    refused(
      () => clusterTopics(documents, { k: 2, vectors: false, display: () => 5 as never }),
      'INVALID_ARGUMENT',
      /^display\(term\): expected a string, got 5/u,
    );
    const { topics } = clusterTopics(documents, { k: 2, vectors: false, importance: () => 0 });
    for (const { terms } of topics) for (const { weight } of terms) expect(weight).toBe(0);
  });
});
