/** `keyphrases` against the authors' keywords of CSL abstracts, beside jieba's TF-IDF. */
import { readFileSync } from 'node:fs';
import { extractTags, keyphrases } from '../../src/keywords/index.js';
import { Tokenizer } from '../../src/tokenizer/index.js';
import type { Said } from '../page.js';

interface Row {
  readonly wanted: ReadonlySet<string>;
  readonly text: string;
}

/** F1 of the first five over all rows: hits against what was given and what was wanted. */
function f1At5(rows: readonly Row[], find: (text: string) => readonly string[]): string {
  let hits = 0;
  let all = 0;
  for (const { wanted, text } of rows) {
    const found = find(text).slice(0, 5);
    all += found.length + wanted.size;
    for (const phrase of found) if (wanted.has(phrase.toLowerCase())) hits++;
  }
  return ((2 * hits) / all).toFixed(3);
}

/** Rows of figures, for docs/quality.md. The weights were learnt from the rows of even number. */
export function keyphraseFigures(folder: string): Said[][] {
  const tokenizer = Tokenizer.loadSync();
  const rows = readFileSync(`${folder}/keywords/csl_kg_dev.tsv`, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line): Row => {
      const [keywords = '', text = ''] = line.split('\t');
      return { wanted: new Set(keywords.split(';').map((word) => word.trim().toLowerCase())), text };
    });
  const heldOut = rows.filter((_, index) => index % 2 === 1);
  const own = (text: string): string[] =>
    keyphrases(text, tokenizer, { topK: 5 }).map(({ phrase }) => phrase);
  const peer = (text: string): string[] => extractTags(text, tokenizer, { topK: 5 }).map(({ word }) => word);
  return [
    [
      {
        zh: `keyphrases，CSL 摘要的 F1@5：没有用来学习的 ${heldOut.length} 篇；全部 ${rows.length} 篇`,
        en: `keyphrases, CSL abstracts, F1@5: ${heldOut.length} rows held out, all ${rows.length} rows`,
      },
      {
        zh: `${f1At5(heldOut, own)}；${f1At5(rows, own)}`,
        en: `${f1At5(heldOut, own)}, ${f1At5(rows, own)}`,
      },
    ],
    [
      { zh: 'jieba 的 TF-IDF，同上', en: "jieba's TF-IDF, the same" },
      {
        zh: `${f1At5(heldOut, peer)}；${f1At5(rows, peer)}`,
        en: `${f1At5(heldOut, peer)}, ${f1At5(rows, peer)}`,
      },
    ],
  ];
}
