/** `extractTags` and `textRank` against the reference of jieba.analyse. */
import { readFileSync } from 'node:fs';
import { extractTags, type Keyword, textRank } from '../../src/keywords/index.js';
import { Tokenizer } from '../../src/tokenizer/index.js';
import { outOf, type Said } from '../page.js';

interface Row {
  readonly text: string;
  readonly tfidf?: readonly (readonly [string, number])[];
  readonly textrank?: readonly (readonly [string, number])[];
}

function agrees(own: readonly Keyword[], wanted: readonly (readonly [string, number])[]): boolean {
  return (
    own.length === wanted.length &&
    own.every(({ word, weight }, i) => word === wanted[i]?.[0] && Math.abs(weight - wanted[i][1]) < 1e-9)
  );
}

/** Rows of figures, for docs/quality.md. */
export function keywordFigures(folder: string): Said[][] {
  const tokenizer = Tokenizer.loadSync();
  const path = `${folder}/jieba-reference/reference.jsonl`;
  const rows = readFileSync(path, 'utf8').trim().split('\n');
  let tags = 0;
  let ranks = 0;
  for (const line of rows) {
    const row = JSON.parse(line) as Row;
    if (agrees(extractTags(row.text, tokenizer, { topK: 10 }), row.tfidf ?? [])) tags++;
    if (agrees(textRank(row.text, tokenizer, { topK: 10 }), row.textrank ?? [])) ranks++;
  }
  return [
    [
      {
        zh: 'extractTags：每篇十个，词、次序、权重（差不过 1e-9）都与 jieba.analyse 相同的篇数',
        en: 'extractTags, texts with the words, order and weights (1e-9) of jieba.analyse, ten each',
      },
      outOf(tags, rows.length),
    ],
    [{ zh: 'textRank，同上', en: 'textRank, the same' }, outOf(ranks, rows.length)],
  ];
}
