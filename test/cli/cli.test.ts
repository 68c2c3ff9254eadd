import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guardCell } from '../../src/cli/csv.js';
import { formatRejects } from '../../src/cli/reject-file.js';
import { shapes, shells, themes } from '../../src/cli/usage.js';
import { palettes, shapeNames } from '../../src/cloud/index.js';

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `redian` from the sources, as a shell would. */
function redian(args: readonly string[], input = ''): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', main, ...args], {
      env: { ...process.env, NO_COLOR: '1' },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject).on('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.on('error', () => undefined).end(input);
  });
}

let folder = '';
let csv = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'redian-cli-'));
  csv = join(folder, 'posts.csv');
  writeFileSync(
    csv,
    [
      'id,created_at,author,text,likes',
      '1,2025-11-28 10:00,ann,"第一条\n两行",5',
      '2,2025-11-29 10:00,bob,负数,-3',
      '3,some day,bob,=HYPERLINK("http://evil"),3',
      '4,2025-11-29 11:00,bob,"没有关上,3',
      '5,2025-11-29 12:00,cid,第五条,3',
    ].join('\n'),
  );
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('wrong usage is one line that names the option, with status 2', () => {
  const cases: readonly (readonly [args: readonly string[], says: readonly string[]])[] = [
    [[], ['expected a command', 'report']],
    [['rport'], ["unknown command 'rport'", 'report']],
    [['report'], ["'files'"]],
    [
      ['report', 'x.csv', '--frm', '2025-11-28'],
      ['--frm', 'did you mean --from?'],
    ],
    [['report', 'x.csv', '--from'], ['--from']],
    [
      ['report', 'x.csv', '--from', '2025-02-30'],
      ['--from', '2025-11-28', '"2025-02-30"'],
    ],
    [
      ['report', 'x.csv', '--from', '2025-11-30', '--to', '2025-11-28'],
      ['--to', 'not before 2025-11-30'],
    ],
    [
      ['report', 'x.csv', '--seed', '1.5'],
      ['--seed', 'an integer from 0'],
    ],
    [
      ['report', 'x.csv', '--format', 'pdf'],
      ['--format', 'jekyll', '"pdf"'],
    ],
    [
      ['report', 'x.csv', '--topic', '../..'],
      ['--topic', 'letters or digits'],
    ],
    [
      ['report', 'x.csv', '--field', 'text'],
      ['--field', 'text=body'],
    ],
    [
      ['report', 'x.csv', '--field', 'txt=body'],
      ['--field', 'a name among id, text'],
    ],
    [
      ['report', 'x.csv', '--time-zone', 'Mars/Olympus'],
      ['--time-zone', 'Asia/Shanghai'],
    ],
    [
      ['tokenize', '--mode', 'best'],
      ['--mode', 'search'],
    ],
    [
      ['keywords', 'x.csv', '--method', 'textrank'],
      ['--method', '--each'],
    ],
    [['completion', 'csh'], ['bash, zsh, fish']],
  ];
  it.concurrent.for(cases)('%j', async ([args, says], { expect: check }) => {
    const { code, stdout, stderr } = await redian(args.map((arg) => (arg === 'x.csv' ? csv : arg)));
    check(code).toBe(2);
    check(stdout).toBe('');
    check(stderr.trimEnd().split('\n')).toHaveLength(1);
    for (const word of says) check(stderr).toContain(word);
  });
});

describe('input that gives nothing is one line with the reason, with status 1', () => {
  it('if a file is not there', async () => {
    const { code, stderr } = await redian(['report', join(folder, 'none.csv')]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^redian: .*none\.csv: cannot be read: it does not exist \(ENOENT\)\n$/);
  });

  it('if no row is usable, the rejects being written all the same', async () => {
    const bad = join(folder, 'bad.csv');
    const rejects = join(folder, 'bad-rejects.jsonl');
    writeFileSync(bad, 'id,text\n1,\n2,"\n');
    const { code, stderr } = await redian(['report', bad, '--rejects', rejects]);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^redian: .*bad\.csv: no usable post: 2 rows read, 2 rejected \(.*\); line 2: no text\n$/,
    );
    expect(readFileSync(rejects, 'utf8').trim().split('\n')).toHaveLength(2);
  });

  it('if nothing lies in the window', async () => {
    const out = join(folder, 'out-empty');
    const { code, stderr } = await redian([
      'report',
      csv,
      '--from',
      '2026-01-01',
      '--to',
      '2026-01-02',
      '--out',
      out,
    ]);
    expect(code).toBe(1);
    expect(stderr).toBe(
      'redian: no post in the window 2026-01-01 to 2026-01-02 (Asia/Shanghai): 2 before it; ' +
        '5 rows read, 3 rejected (1 with a bad date, 1 with a negative count, 1 broken)\n',
    );
    expect(existsSync(out)).toBe(false);
  });

  it('if no column holds the text, naming those that are there', async () => {
    const { code, stderr } = await redian(['tokenize', csv, '--field', 'text=body']);
    expect(code).toBe(1);
    expect(stderr).toContain('"body"');
    expect(stderr).toContain('"created_at"');
  });

  it('if the input is empty', async () => {
    const { code, stderr } = await redian(['report', '-']);
    expect(code).toBe(1);
    expect(stderr).toBe('redian: -: no usable post: 0 rows read\n');
  });
});

describe('rejects', () => {
  it('are written with line and reason, in a CSV that no spreadsheet runs', async () => {
    const rejects = join(folder, 'rejects.csv');
    const { code } = await redian(['tokenize', csv, '--rejects', rejects]);
    expect(code).toBe(0);
    const text = readFileSync(rejects, 'utf8');
    expect(text.split('\r\n').slice(0, 2)).toEqual([
      'file,line,reason,message,raw',
      expect.stringContaining(',4,negative-count,'),
    ]);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('start no formula', async () => {
    for (const text of ['=1+1', '+1', '-1', '@x', ' =1', '\t=1', '\r=1', '＝1', '\uFEFF=1']) {
      expect(guardCell(text)).toBe(`'${text}`);
    }
    expect(guardCell('1=1')).toBe('1=1');
    const row = { file: '=a', line: 1, reason: 'broken-row', message: '', raw: '=cmd|"x"' } as const;
    expect(await formatRejects([row], true)).toContain(`'=a,1,broken-row,,"'=cmd|""x"""`);
    expect(JSON.parse(await formatRejects([row], false))).toEqual(row);
  });
});

describe('commands', () => {
  it('have help with examples, and a version', async () => {
    const help = await redian(['report', '--help']);
    expect(help.code).toBe(0);
    expect(help.stdout).toContain('Examples:');
    expect(help.stdout).toContain('--baseline');
    expect((await redian(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('read the standard input, and drive no terminal with what they read', async () => {
    const { code, stdout } = await redian(['tokenize'], '我来到北京清华大学\n红色\u001b[31m文字\n');
    expect(code).toBe(0);
    expect(stdout.split('\n')[0]).toBe('我 来到 北京 清华大学');
    expect(stdout).not.toContain('\u001b');
  });

  it.each([
    ['Asia/Shanghai', '2025-11-27'],
    ['America/Los_Angeles', '2025-11-26'],
    ['-08:00', '2025-11-26'],
  ])(
    'read 昨日 as a day of the zone: %s',
    async (zone, day) => {
      const post = { id: '1', text: '英伟达昨日宣布收购 Groq', created_at: '2025-11-28T03:00:00Z' };
      const args = ['entities', '-', '--json', '--time-zone', zone];
      const { stdout } = await redian(args, JSON.stringify(post));
      expect(JSON.parse(stdout).events).toMatchObject([{ type: 'acquisition', date: day }]);
    },
    30_000,
  );

  it('draw clouds in the themes of redian/cloud, and refuse what is no picture', async () => {
    expect([...themes]).toEqual(Object.keys(palettes));
    expect(shapes).toEqual(shapeNames);
    const picture = join(folder, 'cloud.svg');
    const drawn = await redian(
      ['cloud', '--weights', '-o', picture, '--shape', 'heart'],
      '大模型 90\n智能体,60\n',
    );
    expect(drawn).toMatchObject({ code: 0, stdout: `${picture}\n` });
    expect(readFileSync(picture, 'utf8')).toMatch(/^<(?:\?xml|svg)/);
    const words = Array.from({ length: 12 }, (_, index) => `热点${index} ${40 - index}`).join('\n');
    for (const [flags, mark] of [
      [['--shape', 'circle', '--contour'], 'stroke='],
      [['--layout', 'd3-cloud'], '<use'],
      [['--emoji'], 'fill="#'],
      [['--repeat', '--width', '300', '--height', '200'], '<use'],
    ] as const) {
      const input = flags[0] === '--emoji' ? '火🔥 9\n' : words;
      const { code, stderr } = await redian(['cloud', '--weights', '-q', '-o', picture, ...flags], input);
      expect([code, stderr]).toEqual([0, '']);
      expect(readFileSync(picture, 'utf8')).toContain(mark);
    }
    const pictures: string[] = [];
    for (const flag of ['--shape', '--mask']) {
      const { code } = await redian(['cloud', '--weights', '-q', '-o', picture, flag, 'heart'], words);
      expect(code).toBe(0);
      pictures.push(readFileSync(picture, 'utf8'));
    }
    expect(pictures[1]).toBe(pictures[0]);
    const wrong = await redian(['cloud', csv, '-o', join(folder, 'cloud.txt')]);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('--out');
    const mask = await redian(['cloud', csv, '-o', picture, '--mask', csv]);
    expect(mask).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('cannot be decoded as a picture'),
    });
  });

  it('say what is installed, and what an optional package would serve', async () => {
    const { stdout, code } = await redian(['doctor', '--json']);
    expect(code).toBe(0);
    const { ok, checks } = JSON.parse(stdout) as {
      ok: boolean;
      checks: { name: string; ok: boolean; found: string; optional?: boolean }[];
    };
    expect(ok).toBe(true);
    expect(checks.filter((check) => !check.ok && check.optional !== true)).toEqual([]);
    for (const { name, found } of checks.filter((check) => !check.ok))
      expect(found).toContain(`npm install ${name}`);
    expect(checks.find(({ name }) => name === 'fonts')?.found).toMatch(/Redian Sans SC.*\d+ families/);
    const compiled = readdirSync(new URL('../../dist/data', import.meta.url)).filter((name) =>
      /\.(?:bin|ttf|wasm)$/.test(name),
    );
    expect(checks.map(({ name }) => name)).toEqual(expect.arrayContaining(compiled));
  });

  it('have examples in the help of every command', async () => {
    const { stdout } = await redian(['--help']);
    const commands = [...stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, name = '']) => name);
    expect(commands.length).toBeGreaterThan(10);
    for (const name of commands.filter((command) => command !== 'help')) {
      const help = await redian([name, '--help']);
      expect(help.code, name).toBe(0);
      expect(help.stdout, name).toMatch(/\nExamples:\n(?: {2}.*redian .*\n)+/);
    }
  }, 60_000);

  it("find topics with vectors: bundled, of a table of one's own, and none", async () => {
    const tweets = fileURLToPath(new URL('../../fixtures/tweets-ai-20251128-20251130.csv', import.meta.url));
    const table = join(folder, 'own.vectors');
    const trained = await redian([
      'vectors',
      tweets,
      '-o',
      table,
      '--dimensions',
      '16',
      '--min-count',
      '2',
      '--json',
    ]);
    expect(trained.code).toBe(0);
    expect(JSON.parse(trained.stdout)).toMatchObject({ file: table, dimensions: 16 });
    const model = join(folder, 'model.json');
    for (const flags of [['--vectors', table], ['--no-vectors'], ['--method', 'kmeans'], ['--save', model]]) {
      const found = await redian(['topics', tweets, '-k', '6', '--json', '-q', ...flags]);
      expect(found.code).toBe(0);
      const topics: { label: string; share: number }[] = JSON.parse(found.stdout);
      expect(topics.length).toBeGreaterThan(1);
      expect(new Set(topics.map(({ label }) => label)).size).toBe(topics.length);
    }
    const assigned = await redian(['topics', '--model', model, '--json', '-q'], 'ChatGPT 要放广告了\n');
    expect(JSON.parse(assigned.stdout).topic).toBeGreaterThanOrEqual(0);
  });

  it('say what is wrong with vectors', async () => {
    const odd = await redian(['topics', csv, '--vectors', csv]);
    expect(odd).toMatchObject({ code: 1, stderr: expect.stringContaining(csv) });
    const gone = await redian(['topics', csv, '--vectors', join(folder, 'gone')]);
    expect(gone).toMatchObject({ code: 1, stderr: expect.stringContaining('does not exist') });
    const few = await redian(['vectors', '-o', join(folder, 'few.vectors')], '两条\n帖子\n');
    expect(few).toMatchObject({ code: 2, stderr: expect.stringContaining('give more text') });
    expect(existsSync(join(folder, 'few.vectors'))).toBe(false);
  });

  it('complete commands, options and their values in bash', async () => {
    const { stdout } = await redian(['completion', 'bash']);
    const script = join(folder, 'completion.bash');
    writeFileSync(script, stdout);
    writeFileSync(join(folder, 'zz weights.txt'), '');
    const offered = (...words: string[]): string[] =>
      spawnSync(
        'bash',
        [
          '-c',
          `. "$0"; COMP_WORDS=(redian "$@"); COMP_CWORD=$#; _redian 2> /dev/null; printf '%s\\n' "\${COMPREPLY[@]}"`,
          script,
          ...words,
        ],
        { cwd: folder, encoding: 'utf8' },
      ).stdout.split('\n');
    expect(offered('re')).toContain('report');
    expect(offered('help', 'to')).toEqual(expect.arrayContaining(['tokenize', 'topics']));
    expect(offered('report', '--time')).toContain('--time-zone');
    expect(offered('report', '--format', '')).toContain('jekyll');
    expect(offered('cloud', '--theme', '=', 'd')).toContain('dark');
    expect(offered('cloud', '--mask', 'zz')).toContain('zz weights.txt');
    expect(offered('keywords', 'zz')).toContain('zz weights.txt');
    expect(offered('topics', '-k', '').filter(Boolean)).toEqual([]);
    expect(offered('completion', '').filter(Boolean)).toEqual([...shells]);
  });

  it.runIf(spawnSync('zsh', ['-c', ':']).status === 0)('complete in zsh', async () => {
    const { stdout } = await redian(['completion', 'zsh']);
    const script = join(folder, '_redian');
    writeFileSync(script, stdout);
    expect(spawnSync('zsh', ['-n', script], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  });

  it.runIf(spawnSync('fish', ['-c', 'true']).status === 0)('complete in fish', async () => {
    const { stdout } = await redian(['completion', 'fish']);
    const script = join(folder, 'completion.fish');
    writeFileSync(script, stdout);
    const offered = (line: string): string =>
      spawnSync('fish', ['-c', `function redian; end; source $argv[1]; complete -C $argv[2]`, script, line], {
        encoding: 'utf8',
      }).stdout;
    expect(offered('redian cloud --theme ')).toContain('sunset');
    expect(offered('redian completion ')).toContain('zsh');
  });
});
