import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectPosts } from '../../src/corpus/index.js';
import { JsonValueScanner } from '../../src/corpus/rows/json-values.js';
import type { Row } from '../../src/corpus/rows/row.js';

function scan(text: string, pieceLength: number): Row[] {
  const scanner = new JsonValueScanner();
  const rows: Row[] = [];
  for (let at = 0; at < text.length; at += pieceLength)
    rows.push(...scanner.push(text.slice(at, at + pieceLength)));
  rows.push(...scanner.end());
  return rows;
}

function values(rows: readonly Row[]): unknown[] {
  return rows.flatMap((row) => (row.kind === 'value' ? [row.value] : []));
}

describe('JSON arrays', () => {
  it('give their elements, in pieces of any length and however they are indented', () => {
    const element = fc.oneof(
      fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 }),
      fc.string(),
    );
    fc.assert(
      fc.property(
        fc.array(element, { minLength: 1 }),
        fc.constantFrom(undefined, 2),
        fc.integer({ min: 1, max: 11 }),
        (elements, indent, pieceLength) => {
          const text = JSON.stringify(elements, undefined, indent);
          // Compared as text: toEqual tells 0 from -0, which JSON does not.
          expect(JSON.stringify(values(scan(text, pieceLength)))).toBe(JSON.stringify(elements));
        },
      ),
    );
  });

  it('lose nothing but the broken element', () => {
    const rows = scan('[\n{"a":1},\n{"a":2,\n{"a":3},\n{"a":"x\n{"a":4},\n{"a":[5}},\n{"a":6}\n]', 5);
    expect(values(rows)).toEqual([{ a: 1 }, { a: 3 }, { a: 4 }, { a: 6 }]);
    expect(rows.filter((row) => row.kind === 'broken').map((row) => row.line)).toEqual([3, 5, 7]);
  });

  it('that end too early give what came before', () => {
    const rows = scan('[{"a":1},{"a":2},{"a":', 4);
    expect(values(rows)).toEqual([{ a: 1 }, { a: 2 }]);
    expect(rows.filter((row) => row.kind === 'broken')).toHaveLength(1);
  });

  it('never make the scanner throw or hang', () => {
    const piece = fc.constantFrom('{', '}', '[', ']', '"', ',', '\n', ':', '\\', 'a', '1', ' ');
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 80 }),
        fc.integer({ min: 1, max: 7 }),
        (pieces, pieceLength) => {
          scan(pieces.join(''), pieceLength);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('hostile input', () => {
  it('is read in linear time, whatever is left open', async () => {
    const open = [
      `[\n${'{"a":[1\n'.repeat(50_000)}`,
      `[\n${'{"a":[1,\n'.repeat(50_000)}`,
      `[${'{"a":'.repeat(200_000)}`,
      `[{"text":"${'x'.repeat(3_000_000)}`,
    ];
    for (const text of open) {
      const good = '{"text":"good"}';
      await expect(collectPosts(text, { format: 'json' })).rejects.toMatchObject({ code: 'NO_POSTS' });
      const { posts } = await collectPosts([`[${good},`, text.slice(1)], { format: 'json' });
      expect(posts.map((post) => post.text)).toEqual(['good']);
    }
  });

  it('of closed brackets of any depth is one value', async () => {
    const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    const { posts, tally } = await collectPosts(`{"text":"good"}\n${deep}\n`, { format: 'ndjson' });
    expect(posts.map((post) => post.text)).toEqual(['good']);
    expect(tally.rejected).toBe(1);
  });
});

describe('NDJSON', () => {
  it('gives each line, rejects broken ones and strange values with their line', async () => {
    const text = '{"id":"1","text":"one"}\n{"id":"2","text":\n\n[1]\n{"id":"3","text":"three"},\nnull\n';
    const { posts, rejects } = await collectPosts(text, { format: 'ndjson' });
    expect(posts.map((post) => post.id)).toEqual(['1', '3']);
    expect(rejects.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '2 broken-row',
      '4 broken-row',
      '6 broken-row',
    ]);
  });

  it('keeps ids exact that are too large for a number', async () => {
    const { posts } = await collectPosts(
      '{"id":1994123456789012345,"text":"a"}\n{"id":1994123456789012346,"text":"b"}',
    );
    expect(posts.map((post) => post.id)).toEqual(['1994123456789012345', '1994123456789012346']);
  });

  it('takes no property from the prototype', async () => {
    const { posts } = await collectPosts('{"__proto__":{"text":"no"},"text":"yes","constructor":"x"}');
    expect(posts[0].text).toBe('yes');
    expect(({} as Record<string, unknown>).text).toBeUndefined();
  });
});

describe('answers of the X API v2', () => {
  const page = {
    data: [
      {
        id: '1994123456789012345',
        text: 'a &amp; b &lt;3',
        created_at: '2025-11-28T02:00:00.000Z',
        author_id: '7',
        lang: 'en',
        public_metrics: {
          retweet_count: 2,
          reply_count: 3,
          like_count: 4,
          quote_count: 1,
          impression_count: 50,
        },
      },
      {
        id: '1994123456789012346',
        text: 'RT @sam: a long post that was cut…',
        created_at: '2025-11-28T03:00:00.000Z',
        author_id: '8',
        referenced_tweets: [{ type: 'retweeted', id: '100' }],
      },
    ],
    includes: {
      users: [
        { id: '7', username: 'ann' },
        { id: '8', username: 'bob' },
      ],
      tweets: [
        { id: '100', author_id: '9', text: 'a long post that was cut in the repost and is whole here' },
      ],
    },
    meta: { result_count: 2 },
  };

  it('are read with author, counts, link and the whole text of reposts', async () => {
    const { posts } = await collectPosts(JSON.stringify(page, undefined, 2));
    expect(posts[0]).toEqual({
      id: '1994123456789012345',
      text: 'a & b <3',
      createdAt: Date.UTC(2025, 10, 28, 2),
      author: 'ann',
      lang: 'en',
      url: 'https://x.com/ann/status/1994123456789012345',
      engagement: { likes: 4, reposts: 2, replies: 3, views: 50 },
      hasEngagement: true,
    });
    expect(posts[1]).toMatchObject({
      text: 'RT @sam: a long post that was cut in the repost and is whole here',
      repostOf: '100',
    });
  });

  it('may stand one a line', async () => {
    const other = { ...page, data: [{ ...page.data[0], id: '5' }] };
    const { posts, tally } = await collectPosts(`${JSON.stringify(page)}\n${JSON.stringify(other)}\n`);
    expect(posts).toHaveLength(3);
    expect(tally.platforms.x).toBe(3);
  });
});

describe("X's archive", () => {
  it('is read behind its assignment', async () => {
    const tweets = [
      {
        tweet: {
          id_str: '1994123456789012345',
          id: '1994123456789012345',
          full_text: '中文 &amp; English',
          created_at: 'Fri Nov 28 10:22:33 +0000 2025',
          favorite_count: '12',
          retweet_count: '3',
          lang: 'zh',
        },
      },
    ];
    const { posts } = await collectPosts(`window.YTD.tweets.part0 = ${JSON.stringify(tweets, undefined, 2)}`);
    expect(posts).toMatchObject([
      {
        id: '1994123456789012345',
        text: '中文 & English',
        createdAt: Date.UTC(2025, 10, 28, 10, 22, 33),
        engagement: { likes: 12, reposts: 3, replies: 0, views: 0 },
      },
    ]);
  });
});

describe("Weibo's JSON", () => {
  it('is read with its names for things', async () => {
    const answer = {
      ok: 1,
      data: {
        cards: [
          {
            mblog: {
              id: '5236612345678901',
              text: '<a>html</a>',
              text_raw: '大模型又降价了',
              created_at: 'Fri Nov 28 10:22:33 +0800 2025',
              user: { id: 1, screen_name: '科技观察' },
              attitudes_count: 5,
              reposts_count: 2,
              comments_count: 1,
            },
          },
        ],
      },
    };
    const { posts, tally } = await collectPosts(JSON.stringify(answer));
    expect(posts).toMatchObject([
      {
        id: '5236612345678901',
        text: '大模型又降价了',
        author: '科技观察',
        createdAt: Date.UTC(2025, 10, 28, 2, 22, 33),
        engagement: { likes: 5, reposts: 2, replies: 1 },
      },
    ]);
    expect(tally.platforms.weibo).toBe(1);
  });

  it('is read without its markup, with what is reposted', async () => {
    const status = {
      mid: '5236612345678902',
      bid: 'Q1',
      text: '转发微博',
      attitudes_count: 0,
      user: { screen_name: '甲' },
      retweeted_status: {
        id: '5236612345678901',
        user: { screen_name: '科技观察' },
        text: '大模型<br />又<a href="/n/x">降价</a>了<span class="url-icon"><img alt=[doge] src="x"></span> A&amp;B &lt;b&gt;',
      },
    };
    const { posts } = await collectPosts(JSON.stringify(status));
    expect(posts).toMatchObject([
      {
        id: '5236612345678902',
        text: '转发微博//@科技观察:大模型\n又降价了[doge] A&B <b>',
        repostOf: '5236612345678901',
      },
    ]);
  });
});
