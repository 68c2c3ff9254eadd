import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collectPosts, type Post } from '../../src/corpus/index.js';
import { buildReport, type Report, renderHtml } from '../../src/report/index.js';
import { chromiumPath } from '../support/chromium.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const options = { from: '2025-11-28', to: '2025-11-30', topic: 'ai', source: 'twitter' } as const;
let posts: Post[];
let report: Report;

beforeAll(async () => {
  posts = (await collectPosts(readFileSync(`${root}fixtures/tweets-ai-20251128-20251130.csv`))).posts;
  report = await buildReport(posts, { ...options, cloudFile: 'cloud.png' });
});

/** A figure's picture by its caption. */
function chart(page: string, words: string): string {
  return (
    page
      .split('<figure>')
      .find((figure) => figure.includes(words) && figure.includes('<svg class="chart"')) ?? ''
  );
}

describe('renderHtml', () => {
  it('asks for nothing from outside and runs nothing', () => {
    const page = renderHtml(report, {
      images: new Map([['cloud.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47)]]),
    });
    expect(page).toContain('src="data:image/png;base64,iVBORw=="');
    expect(page).not.toMatch(/<script|<link|\bon\w+=|url\(|@import/i);
    expect(page.match(/\bsrc="/g)?.length).toBe(1);
    expect(page).toContain(`default-src 'none'`);
  });

  it('links every statement to a note and every note back', () => {
    const page = renderHtml(report);
    const used = [...page.matchAll(/href="#n(\d+)"/g)].map(([, number]) => number);
    const notes = [...page.matchAll(/<li id="n(\d+)"/g)].map(([, number]) => number);
    expect(new Set(used)).toEqual(new Set(notes));
    for (const number of notes) expect(page.split(`id="r${number}"`).length).toBe(2);
    for (const [, id] of page.matchAll(/<li><a href="#([^"]+)"/g)) expect(page).toContain(`id="${id}"`);
  });

  it('draws volume, topics and moods as long as their figures', () => {
    const page = renderHtml(report);
    const { volume, topics, moods } = report.figures;
    expect(volume.rows.reduce((sum, { posts: count }) => sum + count, 0)).toBe(
      report.tally.used - report.tally.promotional,
    );
    const columns = [
      ...chart(page, '每 6 小时').matchAll(/y="([\d.]+)"[^>]*height="([\d.]+)"[^>]*class="accent"/g),
    ];
    const heights = columns.map(([, , height]) => Number(height));
    const counts = volume.rows.map(({ posts: count }) => count).filter((count) => count > 0);
    const perPost = (heights[0] as number) / (counts[0] as number);
    for (const [place, height] of heights.entries())
      expect(height / (counts[place] as number)).toBeCloseTo(perPost, 0);
    const widths = [...chart(page, '主要话题').matchAll(/width="([\d.]+)" height="10"/g)].map(([, width]) =>
      Number(width),
    );
    expect(widths.length).toBe(topics.length);
    for (const [place, width] of widths.entries()) {
      expect(width / (widths[0] as number)).toBeCloseTo(
        (topics[place]?.share ?? 0) / (topics[0]?.share ?? 1),
        2,
      );
    }
    const dots = [...chart(page, '平均情绪').matchAll(/<circle cx="([\d.]+)"/g)].map(([, x]) => Number(x));
    expect(dots.length).toBe(moods.length);
    const order = (values: readonly number[]) =>
      values.map((_, place) => place).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
    expect(order(dots)).toEqual(order(moods.map(({ score }) => score)));
  });

  it('has a report for one post, without charts that say nothing', async () => {
    const page = renderHtml(await buildReport(posts.slice(0, 1), { topic: 'ai' }));
    expect(page).not.toContain('<svg');
    expect(page).not.toMatch(/undefined|NaN|Infinity/);
  });

  it('shows changes against an earlier report', async () => {
    const earlier = await buildReport(posts, { ...options, to: '2025-11-29' });
    const later = await buildReport(posts, {
      ...options,
      from: '2025-11-30',
      baseline: JSON.parse(JSON.stringify(earlier)),
    });
    expect(later.comparison).toEqual({ with: 'report', posts: earlier.counts.documents, newness: 'report' });
    expect(later.figures.topics.some(({ shareBefore }) => shareBefore !== undefined)).toBe(true);
    expect(renderHtml(later)).toContain('class="mark"');
    const ids = new Set(earlier.figures.topics.map(({ id }) => id));
    // The earlier report remembers more topics than it shows; new ones are numbered behind all of them.
    const added = later.figures.topics.filter(({ status }) => status === 'new').map(({ id }) => id);
    expect(added.length).toBeGreaterThan(0);
    for (const { id, status } of later.figures.topics) {
      if (status === 'new') expect(ids.has(id)).toBe(false);
      else expect(id).toBeLessThan(Math.min(...added));
    }
    const fromPosts = await buildReport(posts, {
      ...options,
      from: '2025-11-30',
      baseline: posts.filter(
        ({ createdAt = 0 }) =>
          createdAt < Date.parse('2025-11-30T00:00+08:00') &&
          createdAt >= Date.parse('2025-11-28T00:00+08:00'),
      ),
    });
    expect(fromPosts.comparison.with).toBe('posts');
    await expect(buildReport(posts, { ...options, baseline: report })).rejects.toThrow(
      /baseline: expected a report of earlier days/,
    );
    await expect(
      buildReport(posts, { ...options, baseline: { ...report, format: 'x' } as unknown as Report }),
    ).rejects.toThrow(/baseline: expected a report/);
  });
});

describe.skipIf(chromiumPath === undefined)('the page in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath as string, args: ['--no-sandbox'] });
  });
  afterAll(() => browser?.close());

  it('runs no markup of posts, fits a phone, and has no findings of axe', async () => {
    const hostile = [
      '<img src=x onerror="window.ran=1">',
      '</title></style></svg><script>window.ran=1</script>',
      '"><a href="javascript:window.ran=1" onmouseover=window.ran=1>x</a>',
      '<svg onload=window.ran=1>',
      '&lt;script&gt;window.ran=1&lt;/script&gt;',
      '\u202Eevil\u2066 {{ x }} {% y %}',
    ];
    const spoilt = posts.map((post, index) => ({
      ...post,
      author: `${hostile[index % hostile.length]}${post.author}`,
      url: index % 2 === 0 ? 'javascript:window.ran=1' : 'https://x.com/"><script>window.ran=1</script>',
      text: `${hostile[index % hostile.length]} ${post.text} ${hostile[(index + 1) % hostile.length]}`,
    }));
    const page = renderHtml(
      await buildReport(spoilt, {
        ...options,
        topic: '<script>window.ran=1</script>',
        cloudFile: '"onerror="window.ran=1',
      }),
    );
    const folder = join(tmpdir(), 'redian-html-test');
    mkdirSync(folder, { recursive: true });
    for (const [name, content] of [
      ['spoilt', page],
      ['report', renderHtml(report)],
    ] as const) {
      const file = join(folder, `${name}.html`);
      writeFileSync(file, content);
      for (const [width, colorScheme] of [
        [1100, 'light'],
        [360, 'dark'],
      ] as const) {
        // Without the page's own policy, so that it is the escaping that is tested.
        const context = await browser.newContext({
          viewport: { width, height: 800 },
          colorScheme,
          bypassCSP: true,
        });
        const tab = await context.newPage();
        await tab.goto(pathToFileURL(file).href);
        await tab.evaluate(() => {
          for (const link of document.querySelectorAll('a')) link.dispatchEvent(new MouseEvent('mouseover'));
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
        expect(await tab.evaluate(() => (window as unknown as { ran?: number }).ran)).toBeUndefined();
        expect(await tab.locator('script, img[src=x], a[href^="javascript:"]').count()).toBe(0);
        expect(
          await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
          name,
        ).toBeLessThanOrEqual(0);
        if (name === 'report') {
          await tab.addScriptTag({ path: join(root, 'node_modules/axe-core/axe.min.js') });
          const findings = await tab.evaluate(async () => {
            const { axe } = window as unknown as {
              axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
            };
            return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
          });
          expect(findings, colorScheme).toEqual([]);
        }
        await context.close();
      }
    }
  }, 120_000);
});
