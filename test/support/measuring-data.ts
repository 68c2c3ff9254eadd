import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = process.env.REDIAN_DATA ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));

/**
 * Path of a file of the measuring data, which is not part of the repository, or undefined if it is not there:
 * tests that need it skip themselves, the rest of the suite does not depend on it.
 */
export function measuringData(name: string): string | undefined {
  const path = `${folder}/${name}`;
  return existsSync(path) ? path : undefined;
}
