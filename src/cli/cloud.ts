import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import {
  type CloudWord,
  type Font,
  loadFont,
  type PaletteName,
  type ShapeName,
  shapeNames,
  type WordCloud,
  wordCloud,
} from '../cloud/index.js';
import { RedianError } from '../errors.js';
import { writeFile } from '../node/write-file.js';
import { type ReadFlags, readInput, tellRejects } from './read-input.js';
import { Progress, paint, print } from './terminal.js';
import { usageError } from './usage.js';

/** Options of `redian cloud`. */
interface CloudFlags extends ReadFlags {
  readonly out: string;
  readonly shape: ShapeName;
  readonly mask?: string;
  readonly theme?: PaletteName;
  readonly width: number;
  readonly height: number;
  readonly words: number;
  readonly background?: string;
  readonly font?: readonly string[];
  readonly rotate?: boolean;
  readonly emoji?: boolean;
  readonly contour?: boolean;
  readonly repeat?: boolean;
  readonly layout: 'redian' | 'd3-cloud';
  readonly weights?: boolean;
  readonly seed: number;
  readonly quiet?: boolean;
  readonly json?: boolean;
}

const endings = ['.png', '.jpg', '.jpeg', '.webp', '.svg'];

/** Lines of `word weight`, parted by a tab, a comma or white space; a line without a number is left out and told. */
function parseWeights(lines: readonly string[], progress: Progress): CloudWord[] {
  const words = lines.flatMap((line) => {
    const match = /^(.*?)[\s,，;]+(\d{1,15}(?:\.\d{1,15})?)$/.exec(line.trim());
    const text = match?.[1].replace(/^"(.*)"$/, '$1').trim() ?? '';
    return match && text !== '' ? [{ text, weight: Number(match[2]) }] : [];
  });
  const left = lines.length - words.length;
  if (left > 0) progress.say(`${left} of ${lines.length} lines left out: no word with a weight after it`);
  return words;
}

async function encode(cloud: WordCloud, ending: string): Promise<Uint8Array | string> {
  if (ending === '.png') return cloud.toPNG();
  if (ending === '.webp') return cloud.toWebP();
  return ending === '.svg' ? cloud.toSVG() : cloud.toJPEG();
}

/** Draws the terms of posts, or given words with their weights, as a cloud. */
export async function cloud(files: readonly string[], flags: CloudFlags): Promise<void> {
  const ending = extname(flags.out).toLowerCase();
  if (!endings.includes(ending))
    throw usageError('--out', `a file ending in ${endings.join(', ')}`, flags.out);
  const progress = new Progress(flags.quiet === true);
  const fonts: Font[] = [];
  for (const font of flags.font ?? []) fonts.push(await loadFont(font, '--font'));

  const input = flags.weights === true ? { ...flags, readAs: 'lines' as const } : flags;
  const { posts, tally } = await readInput(files, input, progress);
  let words: CloudWord[];
  if (flags.weights === true) {
    words = parseWeights(
      posts.map((post) => post.text),
      progress,
    );
  } else {
    const { weighTerms } = await import('./weigh-terms.js');
    const terms = await weighTerms(posts, progress);
    words = terms.slice(0, flags.words).map(({ term, weight }) => ({ text: term, weight }));
  }
  if (words.length === 0) {
    throw new RedianError(
      'NO_POSTS',
      `no word to draw in ${posts.length} ${posts.length === 1 ? 'post' : 'posts'}`,
    );
  }

  progress.start('drawing');
  const drawn = await wordCloud(words, {
    ...filled(flags),
    fonts,
    width: flags.width,
    height: flags.height,
    maxWords: flags.words,
    ...(flags.theme === undefined ? undefined : { palette: flags.theme }),
    seed: flags.seed,
    rotation: flags.rotate === true ? 'quarter' : 'none',
    emojiFont: flags.emoji === true,
    contour: flags.contour === true,
    repeat: flags.repeat === true,
    layout: flags.layout,
    ...(flags.background === undefined ? undefined : { background: flags.background }),
  });
  await writeFile(flags.out, await encode(drawn, ending));
  progress.clear();

  const { layout } = drawn;
  if (flags.json === true) {
    const { unplaced, missingGlyphs } = layout;
    await print(
      `${JSON.stringify({ file: flags.out, words: layout.words.length, unplaced, missingGlyphs })}\n`,
    );
    return;
  }
  tellRejects(tally, flags, progress);
  const left = layout.unplaced.filter(({ reason }) => reason !== 'over-max-words');
  if (left.length > 0) {
    const names = left.slice(0, 10).map(({ text, reason }) => `${text} (${reason})`);
    progress.say(
      `${left.length} words are not in the picture: ${names.join(', ')}${left.length > 10 ? ', …' : ''}`,
    );
  }
  if (layout.missingGlyphs.length > 0) {
    const characters = layout.missingGlyphs.map(({ character }) => character).join(' ');
    progress.say(`no font has: ${characters}; give one that has by --font`);
  }
  await print(`${paint(flags.out, 'bold', process.stdout)}\n`);
}

/** What is filled: a shape by its name, by way of `--mask` too unless a file is called so, or an image. */
function filled({ shape, mask }: CloudFlags): { shape: ShapeName } | { mask: string } {
  if (mask === undefined) return { shape };
  const named = shapeNames.find((name) => name === mask);
  return named === undefined || existsSync(mask) ? { mask } : { shape: named };
}
