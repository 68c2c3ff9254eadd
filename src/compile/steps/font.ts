import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { bundledCharacters } from '../font-characters.js';
import { renameFont } from '../font-names.js';
import type { CompileStep } from '../step.js';

const source = 'node_modules/@expo-google-fonts/noto-sans-sc';
const fontFile = `${source}/700Bold/NotoSansSC_700Bold.ttf`;
const licenceFile = `${source}/LICENSE_FONT`;

type SubsetFont = (
  font: Buffer,
  text: string,
  options: {
    readonly targetFormat: 'sfnt' | 'woff2';
    readonly noHinting: boolean;
    readonly noLayoutClosure: boolean;
    readonly keepFeatures: readonly string[];
    readonly dropTables: readonly string[];
  },
) => Promise<Buffer>;

/**
 * The font that word clouds are drawn with when none is given: Noto Sans SC Bold, cut down to the characters
 * of everyday Chinese, under a name of its own, with its licence beside it.
 */
const step: CompileStep = {
  name: 'font',
  inputs: [
    fontFile,
    licenceFile,
    'dictionaries/font-characters.txt',
    'src/compile/font-names.ts',
    'src/compile/font-characters.ts',
  ],
  outputs: ['RedianSansSC-Bold.ttf', 'RedianSansSC-LICENSE.txt'],
  async run({ root, out }) {
    const subsetFont = createRequire(import.meta.url)('subset-font') as SubsetFont;
    const subset = await subsetFont(readFileSync(root + fontFile), bundledCharacters(root), {
      targetFormat: 'sfnt',
      noHinting: true,
      noLayoutClosure: true,
      keepFeatures: [],
      // Redian draws outlines by advance alone; vertical and layout tables would be dead weight.
      dropTables: ['GSUB', 'GPOS', 'GDEF', 'BASE', 'VORG', 'vhea', 'vmtx', 'STAT', 'DSIG'],
    });
    const named = renameFont(new Uint8Array(subset), {
      family: 'Redian Sans SC',
      style: 'Bold',
      version: 'Version 1.0; subset of Noto Sans SC Bold',
    });
    writeFileSync(`${out}RedianSansSC-Bold.ttf`, named);
    writeFileSync(
      `${out}RedianSansSC-LICENSE.txt`,
      'RedianSansSC-Bold.ttf is a subset of Noto Sans SC Bold (https://fonts.google.com/noto/specimen/Noto+Sans+SC),\n' +
        'renamed, without hinting and layout tables, made by redian. It stays under the licence of the original:\n\n' +
        readFileSync(root + licenceFile, 'utf8'),
    );
  },
};

export default step;
