import type { WordTable } from '../vectors/index.js';
import { parseTrainedTable } from './table.js';

const HEADER = `# Word vectors. Columns: word, its count among a million words of the training text, 56 dimensions of two bits in base64
# (four a byte, the first in the lowest bits). Made by src/compile/train-vectors.ts; figures only, no text.
# Trained on 769,847 titles of Weibo's hot search and of Zhihu's questions, 2020 to 2026
# (justjavac/weibo-trending-hot-search and zhihu-trending-hot-questions; repositories MIT, titles of the sites), and on
# 12,000 AI headlines of February and May 2026 (821920046/ai-news-radar-enhanced, SuYxh/ai-news-aggregator; none stated),
# with the probabilities of two million bigrams of simplified Chinese of the language model lm_sc.arpa-20220810
# (fcitx/libime 1.0.16; LGPL-2.1-or-later), of which nothing else was read.
# Nothing that topics are measured on was read: no THUCNews, TNEWS, online_shopping_10_cats or ai_daily_editor.
# Source: computed for redian from these texts. Licence: MIT for the table.
`;

/** A table of word vectors as text: a word a line, in the table's order. */
export function formatVectors({ words, probabilities, dimensions, scales, codes }: WordTable): string {
  const bytes = dimensions / 4;
  const lines = words.map((word, place) => {
    const code = Buffer.from(codes.subarray(place * bytes, (place + 1) * bytes)).toString('base64');
    return `${word}\t${((probabilities[place] as number) * 1e6).toPrecision(3)}\t${code.replace(/=+$/, '')}`;
  });
  const figures = [...scales].map((scale) => scale.toFixed(5)).join(' ');
  return `${HEADER}# scales = ${figures}\nword\tcount\tcodes\n${lines.join('\n')}\n`;
}

/** @throws {Error} naming the line that is no entry. */
export function parseVectors(text: string, path: string): WordTable {
  const words: string[] = [];
  const probabilities: number[] = [];
  const parts: Buffer[] = [];
  const { figures, rows } = parseTrainedTable(text);
  const scales = Float64Array.from(figures.get('scales') ?? []);
  for (const {
    line,
    cells: [word = '', count, code = ''],
  } of rows) {
    const bytes = Buffer.from(code, 'base64');
    if (!(Number(count) > 0) || bytes.length * 4 !== scales.length || word <= (words.at(-1) ?? '')) {
      throw new Error(`${path}, line ${line}: expected a word behind the one before, a count and its codes`);
    }
    words.push(word);
    probabilities.push(Number(count) / 1e6);
    parts.push(bytes);
  }
  return {
    words,
    probabilities: Float64Array.from(probabilities),
    dimensions: scales.length,
    scales,
    codes: new Uint8Array(Buffer.concat(parts)),
  };
}
