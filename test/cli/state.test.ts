import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base/random.js';
import type { Report } from '../../src/report/index.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'redian-state-'));
/** Points at which a run is killed; more by KILLS. */
const kills = Number(process.env.KILLS ?? 8);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function argumentsFor(day: string, state: string): string[] {
  return [
    ...[`${root}dist/cli.js`, 'report', `${root}fixtures/tweets-ai-20251128-20251130.csv`],
    ...['--from', day, '--to', day, '--topic', 'ai', '--format', 'json', '-q'],
    ...['--state', join(folder, state), '--out', join(folder, `out-${state}`)],
  ];
}

function runDay(day: string, state: string): { status: number | null; stderr: string } {
  return spawnSync(process.execPath, argumentsFor(day, state), { encoding: 'utf8' });
}

function kept(state: string, day: string): string {
  return readFileSync(join(folder, state, `${day}_${day}.json`), 'utf8');
}

describe('redian report --state', () => {
  it('compares with the days before, and lets topics keep their ids', () => {
    for (const day of ['2025-11-28', '2025-11-29', '2025-11-30']) {
      const { status, stderr } = runDay(day, 'whole');
      expect(stderr).toBe('');
      expect(status).toBe(0);
    }
    const [first, second, third] = ['2025-11-28', '2025-11-29', '2025-11-30'].map(
      (day) => JSON.parse(kept('whole', day)) as Report,
    );
    expect(first?.comparison.with).toBe('background');
    expect(second?.comparison).toEqual({
      with: 'report',
      posts: first?.counts.documents,
      newness: 'report',
    });
    expect(third?.comparison.posts).toBe(
      (first?.counts.documents as number) + (second?.counts.documents as number),
    );
    expect(third?.history.periods.length).toBe(3);
    expect(third?.figures.topics.some(({ status }) => status !== 'new')).toBe(true);
  });

  it('gives the same when a day is repeated, though later days are there', () => {
    const before = kept('whole', '2025-11-29');
    expect(runDay('2025-11-29', 'whole').status).toBe(0);
    expect(kept('whole', '2025-11-29')).toBe(before);
  });

  it('is whole wherever a run is killed, and then gives what an uninterrupted one gives', async () => {
    const random = seededRandom(11);
    expect(runDay('2025-11-28', 'killed').status).toBe(0);
    const started = performance.now();
    expect(runDay('2025-11-29', 'whole').status).toBe(0);
    const takes = performance.now() - started;
    for (let kill = 0; kill < kills; kill++) {
      const child = spawn(process.execPath, argumentsFor('2025-11-29', 'killed'), { stdio: 'ignore' });
      const ended = new Promise((resolve) => child.once('exit', resolve));
      // Most of the time in the second half, where files are written.
      await new Promise((resolve) => setTimeout(resolve, takes * (0.4 + 0.7 * random())));
      child.kill('SIGKILL');
      await ended;
      for (const file of readdirSync(join(folder, 'killed')).filter((name) => /^\d.*\.json$/.test(name))) {
        expect(() => JSON.parse(readFileSync(join(folder, 'killed', file), 'utf8')), file).not.toThrow();
      }
    }
    expect(runDay('2025-11-29', 'killed').status).toBe(0);
    expect(runDay('2025-11-30', 'killed').status).toBe(0);
    for (const day of ['2025-11-29', '2025-11-30']) expect(kept('killed', day)).toBe(kept('whole', day));
  }, 300_000);

  it('says in one line what is wrong with a state, and then writes nothing', () => {
    writeFileSync(join(folder, 'file'), '');
    const noFolder = runDay('2025-11-30', 'file/below');
    expect(noFolder.status).toBe(1);
    expect(noFolder.stderr.trim().split('\n').length).toBe(1);
    expect(noFolder.stderr).toContain('file/below');

    spawnSync('mkdir', [join(folder, 'broken')]);
    writeFileSync(join(folder, 'broken/2025-11-28_2025-11-28.json'), '{"format":"redian-report"');
    const broken = runDay('2025-11-30', 'broken');
    expect(broken.status).toBe(1);
    expect(broken.stderr).toMatch(/^redian: .*2025-11-28_2025-11-28\.json: expected JSON, but .*\n$/);
    expect(existsSync(join(folder, 'out-broken'))).toBe(false);

    const other = spawnSync(
      process.execPath,
      argumentsFor('2025-11-30', 'whole').map((argument) => (argument === 'ai' ? 'crypto' : argument)),
      { encoding: 'utf8' },
    );
    expect(other.stderr).toMatch(/expected a report on crypto, got one on ai/);
  });
});
