/** Licenses of the packages whose code is part of the bundle, which ask to be kept with every copy. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { CompileStep } from '../step.js';

const packages = [
  'd3-array',
  'd3-color',
  'd3-format',
  'd3-interpolate',
  'd3-scale',
  'd3-time',
  'd3-time-format',
  'internmap',
];

const step: CompileStep = {
  name: 'bundled-licenses',
  inputs: packages.map((name) => `node_modules/${name}/LICENSE`),
  outputs: ['bundled.LICENSE.txt'],
  run({ root, out }) {
    const texts = packages.map(
      (name) => `${name}\n\n${readFileSync(`${root}node_modules/${name}/LICENSE`, 'utf8').trim()}\n`,
    );
    writeFileSync(`${out}bundled.LICENSE.txt`, texts.join('\n\n'));
  },
};

export default step;
