import { copyFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataFileUrl } from '../../src/base/data-file.js';
import { loadFont, wordCloud } from '../../src/cloud/index.js';

const { XDG_DATA_HOME } = process.env;
const noto = fileURLToPath(new URL('../../node_modules/@expo-google-fonts/noto-sans-sc/', import.meta.url));

// The fonts of the system are looked for once, when one is first asked for.
beforeAll(() => {
  const home = mkdtempSync(`${tmpdir()}/redian-fonts-`);
  mkdirSync(`${home}/fonts/deep`, { recursive: true });
  copyFileSync(fileURLToPath(dataFileUrl('RedianSansSC-Bold.ttf')), `${home}/fonts/deep/a.ttf`);
  copyFileSync(`${noto}400Regular/NotoSansSC_400Regular.ttf`, `${home}/fonts/b.ttf`);
  process.env.XDG_DATA_HOME = home;
});

afterAll(() => {
  if (XDG_DATA_HOME === undefined) delete process.env.XDG_DATA_HOME;
  else process.env.XDG_DATA_HOME = XDG_DATA_HOME;
});

describe.skipIf(process.platform !== 'linux')('a font of this computer', () => {
  it('is found by its family, whatever the case and the spaces', async () => {
    for (const name of ['Redian Sans SC', 'redian-sans-sc', 'REDIANSANSSC']) {
      expect((await loadFont(name)).glyph('热'.codePointAt(0) ?? 0)).toBeGreaterThan(0);
    }
    const cloud = await wordCloud([{ text: '热点', weight: 1 }], {
      fonts: ['Redian Sans SC'],
      bundledFont: false,
      width: 100,
      height: 50,
    });
    expect(cloud.layout.words).toHaveLength(1);
  });

  it('that is not there is named, with those that are called alike', async () => {
    await expect(loadFont('Redian Serif')).rejects.toMatchObject({
      code: 'FILE',
      message: expect.stringMatching(
        /no font of this computer is called "Redian Serif".*similar: Redian Sans SC/,
      ),
    });
    await expect(loadFont('nowhere.ttf')).rejects.toMatchObject({ code: 'FILE' });
  });
});
