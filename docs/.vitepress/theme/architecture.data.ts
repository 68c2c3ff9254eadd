import { fileURLToPath } from 'node:url';
import { type DrawnFolder, drawnFolders, importsByFolder } from '../../imports.js';

declare const data: readonly DrawnFolder[];

export { data };

/** Read when the site is built, so that the drawing is of the imports that are there. */
export default {
  load: (): readonly DrawnFolder[] =>
    drawnFolders(importsByFolder(fileURLToPath(new URL('../../../src', import.meta.url)))),
};
