import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const here = fileURLToPath(new URL('./', import.meta.url));
const data = fileURLToPath(new URL('../../dist/data/', import.meta.url));
const out = fileURLToPath(new URL('../public/play/', import.meta.url));

function dataBesideCode(): Plugin {
  let folder = '';
  return {
    name: 'data-beside-code',
    configResolved: ({ build }) => {
      folder = resolve(here, build.outDir);
    },
    closeBundle() {
      for (const name of readdirSync(data)) cpSync(`${data}${name}`, `${folder}/data/${name}`);
      const files = readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => `./${relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/')}`)
        .filter((name) => name !== './sw.js');
      const worker = readFileSync(`${here}sw.js`, 'utf8');
      writeFileSync(
        `${folder}/sw.js`,
        `const files = ${JSON.stringify(['./', ...files.sort()])};\n${worker}`,
      );
    },
  };
}

/** The page of word clouds beside the playground: as it is, on copies of the modules that it imports. */
function cloudPage(): Plugin {
  const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
  let folder = '';
  return {
    name: 'cloud-page',
    configResolved: ({ build }) => {
      folder = resolve(here, build.outDir);
    },
    writeBundle() {
      const page = readFileSync(`${here}../cloud.html`, 'utf8');
      writeFileSync(`${folder}/cloud.html`, page.replaceAll('../dist/', './'));
      const modules = new Set(['cloud.js']);
      for (const name of modules) {
        const source = readFileSync(dist + name, 'utf8');
        writeFileSync(`${folder}/${name}`, source);
        for (const [, imported] of source.matchAll(/(?:from|import)\s*\(?\s*"\.\/([\w-]+\.js)"/g))
          modules.add(imported);
      }
    },
  };
}

/** The playground as static files under the site: `npx vite build docs/playground`. */
export default defineConfig({
  root: here,
  base: './',
  publicDir: false,
  build: {
    outDir: out,
    emptyOutDir: true,
    assetsDir: '.',
    chunkSizeWarningLimit: 2000,
    rollupOptions: { external: [/^@napi-rs\/canvas/, /^node:/] },
  },
  worker: { format: 'es' },
  plugins: [cloudPage(), dataBesideCode()],
});
