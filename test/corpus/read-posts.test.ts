import { createReadStream } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { collectPosts, readPosts } from '../../src/corpus/index.js';
import { measuringData } from '../support/measuring-data.js';

const csv =
  'id,created_at,author,text,likes\n1,2025-11-28 10:00,ann,你好世界,1\n2,2025-11-28T11:00:00Z,bob,hello,2\n';

describe('columns', () => {
  it('are found by their Chinese names', async () => {
    const { posts, tally } = await collectPosts(
      '微博id,用户昵称,微博正文,发布时间,点赞数,转发数,评论数,阅读数\n5,小王,"今天,发布",2025年11月28日 10:22,1.2万,"1,234",赞,10万+\n',
    );
    expect(posts).toMatchObject([
      {
        id: '5',
        author: '小王',
        text: '今天,发布',
        createdAt: Date.UTC(2025, 10, 28, 2, 22),
        engagement: { likes: 12_000, reposts: 1234, replies: 0, views: 100_000 },
      },
    ]);
    expect(tally.platforms.weibo).toBe(1);
  });

  it('hold text as its reader saw it: what the sites escape for HTML is undone, once', async () => {
    const { posts } = await collectPosts(
      'id,text\n1,AT&amp;T &lt;3 &quot;open&quot; &#39;weights&#39;\n2,R&D &amp;lt; &copy;\n',
    );
    expect(posts.map(({ text }) => text)).toEqual(['AT&T <3 "open" \'weights\'', 'R&D &lt; &copy;']);
    const numbers = await collectPosts(
      'id,text\n1,&#27515;&#x27;&#X1F600;&#150;&hellip;&ldquo;好&rdquo;&nbsp;&middot;\n2,&#0;&#xd800;&#9999999;&#x110000; R&Dx; &;\n',
    );
    expect(numbers.posts.map(({ text }) => text)).toEqual([
      "死'😀–…“好” ·",
      '&#0;&#xd800;&#9999999;&#x110000; R&Dx; &;',
    ]);
    // Exports of X escape what X has escaped.
    const tweets = await collectPosts('tweet_id,tweet\n1,A &amp;amp; B\n2,&amp;amp;lt;b&amp;amp;gt;\n');
    expect(tweets.posts.map(({ text }) => text)).toEqual(['A & B', '&lt;b&gt;']);
  });

  it('can be given, also into objects, also joined', async () => {
    const line = JSON.stringify({ headline: 'H', story: { body: 'B', by: 'me' }, text: 'not this' });
    const { posts } = await collectPosts(line, {
      fields: { text: ['headline', 'story.body'], author: 'story.by' },
    });
    expect(posts).toMatchObject([{ text: 'H\nB', author: 'me' }]);
  });

  it('join a title and a text that does not repeat it', async () => {
    const lines = [
      { title: '标题一', content: '正文' },
      { title: '标题二', content: '标题二，正文' },
      { title: '只有标题' },
      { title: '标题三', summary: '摘要' },
    ];
    const { posts } = await collectPosts(lines.map((line) => JSON.stringify(line)).join('\n'));
    expect(posts.map((post) => post.text)).toEqual([
      '标题一\n正文',
      '标题二，正文',
      '只有标题',
      '标题三\n摘要',
    ]);
  });

  it('that cannot be found are named in the error', async () => {
    await expect(collectPosts('a,b\n1,2\n', { format: 'csv' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining('"a", "b"'),
    });
    await expect(collectPosts('a,text\n1,2\n', { fields: { author: 'who' } })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining('"who"'),
    });
    await expect(collectPosts('x', { fields: { txt: 'a' } as never })).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
    });
  });
});

describe('sources', () => {
  it('may be text, bytes, gzip, streams and blobs, cut at any byte', async () => {
    const expected = (await collectPosts(csv)).posts;
    expect(expected).toHaveLength(2);
    const bytes = new TextEncoder().encode(csv);
    const single = Array.from(bytes, (byte) => Uint8Array.of(byte));
    const zipped = gzipSync(bytes);
    const sources = [
      bytes,
      single,
      [csv.slice(0, 10), csv.slice(10)],
      zipped,
      Array.from(zipped, (byte) => Uint8Array.of(byte)),
      new Blob([bytes]),
      new Blob([zipped]).stream(),
      (async function* () {
        yield* single;
      })(),
    ];
    for (const source of sources) expect((await collectPosts(source)).posts).toEqual(expected);
  });

  it('may be GB18030 or UTF-16, as Chinese spreadsheets write', async () => {
    // "id,text\n1,中文\n" in GBK.
    const gbk = Uint8Array.of(
      0x69,
      0x64,
      0x2c,
      0x74,
      0x65,
      0x78,
      0x74,
      10,
      0x31,
      0x2c,
      0xd6,
      0xd0,
      0xce,
      0xc4,
      10,
    );
    expect((await collectPosts(gbk)).posts[0].text).toBe('中文');
    const utf16 = new Uint8Array(
      new Uint16Array([...'\uFEFFid,text\n1,中文\n'].map((c) => c.charCodeAt(0))).buffer,
    );
    expect((await collectPosts(utf16)).posts[0].text).toBe('中文');
  });

  it('of UTF-8 with some damaged bytes stay UTF-8, and lose the rows that are nothing but damage', async () => {
    const encoder = new TextEncoder();
    const pieces = [
      encoder.encode('id,text\n1,好的好的好的\n2,caf'),
      Uint8Array.of(0xe9),
      encoder.encode(' au lait\n3,'),
      Uint8Array.of(0xd6, 0xd0, 0xce, 0xc4, 0xd6, 0xd0, 0xce, 0xc4),
      encoder.encode('\n'),
    ];
    const { posts, rejects } = await collectPosts(pieces);
    expect(posts.map((post) => post.text)).toEqual(['好的好的好的', 'caf\uFFFD au lait']);
    expect(rejects).toMatchObject([{ line: 4, reason: 'broken-row', message: 'bytes of another encoding' }]);
  });

  it('that are cut in the middle of gzip give what could be unpacked, and say so', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `${index},text ${Math.sin(index)}`);
    const zipped = gzipSync(`id,text\n${rows.join('\n')}\n`);
    const { posts, rejects } = await collectPosts(zipped.subarray(0, zipped.length >> 1));
    expect(posts.length).toBeGreaterThan(1000);
    expect(rejects.at(-1)).toMatchObject({
      reason: 'broken-row',
      message: expect.stringContaining('compressed'),
    });
  });

  it('may begin with text and go on with bytes, cut within a character', async () => {
    const bytes = new TextEncoder().encode('热点来了\n');
    const { posts } = await collectPosts(['id,text\n1,', bytes.subarray(0, 4), bytes.subarray(4)]);
    expect(posts.map((post) => post.text)).toEqual(['热点来了']);
  });

  it('may begin with a single byte and go on with text', async () => {
    const { posts } = await collectPosts([new TextEncoder().encode('a'), 'b\n', 'c\n']);
    expect(posts.map((post) => post.text)).toEqual(['ab', 'c']);
  });

  it('are closed when reading ends early, text and bytes alike', async () => {
    for (const encode of [(text: string) => text, (text: string) => new TextEncoder().encode(text)]) {
      let isClosed = false;
      const source = (async function* () {
        try {
          yield encode(`id,text\n1,${'好'.repeat(70_000)}\n`);
          yield encode('2,b\n');
        } finally {
          isClosed = true;
        }
      })();
      for await (const result of readPosts(source)) {
        expect(result.kind).toBe('post');
        break;
      }
      expect(isClosed).toBe(true);
    }
  });

  it('that fail within gzip fail with their own error', async () => {
    const zipped = gzipSync(csv);
    const source = (async function* () {
      yield zipped.subarray(0, 20);
      throw new Error('the line went dead');
    })();
    await expect(collectPosts(source)).rejects.toThrow('the line went dead');
  });

  it('that are a bomb of gzip are refused, and a packed file of like lines is not', async () => {
    await expect(collectPosts(gzipSync(Buffer.alloc(80 << 20, 'a')))).rejects.toThrow(
      /\d+ bytes of gzip unpack to more/,
    );
    const line = '2025-11-28 同一句话说了很多遍，一个字也不差\n';
    const { posts } = await collectPosts(gzipSync(line.repeat(1000)));
    expect(posts.length).toBeGreaterThan(0);
  });

  it('may be lines of text, one post each', async () => {
    const { posts, tally } = await collectPosts('第一条\n\n[哈哈] 第二条\n第一条\n');
    expect(tally.formats).toEqual(['lines']);
    expect(posts.map((post) => post.text)).toEqual(['第一条', '[哈哈] 第二条', '第一条']);
    expect(new Set(posts.map((post) => post.id)).size).toBe(3);
  });

  it('are read in turn, an id in two files being one post', async () => {
    const { posts, rejects } = await collectPosts([
      { name: 'a.csv', open: () => csv },
      { name: 'b.csv', open: () => `${csv}3,,cid,later,\n` },
    ]);
    expect(posts.map((post) => post.id)).toEqual(['1', '2', '3']);
    expect(rejects).toMatchObject([
      { file: 'b.csv', line: 2, reason: 'duplicate-id' },
      { file: 'b.csv', line: 3, reason: 'duplicate-id' },
    ]);
  });
});

describe('counts', () => {
  const cases: readonly (readonly [written: unknown, count: number])[] = [
    ['12', 12],
    [12.0, 12],
    ['1,234', 1234],
    ['0.0', 0],
    ['1.2万', 12_000],
    ['3.4K', 3400],
    ['10万+', 100_000],
    ['1.2E+05', 120_000],
    ['2亿', 200_000_000],
    ['赞', 0],
    ['', 0],
    ['N/A', 0],
    [null, 0],
  ];
  it.each(cases)('are read as exports write them: %j', async (written, count) => {
    const { posts } = await collectPosts(JSON.stringify({ text: 'a', likes: written }));
    expect(posts[0].engagement.likes).toBe(count);
  });

  it.each(['many', '1.2.3', '1e99', [], true, 1e300])(
    'that are no numbers are rejected: %j',
    async (written) => {
      const text = `${JSON.stringify({ text: 'a', likes: written })}\n{"text":"b"}`;
      expect((await collectPosts(text)).rejects).toMatchObject([{ reason: 'bad-count' }]);
    },
  );
});

describe('bad rows', () => {
  it('are counted by reason and never end the reading', async () => {
    const text = [
      'id,created_at,author,text,likes',
      '1,2025-11-28,a,good,1',
      '2,2025-11-28,a,  ,1',
      '3,2025-02-30,a,no such day,1',
      '4,03/04/2025,a,which day,1',
      '1,2025-11-28,a,again,1',
      '5,2025-11-28,a,negative,-1',
      '6,2025-11-28,a,strange,many',
      '7,2025-11-28',
      '8,2025-11-28,a,"open,1',
    ].join('\n');
    const { posts, rejects, tally } = await collectPosts(text);
    expect(posts.map((post) => post.text)).toEqual(['good']);
    expect(tally).toMatchObject({
      rows: 9,
      posts: 1,
      rejected: 8,
      byReason: {
        'missing-text': 1,
        'bad-date': 2,
        'duplicate-id': 1,
        'negative-count': 1,
        'bad-count': 1,
        'broken-row': 2,
      },
    });
    expect(rejects.map((reject) => reject.line)).toEqual([3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('alone are an error with the counts', async () => {
    await expect(collectPosts('id,text\n1,\n2,\n')).rejects.toMatchObject({
      code: 'NO_POSTS',
      message: 'no usable post: 2 rows read, 2 rejected (2 without text); line 2: no text',
    });
    await expect(collectPosts('')).rejects.toMatchObject({ code: 'NO_POSTS' });
  });

  it('are given in their place while reading', async () => {
    const kinds: string[] = [];
    for await (const result of readPosts('id,text\n1,a\n2,\n3,c\n')) kinds.push(result.kind);
    expect(kinds).toEqual(['post', 'reject', 'post']);
  });

  it('do not hold a post of 100 kB', async () => {
    const long = '长'.repeat(100_000);
    const { posts } = await collectPosts(`id,text\n1,"${long}\n${long}"\n2,b\n`);
    expect(posts.map((post) => post.text.length)).toEqual([200_001, 1]);
  });
});

describe('posts', () => {
  it('without an id get the same one on each run, by their content', async () => {
    const line = (text: string) => JSON.stringify({ text, created_at: '2025-11-28', url: 'https://a.b/c' });
    const [first] = (await collectPosts(line('一'))).posts;
    const { posts } = await collectPosts(`${line('二')}\n${line('一')}`);
    expect(posts[1].id).toBe(first.id);
    expect(posts[0].id).not.toBe(first.id);
  });

  it('take the time from an id of X or Weibo if it is missing', async () => {
    const { posts } = await collectPosts(
      [
        // The first post with X's ids in use: 2010-11-04T01:42:54.657Z is their epoch.
        { id: String(1n << 22n), url: 'https://x.com/a/status/1', text: 'too short to be an id' },
        { id: String((1_000_000_000_00n << 22n) | 5n), url: 'https://x.com/a/status/2', text: 'x' },
        { id: String(1_168_251_037n << 22n), url: 'https://weibo.com/1/x', text: 'weibo' },
      ]
        .map((line) => JSON.stringify(line))
        .join('\n'),
    );
    expect(posts[0].createdAt).toBeUndefined();
    expect(posts[1].createdAt).toBe(1_288_834_974_657 + 100_000_000_000);
    expect(posts[2].createdAt).toBe((1_168_251_037 + 515_483_463) * 1000);
  });

  it('name the site where no author is known', async () => {
    const { posts } = await collectPosts(
      '{"text":"a","source":"36kr"}\n{"text":"b","source":"<a href=x>X</a>"}',
    );
    expect(posts[0]).toMatchObject({ author: '36kr', source: '36kr' });
    expect(posts[1].author).toBeUndefined();
  });

  it('carry no link but of the web', async () => {
    const { posts } = await collectPosts(
      '{"text":"a","url":"javascript:alert(1)"}\n{"text":"b","url":"https://x.com/1"}',
    );
    expect(posts.map((post) => post.url)).toEqual([undefined, 'https://x.com/1']);
  });

  it('of the future are kept and counted', async () => {
    const { tally } = await collectPosts('{"text":"a","date":"2031-01-01"}', { now: Date.UTC(2026, 0, 1) });
    expect(tally).toMatchObject({ posts: 1, futureDates: 1 });
  });
});

describe('real files', () => {
  const files: readonly (readonly [name: string, format: string, atLeast: number, mostRejects: number])[] = [
    ['feed/ai_headlines.jsonl', 'ndjson', 12_000, 5],
    ['feed/ai_daily_editor.jsonl', 'ndjson', 1200, 0],
    ['feed/chatgpt_tweets_2023.jsonl', 'ndjson', 4000, 0],
    ['feed/weibo_hotsearch_ai.tsv', 'tsv', 4000, 5],
    ['raw/synthetic_doc.utf8', 'lines', 8000, 0],
    ['topics/thucnews_dev.tsv', 'tsv', 10_000, 0],
  ];
  for (const [name, format, atLeast, mostRejects] of files) {
    const path = measuringData(name);
    it.skipIf(path === undefined)(`${name} needs no options`, async () => {
      const { posts, tally } = await collectPosts({ name, open: () => createReadStream(path ?? '') });
      expect(tally.formats).toEqual([format]);
      expect(posts.length).toBeGreaterThanOrEqual(atLeast);
      expect(tally.rejected).toBeLessThanOrEqual(mostRejects);
    });
  }
});
