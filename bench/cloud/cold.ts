/**
 * How long does a cold process take from weights to a PNG file? `npx tsx bench/cloud/cold.ts`
 *
 * Run `npm run build` first. Each run is a new Node process that reads 1,000 words with sizes, lays them out on 1600x1200
 * and writes a PNG: redian by itself, d3-cloud with @napi-rs/canvas (in bench/peers, or PEERS=folder) drawing the
 * same font. They take turns, nine times; of the wall clock and of the processor's time (which a busy machine disturbs less)
 * the best and the median are given.
 *
 * NODE_EXTRA_CA_CERTS and NODE_OPTIONS are kept from all of them: where the first names the certificates of a system, Node
 * reads these at each start, half as long again as the start itself.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { sizedWords } from './words.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const peers = process.env.PEERS ?? `${root}bench/peers`;
const folder = mkdtempSync(`${tmpdir()}/redian-bench-`);
const [count, width, height] = [1000, 1600, 1200];
writeFileSync(`${folder}/words.json`, JSON.stringify(sizedWords(count, width, height, 0.6)));

const redian = `
import { readFileSync } from 'node:fs';
import { wordCloud } from '${root}dist/cloud.js';
const words = JSON.parse(readFileSync('${folder}/words.json', 'utf8'));
const cloud = await wordCloud(words, { width: ${width}, height: ${height}, margin: 0, padding: 2, wordSpace: 0 });
await cloud.save('${folder}/redian.png');
`;

const d3 = `
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
const cloud = createRequire('${peers}/package.json')('d3-cloud');
const { createCanvas, GlobalFonts } = createRequire('${root}package.json')('@napi-rs/canvas');
GlobalFonts.registerFromPath('${root}dist/data/RedianSansSC-Bold.ttf', 'Redian Sans SC');
const words = JSON.parse(readFileSync('${folder}/words.json', 'utf8'));
cloud().size([${width}, ${height}]).canvas(() => createCanvas(1, 1)).words(words).padding(1).rotate(() => 0)
  .font('Redian Sans SC').fontWeight('bold').fontSize((word) => word.size).on('end', (placed) => {
    const canvas = createCanvas(${width}, ${height});
    const context = canvas.getContext('2d');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, ${width}, ${height});
    context.translate(${width / 2}, ${height / 2});
    context.textAlign = 'center';
    context.fillStyle = '#123';
    for (const { x, y, size, text } of placed) {
      context.font = 'bold ' + size + 'px "Redian Sans SC"';
      context.fillText(text, x, y);
    }
    writeFileSync('${folder}/d3.png', canvas.toBuffer('image/png'));
  }).start();
`;

/** Tells the parent how much of the processor the whole process took, its start included. */
const report = `
import { writeSync } from 'node:fs';
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeSync(1, String((user + system) / 1000));
});
`;

const scripts = new Map([
  ['node', ''],
  ['redian', redian],
  ...(existsSync(`${peers}/node_modules/d3-cloud`) ? ([['d3-cloud', d3]] as const) : []),
]);
const { NODE_EXTRA_CA_CERTS: _certificates, NODE_OPTIONS: _options, ...env } = process.env;
const wall = new Map<string, number[]>();
const cpu = new Map<string, number[]>();
for (const [name, script] of scripts) {
  writeFileSync(`${folder}/${name}.mjs`, report + script);
  wall.set(name, []);
  cpu.set(name, []);
}
for (let round = 0; round < 9; round++) {
  for (const name of scripts.keys()) {
    const started = performance.now();
    const used = execFileSync(process.execPath, [`${folder}/${name}.mjs`], { encoding: 'utf8', env });
    wall.get(name)?.push(performance.now() - started);
    cpu.get(name)?.push(Number(used));
  }
}

/** Best and median. */
function summary(times: readonly number[] = []): readonly [number, number] {
  const sorted = [...times].sort((a, b) => a - b);
  return [sorted[0], sorted[sorted.length >> 1]];
}

for (const [title, times] of [
  ['wall clock', wall],
  ['processor', cpu],
] as const) {
  console.log(title);
  const own = summary(times.get('redian'));
  for (const name of scripts.keys()) {
    const [best, median] = summary(times.get(name));
    const ratio =
      name === 'd3-cloud'
        ? `  ${(best / own[0]).toFixed(1)}x best, ${(median / own[1]).toFixed(1)}x median`
        : '';
    console.log(
      `  ${name.padEnd(10)} ${best.toFixed(0).padStart(5)} ms best, ${median.toFixed(0).padStart(5)} median${ratio}`,
    );
  }
}
