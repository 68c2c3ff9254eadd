/** `npm run build:data`: runs every step in src/compile/steps whose inputs have changed, and removes what no step writes. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CompileStep } from './step.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const out = `${root}dist/data/`;
const stamps = `${root}node_modules/.cache/redian/`;

function hashInto(hash: ReturnType<typeof createHash>, path: string): void {
  const absolute = root + path;
  if (!existsSync(absolute)) throw new Error(`${path}: an input of a compile step does not exist`);
  if (statSync(absolute).isDirectory()) {
    for (const name of readdirSync(absolute).sort()) hashInto(hash, `${path.replace(/\/$/, '')}/${name}`);
  } else {
    hash.update(`${path}\0`).update(readFileSync(absolute));
  }
}

async function runStep(step: CompileStep, file: string): Promise<void> {
  const hash = createHash('sha256').update(JSON.stringify(step.outputs));
  for (const path of [`src/compile/steps/${file}`, ...step.inputs]) hashInto(hash, path);
  const digest = hash.digest('hex');
  const stamp = `${stamps}${step.name}.sha256`;
  const fresh = existsSync(stamp) && readFileSync(stamp, 'utf8') === digest;
  if (fresh && step.outputs.every((name) => existsSync(out + name))) return;
  const started = performance.now();
  rmSync(stamp, { force: true });
  await step.run({ root, out });
  for (const name of step.outputs) {
    if (!existsSync(out + name)) throw new Error(`step ${step.name} did not write ${name}`);
  }
  writeFileSync(stamp, digest);
  const sizes = step.outputs.map((name) => `${name} ${Math.ceil(statSync(out + name).size / 1024)} KB`);
  console.log(`${step.name}: ${sizes.join(', ')} in ${Math.round(performance.now() - started)} ms`);
}

mkdirSync(out, { recursive: true });
mkdirSync(stamps, { recursive: true });
const made = new Set<string>();
for (const file of readdirSync(`${root}src/compile/steps`).sort()) {
  const module: { default: CompileStep } = await import(`./steps/${file}`);
  await runStep(module.default, file);
  for (const name of module.default.outputs) made.add(name);
}
for (const name of readdirSync(out)) if (!made.has(name)) rmSync(out + name, { recursive: true });
