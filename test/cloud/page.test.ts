import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../support/chromium.js';
import { type StaticServer, serveFolder } from '../support/static-server.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const built = existsSync(`${root}dist/cloud.js`);

/** Bytes of a picture, and how many of its pixels are ink on the colour of its corner. */
async function inkShare(bytes: Buffer): Promise<number> {
  const image = await loadImage(bytes);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  let ink = 0;
  for (let at = 0; at < data.length; at += 4) {
    if ([0, 1, 2, 3].some((channel) => Math.abs(data[at + channel] - data[channel]) > 40)) ink++;
  }
  return ink / (image.width * image.height);
}

/** Needs Chromium; CHROMIUM names another than the usual places. Screenshots are left in out/screenshots. */
describe.skipIf(!built || chromiumPath === undefined)('the page of word clouds', () => {
  const screenshots = join(root, 'out/screenshots');
  let server: StaticServer;
  let browser: Browser;

  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    server = await serveFolder(root);
    browser = await chromium.launch({ executablePath: chromiumPath as string, args: ['--no-sandbox'] });
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  async function drawn(page: Page): Promise<string> {
    await page.waitForFunction(
      () =>
        document.body.dataset.state !== undefined && document.getElementById('status')?.textContent !== '…',
      null,
      { timeout: 60_000 },
    );
    return (await page.textContent('#status')) ?? '';
  }

  async function downloaded(page: Page, button: string): Promise<Buffer> {
    const waiting = page.waitForEvent('download');
    await page.click(button);
    const download = await waiting;
    return readFileSync(await download.path());
  }

  it('draws words and text in any shape and colours, and hands out PNG and SVG', async () => {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, acceptDownloads: true });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${server.origin}/docs/cloud.html`);
    expect(await drawn(page)).toMatch(/^7\d 个词 words, \d+ ms$/);
    await page.screenshot({ path: join(screenshots, 'cloud-page.png') });
    expect(server.asked.filter((path) => path.startsWith('/dist/data/'))).toEqual([
      '/dist/data/RedianSansSC-Bold.ttf',
    ]);
    const png = await downloaded(page, '#png');
    expect(await inkShare(png)).toBeGreaterThan(0.15);

    await page.selectOption('#shape', 'heart');
    await page.check('[name=palette][value=dark]', { force: true });
    await page.check('#contour');
    await page.fill('#text', '<script>alert(1)</script> 大模型 大模型 OpenAI 发布 GPT-5，开源模型登上热搜');
    await page.click('button.main');
    expect(await drawn(page)).toMatch(/^[5-9] 个词/);
    await page.screenshot({ path: join(screenshots, 'cloud-page-heart.png') });
    const svg = (await downloaded(page, '#svg')).toString();
    expect(svg).toMatch(/^<svg/);
    expect(svg).not.toContain('<script');
    await page.fill('#text', '<script> 9\n好\u{10abcd} 5\n&amp; 4');
    await page.click('button.main');
    expect(await drawn(page)).toMatch(/^3 个词.*no glyph: \u{10abcd}$/u);

    await page.setInputFiles('#mask', { name: 'mask.png', mimeType: 'image/png', buffer: png });
    await page.selectOption('#ground', 'transparent');
    expect(await drawn(page)).toMatch(/words/);
    await page.setInputFiles('#mask', {
      name: 'x.png',
      mimeType: 'image/png',
      buffer: Buffer.from('no picture'),
    });
    await page.waitForFunction(() => document.body.dataset.state === 'failed');
    expect(await page.textContent('#status')).toContain('mask:');
    expect(errors).toEqual([]);
    await page.close();
  }, 180_000);

  it.each([
    ['desk', 1400, 900, 'light'],
    ['phone', 390, 844, 'dark'],
  ] as const)(
    'has no findings of axe: %s',
    async (name, width, height, colorScheme) => {
      const page = await browser.newPage({ viewport: { width, height }, colorScheme });
      await page.goto(`${server.origin}/docs/cloud.html`);
      await drawn(page);
      await page.screenshot({ path: join(screenshots, `cloud-page-${name}.png`) });
      await page.addScriptTag({ path: join(root, 'node_modules/axe-core/axe.min.js') });
      const findings = await page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
      expect(findings).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ).toBeLessThanOrEqual(0);
      await page.close();
    },
    120_000,
  );
});
