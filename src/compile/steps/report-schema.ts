/** The JSON Schema of a report, from its type and the comments on it. */
import { writeFileSync } from 'node:fs';
import { createGenerator } from 'ts-json-schema-generator';
import type { CompileStep } from '../step.js';

const step: CompileStep = {
  name: 'report-schema',
  inputs: [
    'src/report/report.ts',
    'src/counting/document-counts.ts',
    'src/topics/topic-history.ts',
    'tsconfig.json',
  ],
  outputs: ['report.schema.json'],
  run({ root, out }) {
    const schema = createGenerator({
      path: `${root}src/report/report.ts`,
      tsconfig: `${root}tsconfig.json`,
      type: 'Report',
      topRef: true,
      additionalProperties: false,
      skipTypeCheck: true,
    }).createSchema('Report');
    const titled = { ...schema, title: 'redian report' };
    writeFileSync(`${out}report.schema.json`, `${JSON.stringify(titled, null, 1)}\n`);
  },
};

export default step;
