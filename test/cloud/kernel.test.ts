import { afterEach, describe, expect, it, vi } from 'vitest';
import type * as cloud from '../../src/cloud/index.js';

const words = Array.from({ length: 150 }, (_, rank) => ({
  text: `${'模型智能数据推理训练口广'.slice(rank % 10, (rank % 10) + 2)}${rank % 4 === 0 ? 'Agent' : ''}${rank}`,
  weight: 1000 / (rank + 3),
}));

const cases: readonly cloud.WordCloudOptions[] = [
  { width: 640, height: 480 },
  { width: 500, height: 500, shape: 'heart', rotation: [0, 30, 270], contour: true, palette: 'dark' },
  { width: 700, height: 300, nesting: true, rotation: 'quarter', maxSize: 90, padding: 5 },
  { width: 400, height: 400, shape: 'star', repeat: true, maxWords: 12 },
  { width: 33, height: 5 },
];

/** Layouts and pictures by modules that are loaded anew. */
async function draw(): Promise<readonly string[]> {
  vi.resetModules();
  const { wordCloud }: typeof cloud = await import('../../src/cloud/index.js');
  const results: string[] = [];
  for (const options of cases) {
    const made = await wordCloud(words, options);
    results.push(JSON.stringify(made.layout), Buffer.from(await made.toPNG()).toString('base64'));
  }
  return results;
}

describe('the kernel of word clouds', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('gives the same bytes as WebAssembly and as JavaScript', async () => {
    const compiled = await draw();
    vi.stubGlobal('WebAssembly', undefined);
    expect(await draw()).toEqual(compiled);
  });

  it('does without WebAssembly where a policy forbids it', async () => {
    const compiled = await draw();
    vi.stubGlobal('WebAssembly', {
      Module: class {
        constructor() {
          throw new EvalError('refused to compile');
        }
      },
    });
    expect(await draw()).toEqual(compiled);
  });
});
