import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { type CloudWord, wordCloud } from '../../src/cloud/index.js';
import { drawOwners } from './ink-map.js';

const words: readonly CloudWord[] = Array.from({ length: 60 }, (_, rank) => ({
  text: ['大模型', '开源', 'Agent', 'GPT-5', '具身智能'][rank % 5] + (rank > 4 ? rank : ''),
  weight: 100 / (rank + 2),
  ...(rank === 7 && { color: '#ff0000' }),
}));

describe('the layout d3-cloud', () => {
  it.each(['none', 'quarter', [0, -30, 60]] as const)(
    'gives the same kind of cloud, every word placed or accounted for, rotation %s',
    async (rotation) => {
      const options = {
        width: 700,
        height: 500,
        layout: 'd3-cloud',
        rotation,
        maxSize: 60,
        padding: 4,
      } as const;
      const { layout } = await wordCloud(words, options);
      expect(layout.words.length + layout.unplaced.length).toBe(words.length);
      expect(layout.words.length).toBeGreaterThan(50);
      const { clashes, cut, blank } = drawOwners(layout);
      expect([clashes, cut, blank]).toEqual([[], [], []]);
      const angles = new Set(layout.words.map((word) => word.rotation));
      if (rotation === 'none') expect([...angles]).toEqual([0]);
      else expect(angles.size).toBeGreaterThan(1);
      const marked = words.find(({ color }) => color === '#ff0000');
      expect(layout.words.find(({ text }) => text === marked?.text)?.color).toBe('#ff0000');
    },
  );

  it('is decided by the seed', async () => {
    const at = async (seed: number) =>
      (await wordCloud(words, { width: 500, height: 400, layout: 'd3-cloud', seed })).layout;
    expect(await at(3)).toEqual(await at(3));
    expect(await at(3)).not.toEqual(await at(4));
  });

  it('refuses what it has not, by name', async () => {
    const refused = [
      { shape: 'heart' },
      { repeat: true },
      { nesting: true },
      { mask: { width: 1, height: 1, data: new Uint8Array(4) } },
    ] as const;
    for (const options of refused) {
      const [name] = Object.keys(options);
      await expect(wordCloud(words, { ...options, layout: 'd3-cloud' })).rejects.toMatchObject({
        code: 'INVALID_ARGUMENT',
        message: expect.stringMatching(new RegExp(`^${name}: `)),
      });
    }
    await expect(wordCloud(words, { layout: 'spiral' as 'd3-cloud' })).rejects.toThrow(/^layout: /);
  });

  it('says how to install d3-cloud where it is absent', () => {
    const hooks = `export function resolve(name, context, next) {
      if (name === 'd3-cloud') throw Object.assign(new Error('gone'), { code: 'ERR_MODULE_NOT_FOUND' });
      return next(name, context);
    }`;
    const module = (source: string) => `data:text/javascript,${encodeURIComponent(source)}`;
    const script = `
      import { wordCloud } from './src/cloud/index.js';
      const error = await wordCloud([{ text: '词', weight: 1 }], { layout: 'd3-cloud' }).catch((reason) => reason);
      process.stdout.write(error.code + ' ' + error.message);`;
    const output = execFileSync(
      process.execPath,
      [
        ...['--import', 'tsx'],
        ...[
          '--import',
          module(`import { register } from 'node:module'; register(${JSON.stringify(module(hooks))});`),
        ],
        ...['--input-type=module', '-e', script],
      ],
      { encoding: 'utf8' },
    );
    expect(output).toMatch(/^MISSING_PACKAGE layout: d3-cloud is not installed; run "npm install d3-cloud"/);
  });
});
