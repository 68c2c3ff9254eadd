import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { collectPosts } from '../../src/corpus/index.js';

/**
 * Neither Spark nor Hadoop is here. What they do to a command's lines is little and known, and is done here to the very
 * commands of docs/guide/scale.md: words split at blanks, an environment, lines in, lines out.
 */

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'redian-engines-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
symlinkSync(`${root}dist/cli.js`, join(folder, 'redian'));
const path = `${folder}:${dirname(process.execPath)}:/usr/bin:/bin`;
const guide = readFileSync(`${root}docs/en/guide/scale.md`, 'utf8');

/** A command of the guide, for the days of the fixture. */
function command(of: 'map' | 'merge'): string {
  const found = [...guide.matchAll(/["'](redian (?:map|merge)[^"'\n]*)["']/g)].map(
    (match) => match[1] as string,
  );
  const own = [...new Set(found.filter((text) => text.startsWith(`redian ${of}`)))];
  // Spark and Hadoop run the same.
  expect(own.length).toBe(1);
  return (own[0] as string).replace('2025-01-01', '2025-11-28').replace('2025-12-31', '2025-11-30');
}

function run(line: string, input: string, env: Record<string, string>): string {
  const [name = '', ...words] = line.split(' ');
  const { status, stdout, stderr, error } = spawnSync(name, words, {
    cwd: folder,
    env,
    input,
    maxBuffer: 1 << 28,
  });
  if (error !== undefined) throw error;
  expect(stderr.toString()).toBe('');
  expect(status).toBe(0);
  // Bytes that are no UTF-8 end a job of PySpark; in Java they become others.
  return new TextDecoder('utf-8', { fatal: true }).decode(stdout);
}

const linesOf = (text: string): string[] =>
  text
    .replace(/\n$/, '')
    .split('\n')
    .filter((line) => line !== '');

const { posts } = await collectPosts(readFileSync(`${root}fixtures/tweets-ai-20251128-20251130.csv`));
const rows = posts.map(({ createdAt, ...post }) =>
  JSON.stringify({ ...post, created_at: new Date(createdAt ?? 0).toISOString() }),
);
/** Five parts; one of them is empty, as happens after a filter. */
const parts = [0, 1, 2, 3, 4].map((part) =>
  part === 3 ? [] : rows.filter((_, row) => row % 5 === part || (part === 4 && row % 5 === 3)),
);

function redian(args: readonly string[], input: string): Buffer {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${root}dist/cli.js`, ...args], {
    cwd: folder,
    input,
    maxBuffer: 1 << 28,
  });
  expect(stderr.toString()).toBe('');
  expect(status).toBe(0);
  return stdout;
}

const days = ['--from', '2025-11-28', '--to', '2025-11-30'];
const whole = redian(['map', '--read-as', 'ndjson', ...days, '-q'], `${rows.join('\n')}\n`);

describe('the commands of the guide', () => {
  it('run under Spark: rdd.pipe hands lines to a process and takes its lines', () => {
    /** `env` is all of the environment: PySpark starts from none. */
    const pipe = (partitions: readonly string[][], line: string): string[][] =>
      partitions.map((items) =>
        linesOf(run(line, items.map((item) => `${item}\n`).join(''), { PATH: path })),
      );
    const coalesce = (partitions: readonly string[][], count: number): string[][] =>
      Array.from({ length: count }, (_, to) => partitions.filter((_, from) => from % count === to).flat());
    const partials = pipe(parts, command('map'));
    expect(partials.map((lines) => lines.length)).toEqual([1, 1, 1, 1, 1]);
    const merged = pipe(coalesce(partials, 2), command('merge'));
    const [saved = []] = pipe(coalesce(merged, 1), command('merge'));
    // saveAsTextFile
    writeFileSync(join(folder, 'part-00000'), saved.map((line) => `${line}\n`).join(''));
    expect(redian(['merge', 'part-00000'], '').equals(whole)).toBe(true);
  }, 120_000);

  it('run under Hadoop Streaming: a line is a key, a tab and a value, and a line without a tab gets one', () => {
    const env = { PATH: path, HOME: folder };
    const record = (line: string): [key: string, value: string] => {
      const tab = line.indexOf('\t');
      return tab < 0 ? [line, ''] : [line.slice(0, tab), line.slice(tab + 1)];
    };
    const written = ([key, value]: readonly [string, string]): string => `${key}\t${value}\n`;
    const mapped = parts.flatMap((lines) =>
      linesOf(run(command('map'), lines.map((line) => `${line}\n`).join(''), env)).map(record),
    );
    expect(mapped.length).toBe(5);
    const sorted = [...mapped].sort(([a], [b]) => (a < b ? -1 : 1));
    const reduced = linesOf(run(command('merge'), sorted.map(written).join(''), env)).map(record);
    const part = reduced.map(written).join('');
    expect(part.endsWith('\t\n')).toBe(true);
    expect(redian(['merge', '-'], part).equals(whole)).toBe(true);
    // With a key of one's own in front.
    expect(
      redian(['merge', '-'], mapped.map(([line]) => written(['2025', line])).join('')).equals(whole),
    ).toBe(true);
  }, 120_000);
});
