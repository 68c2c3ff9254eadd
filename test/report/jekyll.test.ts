import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** A real site with Jekyll's own permalinks and a base URL; left out where Jekyll is not installed. */
const hasJekyll = spawnSync('jekyll', ['--version']).status === 0;
const root = new URL('../../', import.meta.url).pathname;

describe.skipIf(!hasJekyll)('a post in a Jekyll site', () => {
  let site = '';

  beforeAll(() => {
    site = mkdtempSync(join(tmpdir(), 'redian-jekyll-'));
    mkdirSync(join(site, '_layouts'));
    writeFileSync(join(site, '_config.yml'), 'title: 热点\nbaseurl: /blog\nfuture: true\n');
    writeFileSync(
      join(site, '_layouts', 'post.html'),
      '<!doctype html><title>{{ page.title | escape }}</title>{{ content }}',
    );
  });

  afterAll(() => rmSync(site, { recursive: true, force: true }));

  function report(file: string, ...options: string[]): void {
    const arguments_ = ['report', file, '--out', join(site, '_posts'), '-q', ...options];
    execFileSync('npx', ['tsx', join(root, 'src/cli/main.ts'), ...arguments_], { cwd: root });
  }

  function build(): string {
    const { status, stderr, stdout } = spawnSync('jekyll', ['build'], { cwd: site, encoding: 'utf8' });
    expect(`${stdout}${stderr}`).not.toMatch(/error|exception/i);
    expect(status).toBe(0);
    return join(site, '_site');
  }

  it('shows its word cloud, whatever its address', () => {
    report(
      join(root, 'fixtures/tweets-ai-20251128-20251130.csv'),
      '--from',
      '2025-11-28',
      '--to',
      '2025-11-30',
    );
    const built = build();
    const page = readFileSync(join(built, '2025/11/30/twitter_hot_20251128_20251130.html'), 'utf8');
    const source = /<img src="\/blog(\/[^"]+)"/.exec(page)?.[1];
    expect(source).toBe('/assets/redian/wordcloud_twitter_hot_20251128_20251130.jpg');
    expect(existsSync(join(built, source ?? ''))).toBe(true);
    expect(page).toMatch(/<sup[^>]*>.*#fn:1/);
    expect(page).toContain('<table>');
  }, 120_000);

  it('is built whatever its posts hold, and runs none of it', () => {
    const hostile = [
      '{{ site.title | raise }}',
      '{% include nothing.html %}{% raw %}',
      '<script>alert(1)</script><img src=x onerror=alert(2)>',
      '---\ntitle: [broken: yaml',
      '| a | b |\n| --- |',
      '[^1]: [x](javascript:alert(3))',
      '`````\n$$\\begin{x}$$ *[abbr]: {: onclick="alert(4)"}',
    ];
    const lines = Array.from({ length: 60 }, (_, index) => {
      const text = `${hostile[index % 7]} OpenAI 发布 GPT-6 ${index % 5} 亿美元 ${hostile[(index + 3) % 7]}`;
      const author = `${hostile[(index + 1) % 7]}${index}`;
      return JSON.stringify({
        id: `h${index}`,
        text,
        author,
        created_at: '2025-12-01T02:00:00Z',
        likes: index,
      });
    });
    const file = join(site, 'hostile.ndjson');
    writeFileSync(file, lines.join('\n'));
    report(file, '--topic', '{{ x }} "热点": [a', '--source', "<b>'x'");
    rmSync(file);
    const built = build();
    const folder = join(built, '2025/12/01');
    const [name = ''] = readdirSync(folder);
    expect(name).toMatch(/热点/);
    const page = readFileSync(join(folder, name), 'utf8');
    expect(page).toContain('GPT-6');
    expect(page).not.toMatch(/<script|<img src=x|href="javascript|<[a-z]+ [^>]*onclick=/i);
  }, 120_000);
});
