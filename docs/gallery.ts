/** Draws the pictures of docs/gallery: `npx tsx docs/gallery.ts`. The same pixels come out on every machine. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type CloudInput, type CloudWord, type WordCloudOptions, wordCloud } from '../src/cloud/index.js';
import { collectPosts } from '../src/corpus/index.js';
import { galleryWords } from './gallery-words.js';

const folder = fileURLToPath(new URL('./gallery/', import.meta.url));

const emoji = ['🚀', '🔥', '🇨🇳', '👩‍💻', '🤖', '❤️‍🔥', '👍🏽', '📈', '1️⃣', '🎉'];

/** Later words over and over with smaller weights, for pictures of many words. */
function many(count: number): CloudWord[] {
  return Array.from({ length: count }, (_, index) => {
    const { text, weight } = galleryWords[index % galleryWords.length];
    const round = Math.floor(index / galleryWords.length);
    return { text: round === 0 ? text : `${text}${'一二三四五六'[round]}`, weight: weight / (1 + 6 * round) };
  });
}

/** The posts of the fixture, as a program would hand them over. */
const { posts } = await collectPosts(
  readFileSync(new URL('../fixtures/tweets-ai-20251128-20251130.csv', import.meta.url)),
);
const texts = posts.map(({ text }) => text);

/** Words with their emoji, joined ones and flags among them. */
const withEmoji: CloudWord[] = galleryWords.slice(0, 90).map(({ text, weight }, index) => ({
  text: index % 3 === 0 ? `${text}${emoji[(index / 3) % emoji.length]}` : text,
  weight,
}));

const pictures: readonly {
  readonly name: string;
  readonly input: CloudInput;
  readonly options: WordCloudOptions;
}[] = [
  { name: 'light', input: galleryWords, options: {} },
  { name: 'posts-800-dark', input: texts, options: { palette: 'dark', maxWords: 800 } },
  {
    name: 'posts-heart-dark',
    input: texts,
    options: { shape: 'heart', palette: 'dark', maxWords: 200, width: 1200, height: 1040 },
  },
  {
    name: 'heart-60',
    input: galleryWords.slice(0, 60),
    options: { shape: 'heart', palette: 'festive', width: 1200, height: 1040 },
  },
  {
    name: 'paper-circle',
    input: many(400),
    options: { shape: 'circle', palette: 'paper', width: 1100, height: 1100 },
  },
  {
    name: 'sunset-star',
    input: galleryWords,
    options: {
      shape: 'star',
      palette: 'sunset',
      width: 1200,
      height: 1150,
      contour: { width: 3 },
      repeat: true,
    },
  },
  { name: 'ocean-quarter', input: galleryWords, options: { palette: 'ocean', rotation: 'quarter' } },
  { name: 'emoji', input: withEmoji, options: { emojiFont: true } },
];

mkdirSync(folder, { recursive: true });
for (const { name, input, options } of pictures) {
  const started = performance.now();
  const cloud = await wordCloud(input, { ...options, pixelRatio: 0.6 });
  const bytes = await cloud.toWebP(0.5);
  writeFileSync(`${folder}${name}.webp`, bytes);
  const { layout } = cloud;
  console.log(
    `${name}: ${layout.words.length} words, ${layout.unplaced.filter(({ reason }) => reason === 'no-room').length} without room, ` +
      `${layout.missingGlyphs.length} missing glyphs, ${Math.round(bytes.length / 1024)} KB, ${Math.round(performance.now() - started)} ms`,
  );
}
