/**
 * `npm run fuzz -- [--seconds 60] [--seed 1] [target ...]`: feeds each target with changed inputs, guided by coverage.
 * A finding is written to out/fuzz, and makes the exit status 1; make a test of it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fuzz } from './fuzzer.js';
import { loadTargets } from './targets.js';

const tell = (line: string): void => void process.stdout.write(`${line}\n`);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } },
});
const targets = await loadTargets();
const unknown = positionals.filter((name) => !targets.some((target) => target.name === name));
if (unknown.length > 0) {
  throw new Error(`${unknown.join(', ')}: expected some of ${targets.map(({ name }) => name).join(', ')}`);
}
const folder = join(fileURLToPath(new URL('../../', import.meta.url)), 'out/fuzz');
let found = 0;
let executions = 0;
for (const target of targets) {
  if (positionals.length > 0 && !positionals.includes(target.name)) continue;
  const result = await fuzz(target, {
    seconds: Number(values.seconds),
    executions: Number.POSITIVE_INFINITY,
    seed: Number(values.seed),
    guided: true,
  });
  executions += result.executions;
  tell(
    `${target.name.padEnd(16)} ${result.executions} executions, ${result.corpus} inputs, ${result.blocks} blocks, ${result.findings.length} findings`,
  );
  for (const [index, { message, input }] of result.findings.entries()) {
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `${target.name}-${index}`);
    writeFileSync(file, input);
    tell(`  ${message.replaceAll('\n', '\n  ')}\n  ${file}`);
    found++;
  }
}
tell(`${executions} executions, ${found} findings`);
process.exitCode = found > 0 ? 1 : 0;
