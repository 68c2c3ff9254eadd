import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { collectPosts, type PostSource } from '../../src/corpus/index.js';

const head = ['编号', '内容', '时间', '昵称', '赞'];
const first = ['1', 'OpenAI 发布 GPT-6，\n"很强"; 大家怎么看', '2025-11-28 10:00', '小李', '1,234'];
const second = ['2', '英伟达涨 3%', '2025-11-29 21:00', '小王', '5'];

function table(delimiter: string, end: string): string {
  const quoted = [first, second].map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`));
  return [head, ...quoted].map((row) => row.join(delimiter) + end).join('');
}

function utf16(text: string, big: boolean): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return big ? bytes.swap16() : bytes;
}

describe('tables as spreadsheets write them', () => {
  const forms: [string, PostSource][] = [
    ['UTF-8 with a mark', `\uFEFF${table(',', '\r\n')}`],
    ['semicolons', table(';', '\r\n')],
    ['sep=; above the header', `sep=;\r\n${table(';', '\r\n')}`],
    ['tabs', table('\t', '\n')],
    ['lines that end with a return', table(',', '\r')],
    ['UTF-16 with a mark', utf16(`\uFEFF${table('\t', '\r\n')}`, false)],
    ['UTF-16 without one', utf16(table(',', '\r\n'), false)],
    ['UTF-16, the high byte first', utf16(table(',', '\r\n'), true)],
    ['in pieces of five characters', table(',', '\r').match(/.{1,5}/gsu) ?? []],
  ];
  it.each(forms)('%s', async (_, source) => {
    const { posts, rejects } = await collectPosts(source);
    expect(rejects).toEqual([]);
    expect(posts.map(({ id, text }) => [id, text])).toEqual([first.slice(0, 2), second.slice(0, 2)]);
    expect(posts[0]).toMatchObject({ createdAt: Date.UTC(2025, 10, 28, 2), engagement: { likes: 1234 } });
  });

  it.each([
    ['2025/11/28 下午3:05', '2025-11-28T07:05'],
    ['2025-11-28 上午10:00:00', '2025-11-28T02:00'],
    ['2025/11/28 上午12:30', '2025-11-27T16:30'],
    ['２０２５-１１-２８ １０：００', '2025-11-28T02:00'],
    ['45989.4166667', '2025-11-28T02:00'],
    ['45989', '2025-11-27T16:00'],
  ])('the date %s', async (written, instant) => {
    const { posts } = await collectPosts(`id,text,created_at\n1,好,${written}\n`);
    expect(new Date(posts[0]?.createdAt ?? 0).toISOString()).toContain(instant);
  });

  it.each([
    ['ID,推文内容,推文发布时间,发帖用户名,推文点赞数,推文转发量'],
    ['id,帖子,抓取时间,日期,账号,点赞数,转发数'],
    ['id,評論內容,發佈時間,作者,讚,分享数'],
    ['no,Post Body,Posted On,Handle,Reactions,Shares'],
  ])('columns %s', async (header) => {
    const cells = header
      .split(',')
      .map((name) =>
        /时间|時間|日期|Posted/u.test(name) ? (name.startsWith('抓取') ? '2026-01-01' : '2025-11-28') : '7',
      );
    const { posts } = await collectPosts(`${header}\n${cells.join(',')}\n`);
    expect(posts[0]).toMatchObject({
      text: '7',
      author: '7',
      createdAt: Date.UTC(2025, 10, 27, 16),
      engagement: { likes: 7, reposts: 7 },
    });
  });
});

describe('JSON of servers', () => {
  const posts = [
    { id: '1', text: '甲', created_at: '2025-11-28' },
    { id: '2', text: '乙', created_at: '2025-11-29' },
  ];
  it.each([
    ['a list under any name', { meta: { count: 2 }, 帖子: posts }],
    ['hits of a search engine', { hits: { total: 2, hits: posts.map((_source) => ({ _id: 1, _source })) } }],
    ['edges and nodes', { data: { search: { edges: posts.map((node) => ({ node })) } } }],
    ['posts by their ids', { 1: posts[0], 2: posts[1] }],
    ['posts by days', { '2025-11-28': posts.slice(0, 1), '2025-11-29': posts.slice(1) }],
    ['a message beside the list', { code: 0, message: 'success', data: posts }],
  ])('%s', async (_, value) => {
    const collected = await collectPosts(JSON.stringify(value));
    expect(collected.posts.map(({ text }) => text)).toEqual(['甲', '乙']);
  });

  it('the message of an error is no post, and comments are not what they comment on', async () => {
    await expect(collectPosts('{"code":500,"message":"server error"}')).rejects.toThrow(/no usable post/);
    const picture = '{"id":"1","user":"a","comments":[{"text":"好"}]}';
    const { posts: found } = await collectPosts(`${picture}\n{"text":"正常"}\n`);
    expect(found.map(({ text }) => text)).toEqual(['正常']);
  });

  it('that was cut short says so', async () => {
    const { posts: found, rejects } = await collectPosts('[{"id":1,"text":"甲"},\n');
    expect(found).toHaveLength(1);
    expect(rejects).toMatchObject([{ reason: 'broken-row', message: 'the text ends within an array' }]);
  });
});

describe('what is no text is refused by name', () => {
  it.each([
    ['PK\x03\x04\x14\0\x06\0', /a\.bin: an Excel workbook or another zip archive where text was expected/],
    ['%PDF-1.7\n%\xe2\xe3', /a PDF/],
    ['\x89PNG\r\n\x1a\n\0', /a picture/],
    ['SQLite format 3\0\x10', /a database of SQLite/],
    ['\x01\x02\x03\x04'.repeat(100), /binary data/],
  ])('%j', async (start, message) => {
    for (const bytes of [Buffer.from(start, 'latin1'), gzipSync(Buffer.from(start, 'latin1'))])
      await expect(collectPosts([{ name: 'a.bin', open: () => bytes }])).rejects.toThrow(message);
  });

  it('but a text that begins like one is a text', async () => {
    const { posts } = await collectPosts('Rar! is an archive\nBZh is another\n');
    expect(posts).toHaveLength(2);
  });
});
