import { checkOptions, checkString } from '../base/check.js';
import { checkTokenizer } from '../tokenizer/check-tokenizer.js';
import type { Tokenizer } from '../tokenizer/index.js';
import {
  type ExtractOptions,
  extractOptions,
  heaviest,
  isKeyword,
  type Keyword,
  readExtractOptions,
} from './keyword.js';

/** Words that stand so many places apart or more are no neighbours. */
const SPAN = 5;
const DAMPING = 0.85;
const ROUNDS = 10;

/**
 * Keywords by TextRank (Mihalcea & Tarau, EMNLP 2004): the same words, order and weights as
 * `jieba.analyse.textrank`, ten rounds over a graph of words that stand within five of each other.
 *
 * @returns heaviest first, weights up to 1. O(n + rounds · edges).
 */
export function textRank(text: string, tokenizer: Tokenizer, options: ExtractOptions = {}): Keyword[] {
  checkOptions(options, extractOptions);
  checkString('text', text);
  checkTokenizer(tokenizer);
  const { topK, allowed, stopWords } = readExtractOptions(options, ['ns', 'n', 'vn', 'v']);
  const words = tokenizer.tag(text);
  const fits = words.map(({ word, tag }) => allowed.has(tag) && isKeyword(word, stopWords));
  const pairs = new Map<string, Map<string, number>>();
  const order: [string, string][] = [];
  for (let i = 0; i < words.length; i++) {
    if (fits[i] !== true) continue;
    const from = words[i]?.word ?? '';
    for (let j = i + 1; j < Math.min(i + SPAN, words.length); j++) {
      if (fits[j] !== true) continue;
      const to = words[j]?.word ?? '';
      const row = pairs.get(from) ?? new Map<string, number>();
      pairs.set(from, row);
      if (!row.has(to)) order.push([from, to]);
      row.set(to, (row.get(to) ?? 0) + 1);
    }
  }
  const graph = new Map<string, { to: string; weight: number }[]>();
  const edge = (from: string, to: string, weight: number): void => {
    const edges = graph.get(from) ?? [];
    graph.set(from, edges);
    edges.push({ to, weight });
  };
  for (const [from, to] of order) {
    const weight = pairs.get(from)?.get(to) ?? 0;
    edge(from, to, weight);
    edge(to, from, weight);
  }
  return heaviest(rank(graph), topK);
}

function rank(graph: ReadonlyMap<string, readonly { to: string; weight: number }[]>): Map<string, number> {
  const scores = new Map<string, number>();
  const sums = new Map<string, number>();
  for (const [word, edges] of graph) {
    scores.set(word, 1 / graph.size);
    let sum = 0;
    for (const { weight } of edges) sum += weight;
    sums.set(word, sum);
  }
  const words = [...graph.keys()].sort();
  for (let round = 0; round < ROUNDS; round++) {
    for (const word of words) {
      let sum = 0;
      for (const { to, weight } of graph.get(word) ?? [])
        sum += (weight / (sums.get(to) ?? 1)) * (scores.get(to) ?? 0);
      scores.set(word, 1 - DAMPING + DAMPING * sum);
    }
  }
  let low = Number.MAX_VALUE;
  let high = 2.2250738585072014e-308;
  for (const score of scores.values()) {
    if (score < low) low = score;
    if (score > high) high = score;
  }
  for (const [word, score] of scores) scores.set(word, (score - low / 10) / (high - low / 10));
  return scores;
}
