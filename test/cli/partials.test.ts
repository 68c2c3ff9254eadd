import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collectPosts } from '../../src/corpus/index.js';
import { missing } from '../support/redis.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cli = `${root}dist/cli.js`;
const folder = mkdtempSync(join(tmpdir(), 'redian-partials-'));
const days = ['--from', '2025-11-28', '--to', '2025-11-30'];

function redian(args: readonly string[], input?: string | Uint8Array) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    input,
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr: stderr.toString() };
}

/** What a report wrote into a folder, without the picture. */
function written(out: string): string[] {
  return readdirSync(join(folder, out))
    .filter((name) => !name.endsWith('.jpg'))
    .sort()
    .map((name) => readFileSync(join(folder, out, name), 'utf8'));
}

const csv = readFileSync(`${root}fixtures/tweets-ai-20251128-20251130.csv`);
const finish = ['--topic', 'ai', '--source', 'x', '--format', 'jekyll,json', '-q'];

beforeAll(async () => {
  const { posts } = await collectPosts(csv);
  const lines = posts.map((post) =>
    JSON.stringify({
      ...post,
      created_at: new Date(post.createdAt ?? 0).toISOString(),
      createdAt: undefined,
    }),
  );
  writeFileSync(join(folder, 'posts.ndjson'), `${lines.join('\n')}\n`);
  const { stderr, status } = redian(
    ['report', '-', ...days, ...finish, '--out', 'whole'],
    readFileSync(join(folder, 'posts.ndjson')),
  );
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('redian map, merge and report --partials', () => {
  it('give what one run gives, from bytes, lines and the standard input', () => {
    const lines = readFileSync(join(folder, 'posts.ndjson'), 'utf8').split('\n');
    const map = (part: number, ...more: string[]) =>
      redian(
        ['map', ...days, '-q', ...more],
        `${lines.filter((_, index) => index % 3 === part).join('\n')}\n`,
      );
    const [a, b, c] = [map(0), map(1, '--line'), map(2, '--workers', '2')];
    expect([a, b, c].map(({ stderr, status }) => [stderr, status])).toEqual([0, 1, 2].map(() => ['', 0]));
    expect(b?.stdout.toString().split('\n').length).toBe(2);
    writeFileSync(join(folder, 'a'), a?.stdout ?? '');
    writeFileSync(join(folder, 'c'), c?.stdout ?? '');
    const first = redian(['merge', '-', 'c', 'a'], b?.stdout);
    expect(redian(['merge', 'c', '-o', 'ca']).status).toBe(0);
    writeFileSync(join(folder, 'b'), b?.stdout ?? '');
    const second = redian(['merge', 'a', 'b', 'ca']);
    expect(Buffer.compare(first.stdout, second.stdout)).toBe(0);
    writeFileSync(join(folder, 'all'), first.stdout);
    expect(redian(['report', '--partials', 'all', ...finish, '--out', 'merged']).stderr).toBe('');
    expect(written('merged')).toEqual(written('whole'));
    // Unmerged, the report merges them itself.
    expect(redian(['report', '--partials', 'b', 'c', 'a', ...finish, '--out', 'parts']).status).toBe(0);
    expect(written('parts')).toEqual(written('whole'));
  }, 300_000);

  it('say in one line what is wrong', () => {
    writeFileSync(join(folder, 'text'), '{"id":1,"text":"x"}\n');
    const wrong = redian(['merge', 'text']);
    expect(wrong.status).toBe(1);
    expect(wrong.stderr).toBe('redian: text: neither a partial nor one in base64\n');
    const twice = redian(['report', '--partials', 'a', '--from', '2025-11-28']);
    expect(twice.status).toBe(2);
    expect(twice.stderr).toMatch(/^redian: --from: expected no such option beside --partials.*\n$/);
    const other = redian(['map', '--from', '2025-11-29', '-q', '-o', 'other'], '');
    expect(other.status).toBe(0);
    expect(redian(['merge', 'a', 'other']).stderr).toMatch(
      /^redian: other: partials of different settings: from is "2025-11-28" in one and "2025-11-29" in another\n$/,
    );
    const empty = redian(['report', '--partials', 'other', '-q']);
    expect(empty.stderr).toMatch(/no usable post: 0 rows read/);
  });

  const noParallel = missing('parallel');
  it.skipIf(noParallel !== undefined)(
    `run under GNU parallel${noParallel === undefined ? '' : ` (${noParallel})`}`,
    () => {
      const script = [
        `parallel --will-cite --jobs 2 --pipepart -a posts.ndjson --block 40k`,
        `"'${process.execPath}' '${cli}' map --read-as ndjson ${days.join(' ')} --line -q" > lines.txt`,
      ].join(' ');
      const { status, stderr } = spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' });
      expect(stderr).toBe('');
      expect(status).toBe(0);
      expect(readFileSync(join(folder, 'lines.txt'), 'utf8').trim().split('\n').length).toBeGreaterThan(2);
      expect(redian(['report', '--partials', 'lines.txt', ...finish, '--out', 'parallel']).stderr).toBe('');
      expect(written('parallel')).toEqual(written('whole'));
    },
    300_000,
  );
});

/** A file system of 1 MB, where the machine lets us mount one. */
function mountSmall(): string | undefined {
  const at = join(folder, 'small');
  mkdirSync(at);
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', at]);
  return status === 0 ? at : undefined;
}

describe('a disk that is full, or not ours', () => {
  const small = mountSmall();
  afterAll(() => {
    if (small !== undefined) spawnSync('umount', [small]);
  });

  it.skipIf(small === undefined)(
    `gives one line and leaves what was there${small === undefined ? ' (tmpfs cannot be mounted)' : ''}`,
    () => {
      const at = small as string;
      mkdirSync(join(at, 'state'));
      writeFileSync(join(at, 'state/2025-11-27_2025-11-27.json'), 'x'.repeat(1000));
      writeFileSync(join(at, 'old.partial'), 'old');
      writeFileSync(join(at, 'filler'), 'x'.repeat(50_000));
      const before = readdirSync(at, { recursive: true }).sort();
      const input = readFileSync(join(folder, 'posts.ndjson'));
      const report = redian(['report', '-', ...days, ...finish, '--out', join(at, 'out')], input);
      expect(report.status).toBe(1);
      expect(report.stderr).toMatch(
        /^redian: .*: cannot be written: no space left on the disk \(ENOSPC\)\n$/,
      );
      const map = redian(['map', '-q', ...days, '--out', join(at, 'old.partial')], input);
      expect(map.status).toBe(1);
      expect(map.stderr).toMatch(/^redian: .*old\.partial: cannot be written: no space left.*\n$/);
      expect(readFileSync(join(at, 'old.partial'), 'utf8')).toBe('old');
      const left = readdirSync(at, { recursive: true })
        .filter((name) => name !== 'out')
        .sort();
      expect(left).toEqual(before);
    },
  );

  it('gives one line for a standard output that takes no more', () => {
    const script = `'${process.execPath}' '${cli}' map -q posts.ndjson > /dev/full`;
    const { status, stderr } = spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^redian: the standard output: cannot be written: no space left on the disk \(ENOSPC\)\n$/,
    );
  });

  it('gives one line for a folder that may not be written', () => {
    mkdirSync(join(folder, 'locked'));
    writeFileSync(join(folder, 'locked/old.partial'), 'old');
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'locked'), 0o555);
    // Root may write everywhere: then it goes without that right, and still reads a checkout that only root may.
    const rights = [
      '--bounding-set=-dac_override,-dac_read_search',
      '--inh-caps=-dac_override,-dac_read_search',
    ];
    const asUser = process.getuid?.() === 0 ? ['setpriv', ...rights] : [];
    const [command = '', ...args] = [
      ...asUser,
      process.execPath,
      cli,
      ...['map', '-q', 'posts.ndjson', '--out', 'locked/old.partial'],
    ];
    const { status, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
    expect(stderr).toMatch(/^redian: locked\/old\.partial: cannot be written: no permission \(EACCES\)\n$/);
    expect(status).toBe(1);
    expect(readFileSync(join(folder, 'locked/old.partial'), 'utf8')).toBe('old');
    expect(readdirSync(join(folder, 'locked'))).toEqual(['old.partial']);
  });

  it('gives one line for a file system that is read-only', () => {
    // /proc refuses new files whoever asks.
    const { status, stderr } = redian(['map', '-q', 'posts.ndjson', '--out', '/proc/redian/x.partial']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^redian: \/proc\/redian\/x\.partial: cannot be written: .*\n$/);
    expect(stderr.trim().split('\n').length).toBe(1);
  });
});
