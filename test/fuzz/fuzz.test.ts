import { expect, it } from 'vitest';
import { fuzz } from './fuzzer.js';
import { loadTargets } from './targets.js';

// A short run with a fixed seed; `npm run fuzz` is the long one.
const targets = await loadTargets();

for (const target of targets) {
  it(`survives changed inputs: ${target.name}`, async () => {
    const { executions, findings } = await fuzz(target, {
      seconds: 6,
      executions: 400,
      seed: 1,
      guided: false,
    });
    expect(findings.map(({ message }) => message)).toEqual([]);
    expect(executions).toBeGreaterThan(0);
  }, 60_000);
}
