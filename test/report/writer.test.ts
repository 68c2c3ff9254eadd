import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { collectPosts } from '../../src/corpus/index.js';
import {
  buildReport,
  type Report,
  renderHtml,
  renderMarkdown,
  rewriteReport,
} from '../../src/report/index.js';
import { loadWriterWords } from '../../src/report/load-field.js';
import { type WriterWords, whyNotSame } from '../../src/report/writer/same-claims.js';
import { Tokenizer } from '../../src/tokenizer/index.js';

const tokenizer = Tokenizer.loadSync();
let words: WriterWords;
let report: Report;

beforeAll(async () => {
  words = await loadWriterWords();
  const { posts } = await collectPosts(
    readFileSync(new URL('../../fixtures/tweets-ai-20251128-20251130.csv', import.meta.url)),
  );
  report = await buildReport(posts, { from: '2025-11-28', to: '2025-11-30', topic: 'ai', source: 'twitter' });
});

describe('whyNotSame', () => {
  const why = (text: string, proposal: string) => whyNotSame(text, proposal, tokenizer, words);
  const mood = '整体情绪略偏负面：21% 的帖子为正面，39% 为负面，平均得分 −0.11（95% 区间 −0.16 至 −0.07）。';
  const deal = '网传 xAI 完成 150 亿美元融资，投前估值 2300 亿美元；OpenAI 未回应，Nvidia 不参与。';

  it('accepts other order, connectives and marks', () => {
    expect(why(mood, mood)).toBeUndefined();
    expect(
      why(
        mood,
        '整体来看情绪略偏负面，其中 39% 为负面，21% 的帖子为正面，平均得分是 −0.11（95% 区间 −0.16 至 −0.07）。',
      ),
    ).toBeUndefined();
    expect(
      why(
        deal,
        'OpenAI 未回应，而 Nvidia 不参与；网传 xAI 完成了 150 亿美元的融资，投前估值为 2300 亿美元。',
      ),
    ).toBeUndefined();
    expect(why('⟦0⟧：共有 3 条帖子谈到价格，⟦2⟧。', '谈到价格的……')).toMatch(/missing/);
    expect(why('⟦0⟧：共有 3 条帖子谈到价格，⟦2⟧。', '共有 3 条帖子谈到价格：⟦0⟧，⟦2⟧。')).toBeUndefined();
  });

  it.each([
    ['another number', deal, deal.replace('150', '160'), /"160/],
    ['a number more', deal, `${deal}交易额 20 亿美元。`, /not in the facts/],
    ['a number left out', mood, mood.replace('（95% 区间 −0.16 至 −0.07）', ''), /missing/],
    [
      'numbers that changed places',
      mood,
      mood.replace('21%', 'X').replace('39%', '21%').replace('X', '39%'),
      /no fact says/,
    ],
    [
      'claims that changed places',
      mood,
      mood.replace('为正面', 'X').replace('为负面', '为正面').replace('X', '为负面'),
      /no fact says/,
    ],
    ['a sign turned', mood, mood.replace('−0.11', '+0.11'), /not in the facts|missing/],
    ['another name', deal, deal.replace('OpenAI', 'Meta'), /Meta|meta/],
    [
      'names that changed places',
      deal,
      deal.replace('OpenAI', 'X').replace('Nvidia', 'OpenAI').replace('X', 'Nvidia'),
      /no fact says/,
    ],
    ['a hedge left out', deal, deal.replace('网传 ', ''), /no fact says/],
    ['a negation left out', deal, deal.replace('未回应', '回应'), /no fact says/],
    ['a negation added', mood, mood.replace('略偏', '不偏'), /no fact says/],
    ['a claim added', deal, deal.replace('融资', '融资并将上市'), /no fact says/],
    ['an opinion added', mood, `${mood}令人担忧。`, /no fact says/],
    ['a link added', deal, `${deal} https://evil.example/`, /not in the facts/],
    ['a mention added', deal, `${deal}@someone`, /not in the facts/],
    ['a quote doubled', '⟦0⟧：共有 3 条帖子谈到价格。', '⟦0⟧⟦0⟧：共有 3 条帖子谈到价格。', /more often/],
    ['nothing', deal, '  ', /empty/],
    ['much more', deal, `${deal}${'是的'.repeat(90)}`, /longer/],
    ['control characters', deal, `\u202e${deal}`, /control/],
    ['the active voice turned', '苹果被谷歌起诉。', '苹果起诉谷歌。', /no fact says|missing/],
  ])('refuses %s', (_, text, proposal, reason) => {
    expect(why(text, proposal)).toMatch(reason);
  });
});

describe('rewriteReport against a service', () => {
  type Sentence = { id: number; text: string };
  let server: Server;
  let url = '';
  let answer: (sentences: Sentence[], response: ServerResponse, request: IncomingMessage) => void;
  const asked: {
    authorization: string | undefined;
    body: { model: string; messages: { content: string }[] };
  }[] = [];
  const say = (response: ServerResponse, content: string) =>
    response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }));

  beforeAll(async () => {
    server = createServer((request, response) => {
      let text = '';
      request.on('data', (part) => {
        text += part;
      });
      request.on('end', () => {
        const body = JSON.parse(text);
        asked.push({ authorization: request.headers.authorization, body });
        answer(JSON.parse(body.messages[1].content).sentences, response, request);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    asked.length = 0;
  });

  const service = () => ({ url, model: 'm', timeout: 400 });
  /** The report but for what tells of the writer. */
  const plain = ({ writer: _, sections, ...rest }: Report) => ({
    ...rest,
    sections: sections.map((section) => ({
      ...section,
      blocks: section.blocks.filter((block) => block.type !== 'note' || !block.text.startsWith('经 ')),
    })),
  });

  it('takes good answers, keeps quotes and evidence, and says so', async () => {
    answer = (sentences, response) =>
      say(
        response,
        `好的：\n\`\`\`json\n${JSON.stringify({ sentences: sentences.map(({ id, text }) => ({ id, text: text.replace('整体情绪', '整体来看情绪') })) })}\n\`\`\``,
      );
    const made = await rewriteReport(report, { ...service(), apiKey: 'secret-key' });
    expect(made.writer).toMatchObject({ model: 'm', accepted: 1, refused: [], failed: [] });
    expect(renderMarkdown(made)).toContain('整体来看情绪');
    expect(renderMarkdown(made)).toContain('改写 1 句');
    expect(renderHtml(made)).toContain('改写 1 句');
    expect(asked[0]?.authorization).toBe('Bearer secret-key');
    expect(JSON.stringify(made)).not.toContain('secret-key');
    const before = report.sections.find(({ id }) => id === 'overview');
    const after = made.sections.find(({ id }) => id === 'overview');
    const evidence = (section: typeof before) =>
      section?.blocks.flatMap((block) =>
        block.type === 'paragraph' ? block.statements.map((s) => s.evidence) : [],
      );
    expect(evidence(after)).toEqual(evidence(before));
    expect(JSON.stringify(asked)).not.toContain('ChatGPT 最近质量下降');
  });

  it('refuses invented facts and lets the plain sentences stand', async () => {
    answer = (sentences, response) =>
      say(
        response,
        JSON.stringify({
          sentences: sentences.map(({ id, text }) => ({ id, text: `${text}分析师预计股价将上涨 30%。` })),
        }),
      );
    const made = await rewriteReport(report, service());
    expect(made.writer?.accepted).toBe(0);
    expect(made.writer?.refused.length).toBeGreaterThan(3);
    expect(plain(made)).toEqual(plain(report));
    expect(renderMarkdown(made)).not.toContain('股价将上涨');
  });

  it.each<[string, typeof answer, RegExp]>([
    ['an error', (_, response) => response.writeHead(500).end('no'), /status 500/],
    ['no JSON', (_, response) => response.end('<html>'), /no JSON/],
    ['no message', (_, response) => response.end('{"choices":[]}'), /without a message/],
    ['a message that is no list', (_, response) => say(response, '我不会'), /no JSON/],
    ['other JSON', (_, response) => say(response, '{"sentences":"x"}'), /without a list/],
    ['silence', () => undefined, /did not answer in 0.4 s/],
    ['half an answer', (_, response) => void response.write('{"choices":'), /did not answer in 0.4 s/],
    ['an endless answer', (_, response) => void response.write('x'.repeat(300_000)), /more than 200000/],
    [
      'a redirection',
      (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      /cannot be reached/,
    ],
    ['a closed line', (_, response) => void response.destroy(), /cannot be reached/],
  ])('stands by the plain sentences at %s', async (_, given, reason) => {
    answer = given;
    const made = await rewriteReport(report, service());
    expect(made.writer?.accepted).toBe(0);
    expect(made.writer?.failed[0]?.reason).toMatch(reason);
    expect(plain(made)).toEqual(plain(report));
    expect(renderMarkdown(made)).toContain('节没有得到可用的答复');
  });

  it('takes no sentence twice, none that was not asked for, and none of another type', async () => {
    answer = (_, response) =>
      say(
        response,
        JSON.stringify({ sentences: [{ id: 999, text: 'x' }, { id: '0', text: 'x' }, { id: 0 }, null, 7] }),
      );
    const made = await rewriteReport(report, service());
    expect(made.writer).toMatchObject({ accepted: 0, refused: [], failed: [] });
  });

  it('refuses addresses that are none before anything is sent', async () => {
    for (const address of ['localhost', 'file:///etc/passwd', 'javascript:1']) {
      await expect(rewriteReport(report, { url: address, model: 'm' })).rejects.toThrow(
        /writer\.url: expected/,
      );
    }
    expect(asked).toEqual([]);
  });
});
