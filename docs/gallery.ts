/** Draws the pictures of docs/gallery: `npx tsx docs/gallery.ts`. The same pixels come out on every machine. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type CloudWord, type WordCloudOptions, wordCloud } from '../src/cloud/index.js';
import { galleryWords } from './gallery-words.js';

const folder = fileURLToPath(new URL('./gallery/', import.meta.url));

/** Later words over and over with smaller weights, for pictures of many words. */
function many(count: number): CloudWord[] {
  return Array.from({ length: count }, (_, index) => {
    const { text, weight } = galleryWords[index % galleryWords.length];
    const round = Math.floor(index / galleryWords.length);
    return { text: round === 0 ? text : `${text}${'一二三四五六'[round]}`, weight: weight / (1 + 6 * round) };
  });
}

const pictures: readonly {
  readonly name: string;
  readonly words: readonly CloudWord[];
  readonly options: WordCloudOptions;
}[] = [
  { name: 'light', words: galleryWords, options: {} },
  {
    name: 'dark-heart',
    words: galleryWords,
    options: { shape: 'heart', palette: 'dark', width: 1200, height: 1040 },
  },
  {
    name: 'paper-circle',
    words: many(400),
    options: { shape: 'circle', palette: 'paper', width: 1100, height: 1100 },
  },
  { name: 'ocean-quarter', words: galleryWords, options: { palette: 'ocean', rotation: 'quarter' } },
  {
    name: 'sunset-star',
    words: galleryWords,
    options: {
      shape: 'star',
      palette: 'sunset',
      width: 1200,
      height: 1150,
      contour: { width: 3 },
      repeat: true,
    },
  },
  { name: 'light-60', words: galleryWords.slice(0, 60), options: {} },
];

mkdirSync(folder, { recursive: true });
for (const { name, words, options } of pictures) {
  const started = performance.now();
  const cloud = await wordCloud(words, options);
  writeFileSync(`${folder}${name}.webp`, await cloud.toWebP(0.5));
  const { layout } = cloud;
  console.log(
    `${name}: ${layout.words.length} words, ${layout.unplaced.length} unplaced, ` +
      `${layout.missingGlyphs.length} missing glyphs, ${Math.round(performance.now() - started)} ms`,
  );
}
