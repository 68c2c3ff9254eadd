import { afterEach, describe, expect, it } from 'vitest';
import { wordCloud } from '../../src/cloud/index.js';
import { htmlTable, show } from '../../src/notebook/index.js';
import { clusterTopics } from '../../src/topics/index.js';

const kernel = globalThis as { __tslab__?: unknown };

afterEach(() => {
  delete kernel.__tslab__;
});

const cloud = await wordCloud([{ text: '热点', weight: 1 }], { width: 60, height: 40 });
const topics = clusterTopics(
  Array.from({ length: 8 }, (_, index) => ({ terms: index % 2 ? ['芯片', '算力'] : ['电影', '票房'] })),
  { k: 2 },
);

describe('show', () => {
  it('gives the Deno kernel a picture of a cloud and a table of results', async () => {
    const picture = await show(cloud);
    expect(atob(picture?.media['image/png'] ?? '').slice(1, 4)).toBe('PNG');
    expect(picture?.media['image/svg+xml']).toMatch(/^<svg/);
    const table = await show([{ word: '算力', weight: 0.123456 }]);
    expect(table?.media['text/html']).toContain(
      '<td style="padding:2px 12px;vertical-align:top;text-align:right">0.1235</td>',
    );
    expect(table?.media['text/plain']).toBe('算力\t0.1235');
    const shown = table as unknown as Record<symbol, () => unknown>;
    expect(shown[Symbol.for('Jupyter.display')]()).toBe(table?.media);
    expect((await show(topics))?.media['text/html']).toContain('票房');
  });

  it('shows at once in tslab', async () => {
    const shown: unknown[] = [];
    kernel.__tslab__ = {
      require: () => ({
        display: { png: (bytes: Uint8Array) => shown.push(bytes), html: (html: string) => shown.push(html) },
      }),
    };
    expect(await show(cloud)).toBeUndefined();
    await show(topics);
    expect(shown[0]).toEqual(await cloud.toPNG());
    expect(shown[1]).toContain('<table>');
  });

  it('escapes markup and refuses what it cannot show', async () => {
    expect(htmlTable([{ word: '<img onerror=x>', list: ['&'] }])).not.toMatch(/<img|>&</);
    await expect(show('text' as never)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    await expect(show([1] as never)).rejects.toThrow(/^rows\[0\]: /);
  });
});
