import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type * as Cloud from '../../src/cloud/index.js';
import type * as Corpus from '../../src/corpus/index.js';
import type * as Keywords from '../../src/keywords/index.js';
import type * as Parts from '../../src/partial/index.js';
import type * as ReportPart from '../../src/report/index.js';
import type * as Tokens from '../../src/tokenizer/index.js';
import type * as Topics from '../../src/topics/index.js';

/** What is given bytes that nobody wrote, and must do what it promises or throw a RedianError. */
export interface Target {
  readonly name: string;
  readonly seeds: readonly Uint8Array[];
  /** Longest input in bytes. */
  readonly limit: number;
  run(bytes: Uint8Array): unknown;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decoder = new TextDecoder();

/** Bytes as text; what is no UTF-8 becomes lone surrogates, which texts of JavaScript may hold. */
function textOf(bytes: Uint8Array): string {
  return decoder.decode(bytes).replaceAll('\ufffd', '\ud800');
}

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** A file of tables with other bytes behind its header, and the checksum that belongs to them. */
function resealed(file: Uint8Array, bytes: Uint8Array): Uint8Array {
  const sealed = file.slice();
  sealed.set(bytes.subarray(0, sealed.length - 200), 200);
  const words = new Int32Array(sealed.buffer);
  const lanes = [0x811c9dc5, 0x01000193, 0x1e3779b9, 0x7f4a7c15];
  let at = 5;
  for (; at + 3 < words.length; at += 4)
    for (let lane = 0; lane < 4; lane++)
      lanes[lane] = Math.imul((lanes[lane] as number) ^ (words[at + lane] as number), 0x01000193);
  for (; at < words.length; at++)
    lanes[0] = Math.imul((lanes[0] as number) ^ (words[at] as number), 0x01000193);
  const [first = 0, ...others] = lanes;
  let sum = first ^ (first >>> 15);
  for (const lane of others) sum = Math.imul(sum ^ lane ^ (lane >>> 15), 0x01000193);
  words[4] = sum | 0;
  return sealed;
}

/** Targets in the built package, so that its coverage is that of what users run. */
export async function loadTargets(): Promise<Target[]> {
  const part = <T>(name: string): Promise<T> => import(`${root}dist/${name}.js`) as Promise<T>;
  const { Tokenizer } = await part<typeof Tokens>('tokenizer');
  const { collectPosts } = await part<typeof Corpus>('corpus');
  const { DocumentCounts, extractTags, keyphrases, newWords, textRank } =
    await part<typeof Keywords>('keywords');
  const { Font, wordCloud } = await part<typeof Cloud>('cloud');
  const { clusterTopics, TopicHistory, TopicModel } = await part<typeof Topics>('topics');
  const { mapPosts, packPartial, partialsIn } = await part<typeof Parts>('partial');
  const { buildReport, renderHtml, renderJekyll } = await part<typeof ReportPart>('report');
  const tokenizer = Tokenizer.loadSync();
  const csv = readFileSync(`${root}fixtures/tweets-ai-20251128-20251130.csv`);
  const { posts } = await collectPosts(csv);
  const texts = posts.slice(0, 60).map(({ text }) => encode(text));
  const font = readFileSync(`${root}dist/data/RedianSansSC-Bold.ttf`);
  const table = readFileSync(`${root}dist/data/tokenizer.bin`);
  const model = clusterTopics(
    ['甲 乙 丙', '甲 乙', '丁 戊', '丁 戊 己', '甲 丙', '戊 己'].map((line) => ({ terms: line.split(' ') })),
    { k: 2 },
  );
  const history = new TopicHistory();
  history.add('2025-11-28', model);
  const counts = new DocumentCounts();
  counts.add(['甲', '乙']);
  const partial = packPartial(await mapPosts(csv.subarray(0, 6000)));
  const fontText = [...'热点AI模型'];
  const weights = fontText.map((text, index) => ({ text, weight: index + 1 }));
  const small = await wordCloud(weights, { width: 60, height: 40 });
  const pictures = [await small.toPNG(), await small.toJPEG(), await small.toWebP()];

  return [
    {
      name: 'tokenizer',
      seeds: texts,
      limit: 2000,
      run(bytes) {
        const text = textOf(bytes);
        must(tokenizer.cut(text).join('') === text, 'cut does not join');
        must(tokenizer.cut(text, { hmm: false }).join('') === text, 'cut without hmm does not join');
        must(
          tokenizer
            .tag(text)
            .map(({ word }) => word)
            .join('') === text,
          'tag does not join',
        );
        tokenizer.cutAll(text);
        tokenizer.cutForSearch(text);
        let end = 0;
        for (const token of tokenizer.segment(text)) {
          must(token.start === end && text.slice(token.start, token.end) === token.text, 'segment has a gap');
          end = token.end;
        }
        must(end === text.length, 'segment loses text');
      },
    },
    {
      name: 'user-dictionary',
      seeds: ['云计算 5\n李小福 2 nr\n', '\ufeff# 注\r\n大模型 100 n\r\n', 'C++ 3 nz\nHugging Face 9'].map(
        encode,
      ),
      limit: 2000,
      run(bytes) {
        const own = Tokenizer.fromBytes(table);
        own.loadUserDictionary(bytes, 'fuzz');
        must(own.cut('我来到云计算大模型C++').join('') === '我来到云计算大模型C++', 'cut does not join');
      },
    },
    {
      name: 'tokenizer-table',
      seeds: [table.subarray(0, 4096)],
      limit: 4096,
      run(bytes) {
        const broken = table.slice();
        broken.set(bytes);
        const own = Tokenizer.fromBytes(broken);
        const text = '我来到北京清华大学GPT-5';
        must(own.cut(text).join('') === text, 'cut does not join');
      },
    },
    {
      name: 'posts',
      seeds: [
        csv.subarray(0, 3000),
        ...[
          '[{"id":"1","text":"a","created_at":"2025-11-30T01:00:00Z","public_metrics":{"like_count":3}}]',
          '{"text":"a","likes":"1.2万"}\n{"text":"b","time":1764460800}\n',
          'window.YTD.tweets.part0 = [{"tweet":{"id_str":"1","full_text":"x","created_at":"Sun Nov 30 01:00:00 +0000 2025"}}]',
          'text\tlikes\n"a\nb"\t3\n',
          '一行\n又一行\n',
          '{"statuses":[{"mid":"1","text":"<a>微博</a>","created_at":"3分钟前"}]}',
        ].map(encode),
      ],
      limit: 6000,
      async run(bytes) {
        const { posts: read, tally } = await collectPosts(bytes);
        must(tally.posts === read.length, 'the tally does not count the posts');
        for (const { id, text } of read)
          must(typeof id === 'string' && text !== '', 'a post without id or text');
      },
    },
    {
      name: 'font',
      seeds: [font.subarray(0, 4096)],
      limit: 4096,
      async run(bytes) {
        const broken = new Uint8Array(font);
        broken.set(bytes);
        const parsed = Font.parse(broken, 'fuzz');
        const cloud = await wordCloud(weights, { width: 200, height: 100, fonts: [parsed] });
        must(cloud.layout.words.length + cloud.layout.unplaced.length >= weights.length, 'words are lost');
        cloud.toSVG();
        cloud.toPixels();
      },
    },
    {
      name: 'mask',
      seeds: pictures,
      limit: 8192,
      async run(bytes) {
        // As a file of a picture, and as the pixels of one.
        const width = 1 + ((bytes[0] ?? 0) & 63);
        const height = Math.max(1, Math.floor(bytes.length / 4 / width));
        const data = new Uint8Array(4 * width * height);
        data.set(bytes.subarray(0, data.length));
        const threshold = (bytes[1] ?? 0) & 255;
        for (const mask of [
          bytes,
          { width, height, data },
          { width, height, data, by: 'alpha', threshold },
        ] as const) {
          try {
            const cloud = await wordCloud(weights, { width: 160, height: 90, mask, contour: { width: 2 } });
            must(
              cloud.layout.words.length + cloud.layout.unplaced.length >= weights.length,
              'words are lost',
            );
            cloud.toSVG();
            cloud.toPixels();
          } catch (cause) {
            if ((cause as Error).name !== 'RedianError') throw cause;
          }
        }
      },
    },
    {
      name: 'svg',
      seeds: [
        ...texts.slice(0, 20),
        ...['<svg onload=x>', ']]>&amp;"\'', '\u0000\ud800\ufffe坏'].map(encode),
      ],
      limit: 400,
      async run(bytes) {
        const text = textOf(bytes);
        const words = [...text.split('\n'), text].filter((word) => word.trim() !== '').slice(0, 8);
        if (words.length === 0) return;
        const cloud = await wordCloud(
          words.map((word, index) => ({ text: word, weight: 9 - index })),
          { width: 160, height: 90, minSize: 4 },
        );
        for (const as of ['text', 'paths'] as const) {
          const svg = cloud.toSVG({ as });
          const rest = svg.replace(/<\/?(svg|g|title|defs|path|use|text|rect|circle|ellipse)\b[^<>]*>/g, '');
          must(!/[<>]/.test(rest), 'markup in the picture');
          must(!/&(?!(amp|lt|gt|quot|#39);)/.test(svg), 'an unknown entity in the picture');
          // What XML 1.0 allows: https://www.w3.org/TR/xml/#charsets
          must(/^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u.test(svg), 'no character of XML');
        }
      },
    },
    {
      name: 'states',
      seeds: [model, history, counts].map((state) => encode(JSON.stringify(state))),
      limit: 20_000,
      run(bytes) {
        let state: unknown;
        try {
          state = JSON.parse(decoder.decode(bytes));
        } catch {
          return;
        }
        const attempts = [
          () => TopicModel.from(state as never).assign(['甲', '丁']),
          () => TopicHistory.from(state as never).add('2030-01-01', model),
          () => DocumentCounts.from(state as never).toJSON(),
        ];
        for (const attempt of attempts) {
          try {
            attempt();
          } catch (cause) {
            if ((cause as Error).name !== 'RedianError') throw cause;
          }
        }
      },
    },
    {
      name: 'partial',
      seeds: [partial.slice(0, 2048), partial.slice(-2048), encode('UkRBTlBBUlQ=\nkey\tUkRBTg==\n')],
      limit: 4096,
      run(bytes) {
        // As it comes, and with its checksum made good, so that what is behind it is reached.
        for (const input of [bytes, resealed(partial, bytes)]) {
          try {
            for (const read of partialsIn(input)) {
              const again = packPartial(read.merge([...partialsIn(packPartial(read))][0] as typeof read));
              must(again.length > 0, 'a merged partial is empty');
            }
          } catch (cause) {
            if ((cause as Error).name !== 'RedianError') throw cause;
          }
        }
      },
    },
    {
      name: 'keywords',
      seeds: texts,
      limit: 2000,
      run(bytes) {
        const text = textOf(bytes);
        const lines = text.split('\n');
        for (const { weight } of [...extractTags(text, tokenizer), ...textRank(text, tokenizer)]) {
          must(Number.isFinite(weight), 'a weight is no number');
        }
        keyphrases(lines, tokenizer);
        newWords(lines, tokenizer);
      },
    },
    {
      name: 'report',
      seeds: texts.slice(0, 20),
      limit: 1500,
      async run(bytes) {
        const text = textOf(bytes);
        const mixed = posts.slice(0, 12).map((post, index) => ({
          ...post,
          text: index % 2 === 0 ? `${text} ${post.text}` : post.text,
          author: text.slice(0, 20),
          url: `https://a.b/${text.slice(0, 40)}`,
        }));
        const report = await buildReport(mixed, { topic: 'ai' });
        const html = renderHtml(report);
        must(!/<script|<img|<a href="(?!#|https?:)/i.test(html), 'markup in the page');
        must(!/\{\{|\{%|<script/i.test(renderJekyll(report)), 'markup in the post');
      },
    },
  ];
}
