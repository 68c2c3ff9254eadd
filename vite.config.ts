import { chmodSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin, type Rollup } from 'vite';

const { version, exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  version: string;
  exports: Record<string, unknown>;
};

/** Subpath exports that are code: `./tokenizer` and the like. */
const capabilities = Object.keys(exports).flatMap((path) => /^\.\/([a-z]+)$/.exec(path)?.slice(1) ?? []);

const programs = { cli: 'src/cli/main.ts', 'count-thread': 'src/workers/count-thread.ts' };

/** All that the entries at some paths load at once. */
function loadedBy(paths: readonly string[], context: Rollup.ManualChunkMeta): ReadonlySet<string> {
  const loaded = new Set<string>();
  const open = [...context.getModuleIds()].filter((id) => paths.some((path) => id.endsWith(`/${path}`)));
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (loaded.has(id)) continue;
    loaded.add(id);
    open.push(...(context.getModuleInfo(id)?.importedIds ?? []));
  }
  return loaded;
}

/** Whether a module of text or lexicon is loaded from another folder than the tokenizer's, by itself or through such a module. */
function isNeededOutside(
  id: string,
  ofTokenizer: ReadonlySet<string>,
  context: Rollup.ManualChunkMeta,
  seen = new Set<string>(),
): boolean {
  seen.add(id);
  const importers = context.getModuleInfo(id)?.importers ?? [];
  return importers.some((path) => {
    if (!/\/src\/(text|lexicon)\//.test(path)) return !/\/src\/tokenizer\//.test(path);
    return ofTokenizer.has(path) && !seen.has(path) && isNeededOutside(path, ofTokenizer, context, seen);
  });
}

/**
 * One file a folder of src, since each file of an import costs some milliseconds: of what the subpaths load at once. What is
 * loaded later stays apart, and so does what the command line and the counting thread need of a folder. Of text and lexicon
 * the tokenizer has what only it needs, so that its import is two files; what it does not need is a file of its own: in one of two
 * folders that both need it, the two would load each other.
 */
function chunks(): Rollup.GetManualChunk {
  /** By which entries a module is loaded, once the graph of modules is there. */
  let loads: Record<'subpaths' | 'tokenizer' | keyof typeof programs, ReadonlySet<string>> | undefined;
  return (id, context) => {
    const found = /\/src\/(?:(\w+)\/|errors\.ts$)/.exec(id);
    if (!found || id.includes('/node_modules/')) return undefined;
    loads ??= {
      subpaths: loadedBy(
        capabilities.map((name) => `src/${name}/index.ts`),
        context,
      ),
      tokenizer: loadedBy(['src/tokenizer/index.ts'], context),
      cli: loadedBy([programs.cli], context),
      'count-thread': loadedBy([programs['count-thread']], context),
    };
    if (!loads.subpaths.has(id)) return undefined;
    let folder = found[1] ?? 'base';
    if (folder === 'base') return 'base';
    if (folder === 'text' || folder === 'lexicon') {
      if (loads.tokenizer.has(id)) {
        if (isNeededOutside(id, loads.tokenizer, context)) return 'base';
        folder = 'tokenizer';
      } else folder = 'text';
    }
    const { cli, 'count-thread': thread } = loads;
    return [folder, ...(cli.has(id) ? ['cli'] : []), ...(thread.has(id) ? ['count-thread'] : [])].join('-');
  };
}

/** An engine keeps a file of ASCII alone as one byte a character, any other as two. */
const ascii: Plugin = {
  name: 'ascii',
  enforce: 'post',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type === 'chunk') {
        chunk.code = chunk.code.replace(
          /[\u0080-\uffff]/g,
          (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
        );
      }
    }
  },
};

/** No code and no types of an earlier build stay in dist/, from which `npm pack` would take them. The data is left to src/compile. */
const clean: Plugin = {
  name: 'clean',
  apply: 'build',
  configResolved({ root, build: { outDir } }) {
    const dist = resolve(root, outDir);
    if (dist !== fileURLToPath(new URL('dist', import.meta.url)) || !existsSync(dist)) return;
    for (const entry of readdirSync(dist, { withFileTypes: true })) {
      if (entry.isFile()) rmSync(join(dist, entry.name));
    }
  },
};

/** What begins with `#!` can be run by its name. */
const executable: Plugin = {
  name: 'executable',
  writeBundle({ dir }, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type === 'chunk' && chunk.code.startsWith('#!')) chmodSync(`${dir}/${chunk.fileName}`, 0o755);
    }
  },
};

/**
 * One entry for each subpath export, all flat in dist/ with shared chunks beside them, so that the data folder is `./data/`
 * from every file. Names stay as they are and lines short: a stack says where it happened. Types are made by tsup,
 * the compiled data by src/compile.
 */
export default defineConfig({
  publicDir: false,
  define: {
    REDIAN_DATA_FOLDER: '"./data/"',
    REDIAN_COUNT_THREAD: '"./count-thread.js"',
    REDIAN_VERSION: JSON.stringify(version),
  },
  plugins: [clean, ascii, executable],
  esbuild: { minifyIdentifiers: false, minifySyntax: true, minifyWhitespace: true, lineLimit: 160 },
  ssr: { noExternal: [/^d3-/, 'internmap'] },
  build: {
    ssr: true,
    target: 'node20',
    minify: 'esbuild',
    outDir: 'dist',
    emptyOutDir: false,
    rollupOptions: {
      input: {
        index: 'src/index.ts',
        ...programs,
        ...Object.fromEntries(capabilities.map((name) => [name, `src/${name}/index.ts`])),
      },
      preserveEntrySignatures: 'strict',
      output: (['es', 'cjs'] as const).map((format) => {
        const ending = format === 'es' ? 'js' : 'cjs';
        return {
          format,
          entryFileNames: `[name].${ending}`,
          chunkFileNames: `chunk-[name].${ending}`,
          manualChunks: chunks(),
          dynamicImportInCjs: false,
          hoistTransitiveImports: false,
        };
      }),
    },
  },
});
