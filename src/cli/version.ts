import { readFileSync } from 'node:fs';

function readVersion(): string {
  // The package file stands beside dist in the package and above src/cli in a checkout.
  for (const path of ['../package.json', '../../package.json']) {
    try {
      const text = readFileSync(new URL(path, import.meta.url), 'utf8');
      const data: unknown = JSON.parse(text);
      if (typeof data === 'object' && data !== null && 'version' in data && 'name' in data) {
        if (data.name === 'redian') return String(data.version);
      }
    } catch {
      // Not there: the next place.
    }
  }
  return 'unknown';
}

/** The version in package.json. */
export const packageVersion = readVersion();
