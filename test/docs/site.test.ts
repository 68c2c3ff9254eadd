import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../support/chromium.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

it('has examples that print what the pages show', () => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'docs/run-examples.ts', '--check'],
    { cwd: root, encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^\d+ examples run, 0 wrong/m);
  expect(status).toBe(0);
}, 600_000);

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** Needs Chromium; CHROMIUM names another than the usual places. Screenshots are left in out/screenshots. */
describe.skipIf(chromiumPath === undefined)('the playground', () => {
  const folder = mkdtempSync(join(tmpdir(), 'redian-play-'));
  const screenshots = join(root, 'out/screenshots');
  let server: Server;
  let browser: Browser;

  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    execFileSync('npx', ['vite', 'build', 'docs/playground', '--outDir', folder, '--logLevel', 'error'], {
      cwd: root,
      stdio: 'pipe',
    });
    server = createServer((request, response) => {
      const name = new URL(request.url ?? '/', 'http://localhost').pathname;
      const file = join(folder, name.endsWith('/') ? `${name}index.html` : name);
      if (!existsSync(file)) return void response.writeHead(404).end();
      response
        .writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
        .end(readFileSync(file));
    }).listen(0);
    browser = await chromium.launch({ executablePath: chromiumPath as string, args: ['--no-sandbox'] });
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const address = () => `http://localhost:${(server.address() as AddressInfo).port}/`;

  async function finished(page: Page): Promise<void> {
    await page.waitForFunction(
      () => /完成|Done/.test(document.getElementById('status')?.textContent ?? ''),
      null,
      { timeout: 60_000 },
    );
  }

  for (const [name, width, height, colorScheme] of [
    ['desk', 1280, 800, 'light'],
    ['phone', 390, 844, 'dark'],
  ] as const) {
    it(`shows every result without errors and without findings of axe: ${name}`, async () => {
      const context = await browser.newContext({ viewport: { width, height }, colorScheme, locale: 'zh-CN' });
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(address());
      await finished(page);
      await page.addScriptTag({ path: join(root, 'node_modules/axe-core/axe.min.js') });
      for (const tab of ['tokens', 'keywords', 'topics', 'mood', 'cloud', 'report']) {
        await page.click(`#tab-${tab}`);
        await page.screenshot({ path: join(screenshots, `playground-${name}-${tab}.png`) });
        if (tab === 'cloud') expect(await page.locator('#panel :is(canvas, svg, img)').count()).toBe(1);
        else expect(((await page.textContent('#panel')) ?? '').length, tab).toBeGreaterThan(10);
        const findings = await page.evaluate(async () => {
          const { axe } = window as unknown as {
            axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
          };
          return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
        });
        expect(findings, tab).toEqual([]);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(wide, `${tab} is wider than the screen`).toBeLessThanOrEqual(0);
      }
      expect(errors).toEqual([]);
      await context.close();
    }, 120_000);
  }

  it('has the page of word clouds beside it', async () => {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${address()}cloud.html`);
    await page.waitForFunction(
      () =>
        document.body.dataset.state !== undefined && document.getElementById('status')?.textContent !== '…',
      null,
      { timeout: 60_000 },
    );
    expect(await page.evaluate(() => document.body.dataset.state)).toBe('drawn');
    expect(errors).toEqual([]);
    await page.close();
  }, 120_000);

  it('works by keyboard, with text of the user, and without the network', async () => {
    const context = await browser.newContext({ locale: 'en-US' });
    const page = await context.newPage();
    await page.goto(address());
    await finished(page);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await context.setOffline(true);
    await page.reload();
    await finished(page);
    await page.fill('#text', '<img src=x onerror=alert(1)> GPT-5.1 发布\n第二条帖子谈 DeepSeek-V3.2');
    await page.focus('#run');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.getElementById('panel')?.textContent?.includes('GPT-5.1'));
    await page.focus('[role=tab][aria-selected=true]');
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-selected'))).toBe('true');
    expect(await page.locator('#panel img[src=x]').count()).toBe(0);
    await context.close();
  }, 120_000);
});
