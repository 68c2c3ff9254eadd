import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { type CloudWord, layoutCloud, wordCloud } from '../../src/cloud/index.js';

const words = Array.from({ length: 120 }, (_, rank) => ({
  text: `${'模型智能数据推理训练'.slice(rank % 8, (rank % 8) + 2)}${rank % 5 === 0 ? 'AI' : ''}${rank}`,
  weight: 1000 / (rank + 3),
}));

describe('layoutCloud', () => {
  it('gives the same layout for the same words in any order, options and seed', () => {
    const once = JSON.stringify(layoutCloud(words, { seed: 7, rotation: 'quarter' }));
    expect(JSON.stringify(layoutCloud([...words].reverse(), { seed: 7, rotation: 'quarter' }))).toBe(once);
    expect(JSON.stringify(layoutCloud(words, { seed: 8, rotation: 'quarter' }))).not.toBe(once);
  });

  it('gives the same layout in another process', () => {
    const script = `
      import { layoutCloud } from './src/cloud/index.js';
      const words = ${JSON.stringify(words)};
      process.stdout.write(JSON.stringify(layoutCloud(words, { seed: 7, rotation: [0, 30, 270] })));`;
    const output = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      encoding: 'utf8',
    });
    expect(output).toBe(JSON.stringify(layoutCloud(words, { seed: 7, rotation: [0, 30, 270] })));
  });

  it('spreads few words over all of a shape', () => {
    const few = ['人工智能', '大模型', '自动驾驶', '机器人', '芯片', '开源', '算力'];
    const sized = few.map((text, rank) => ({ text, weight: 90 - 10 * rank }));
    const { words: placed } = layoutCloud(sized, { width: 900, height: 900, shape: 'heart' });
    expect(placed).toHaveLength(few.length);
    // Both upper halves and the tip have a word of their own.
    expect(placed.some(({ box }) => box.y + box.height < 400 && box.x + box.width < 480)).toBe(true);
    expect(placed.some(({ box }) => box.y + box.height < 400 && box.x > 420)).toBe(true);
    expect(placed.some(({ box }) => box.y + box.height > 620)).toBe(true);
  });

  it('keeps nothing of the picture before, whose words it shares', async () => {
    const few = [{ text: '🚀火箭', weight: 3 }, ...words.slice(0, 40)];
    const draw = async (rotation: 'none' | 'quarter', list: readonly CloudWord[]) => {
      const cloud = await wordCloud(list, { rotation, width: 500, height: 400 });
      return `${JSON.stringify(cloud.layout)}${Buffer.from(cloud.toPixels().data).toString('base64')}`;
    };
    const upright = await draw('none', few);
    const others = await draw('quarter', words);
    const turned = await draw('quarter', few);
    expect(await draw('none', few)).toBe(upright);
    expect(await draw('quarter', few)).toBe(turned);
    expect(await draw('quarter', words)).toBe(others);
    expect(turned).not.toBe(upright);
  });

  it('is plain data that survives JSON', () => {
    const layout = layoutCloud(words);
    expect(JSON.parse(JSON.stringify(layout))).toEqual(layout);
  });

  it.each(['linear', 'sqrt', 'log', 'rank', 'relative'] as const)(
    'never draws a lighter word larger, by %s',
    (scale) => {
      const layout = layoutCloud(words, { scale, width: 2400, height: 1400 });
      expect(layout.unplaced).toEqual([]);
      const sizes = layout.words.map(({ size }) => size);
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
      expect(layout.words.map(({ text }) => text)[0]).toBe(words[0].text);
    },
  );

  it('places the heaviest words even where there is hardly room, smaller', () => {
    for (const shape of ['rectangle', 'heart', 'star'] as const) {
      const layout = layoutCloud(words, { width: 160, height: 120, shape, maxSize: 90, minSize: 6 });
      const placed = new Set(layout.words.map(({ text }) => text));
      for (const { text } of words.slice(0, 5)) expect(placed.has(text)).toBe(true);
    }
  });

  it('fills its shape: dense, without an empty quarter', () => {
    for (const shape of ['rectangle', 'circle', 'heart'] as const) {
      const layout = layoutCloud(words, { width: 1200, height: 1000, shape });
      const ink = layout.words.reduce((sum, { box }) => sum + box.width * box.height, 0);
      const room = shape === 'rectangle' ? 1200 * 1000 : shape === 'circle' ? Math.PI * 500 ** 2 : 640_000;
      expect(ink / room).toBeGreaterThan(0.58);
      for (const [left, top] of [
        [0, 0],
        [1, 0],
        [0, 1],
        [1, 1],
      ]) {
        const quarter = layout.words.filter(
          ({ box }) =>
            box.x + box.width / 2 > 600 === (left === 1) && box.y + box.height / 2 > 500 === (top === 1),
        );
        expect(quarter.length).toBeGreaterThan(12);
      }
    }
  });

  it('keeps sizes and rotations that are given with a word', () => {
    const layout = layoutCloud(
      [
        { text: '一号', weight: 1, size: 50, rotation: 270 },
        { text: '二号', weight: 9, size: 33.5 },
      ],
      { width: 400, height: 300 },
    );
    expect(layout.words.map(({ size, rotation }) => [size, rotation])).toEqual([
      [50, 270],
      [33.5, 0],
    ]);
  });

  it('takes the heaviest of `maxWords` and lists the others', () => {
    const layout = layoutCloud(words, { maxWords: 10 });
    expect(layout.words).toHaveLength(10);
    expect(new Set(layout.unplaced.map(({ reason }) => reason))).toEqual(new Set(['over-max-words']));
  });

  it('repeats words until the shape is full, by option', () => {
    const few = words.slice(0, 8);
    const plain = layoutCloud(few, { width: 600, height: 400, maxSize: 60 });
    const full = layoutCloud(few, { width: 600, height: 400, maxSize: 60, repeat: true });
    const sizes = (layout: typeof plain) =>
      layout.words.slice(0, 8).map(({ text, size }) => `${text} ${size}`);
    expect(sizes(full)).toEqual(sizes(plain));
    expect(full.words.filter(({ copy }) => copy).length).toBeGreaterThan(50);
  });

  it('lets small words into the counters of large ones only by option', () => {
    const mix = [
      { text: '口', weight: 9, size: 300 },
      ...Array.from({ length: 60 }, (_, index) => ({ text: `内${index}`, weight: 1, size: 16 })),
    ];
    const inside = (nesting: boolean) => {
      const layout = layoutCloud(mix, { width: 360, height: 330, nesting, margin: 0 });
      const { box } = layout.words[0];
      return layout.words.filter(
        ({ box: its }) =>
          its !== box &&
          its.x > box.x &&
          its.y > box.y &&
          its.x + its.width < box.x + box.width &&
          its.y + its.height < box.y + box.height,
      ).length;
    };
    expect(inside(false)).toBe(0);
    expect(inside(true)).toBeGreaterThan(3);
  });
});

describe('wordCloud', () => {
  it('takes a Map and a list alike', async () => {
    const list = await wordCloud(words);
    const map = await wordCloud(new Map(words.map(({ text, weight }) => [text, weight])));
    expect(map.layout).toEqual(list.layout);
  });

  it('counts the terms of texts by a function of the caller', async () => {
    const cloud = await wordCloud(['甲 乙', '甲'], {
      terms: (texts) => texts.map((text, index) => ({ text: text.slice(0, 1) + index, weight: 2 - index })),
    });
    expect(cloud.layout.words.map(({ text }) => text)).toEqual(['甲0', '甲1']);
  });

  it.each(['count', 'tf-idf'] as const)('finds the words of a text by itself, by %s', async (weighting) => {
    const cloud = await wordCloud('人工智能的推理成本下降了。人工智能公司发布了新的人工智能，成本更低。', {
      weighting,
    });
    const [first] = cloud.layout.words;
    expect(first.text).toBe('人工智能');
    expect(cloud.layout.words.map(({ text }) => text)).toContain('成本');
    expect(cloud.layout.words.map(({ text }) => text)).not.toContain('的');
  });

  it('shows itself in a notebook as PNG and SVG', async () => {
    const cloud = await wordCloud(words.slice(0, 5), { width: 100, height: 80 });
    const shown = await cloud[Symbol.for('Jupyter.display') as never as 'toPNG']();
    const bundle = shown as unknown as Record<string, string>;
    expect(atob(bundle['image/png']).slice(1, 4)).toBe('PNG');
    expect(bundle['image/svg+xml']).toContain('<svg');
  });
});
