import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { measuringData } from '../../test/support/measuring-data.js';
import { TextMaker } from '../../test/tokenizer/support/generate.js';
import type { Both } from '../page.js';

export interface Corpus {
  readonly name: Both;
  readonly texts: readonly string[];
}

/** Texts to measure on: real ones where the measuring data is there, generated ones in any case. */
export function corpora(): Corpus[] {
  const found: Corpus[] = [];
  const novel = measuringData('raw/hongloumeng.txt');
  if (novel !== undefined) {
    found.push({
      name: { zh: '红楼梦，按行', en: 'Dream of the Red Chamber, by line' },
      texts: flat(readFileSync(novel, 'utf8').split('\n')),
    });
  }
  const titles = measuringData('raw/hotsearch_titles.txt.gz');
  if (titles !== undefined) {
    const lines = gunzipSync(readFileSync(titles)).toString().split('\n');
    found.push({
      name: { zh: '微博热搜和知乎问题', en: 'Titles of Weibo and questions of Zhihu' },
      texts: flat(lines.filter((_, i) => i % 16 === 0)),
    });
  }
  const document = measuringData('raw/synthetic_doc.utf8');
  if (document !== undefined) {
    found.push({
      name: { zh: 'cppjieba 的合成文本，按行', en: 'The synthetic document of cppjieba, by line' },
      texts: flat(readFileSync(document, 'utf8').split('\n')),
    });
  }
  const feed = measuringData('feed/ai_headlines.jsonl');
  if (feed !== undefined) {
    const rows = readFileSync(feed, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line): { text: string; has_han: boolean } => JSON.parse(line));
    found.push({
      name: { zh: 'AI 资讯标题，中文和中英混合', en: 'AI headlines, Chinese and mixed' },
      texts: rows.filter((row) => row.has_han).map((row) => row.text),
    });
  }
  const news = measuringData('segmentation/pku_test.utf8');
  if (news !== undefined) {
    found.push({
      name: { zh: '新闻，按行', en: 'News, by line' },
      texts: flat(readFileSync(news, 'utf8').split('\n')),
    });
  }
  const maker = new TextMaker(1);
  const texts = Array.from({ length: 8000 }, () => Array.from({ length: 20 }, () => maker.word()).join(''));
  found.push({ name: { zh: '用词典里的词随机拼成', en: 'Generated from dictionary words' }, texts });
  return found;
}

/** Pieces of a long string as strings of their own: that is how posts come. */
function flat(texts: string[]): string[] {
  return JSON.parse(JSON.stringify(texts));
}
