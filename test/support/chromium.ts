import { existsSync } from 'node:fs';

/** Chromium on this machine, where there is one: CHROMIUM names another than the usual places. */
export const chromiumPath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path),
);
