'use strict';

const { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { join, relative, resolve } = require('node:path');
const esbuild = require('esbuild');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const given = process.argv.find((word) => word.startsWith('--outdir='))?.slice('--outdir='.length);
const outdir = given ?? join(__dirname, 'dist');

/** The ES build of web-tree-sitter asks for `import.meta.url`, which a CommonJS bundle does not have. */
const alias = { 'web-tree-sitter': require.resolve('web-tree-sitter') };

/** In the browser's bundles every module of `src/host/node/` is the module of the same name in `src/host/web/`. */
const browserHost = {
  name: 'browser-host',
  setup(build) {
    build.onResolve({ filter: /host\/node\// }, ({ path, resolveDir }) => {
      const source = resolve(resolveDir, path);
      const inside = relative(join(__dirname, 'src/host/node'), source);
      return inside.startsWith('..') ? undefined : { path: join(__dirname, 'src/host/web', `${inside}.ts`) };
    });
  },
};

/**
 * `vscode` as an ES module that reads the API once: of a CommonJS module every file that imports it would copy all of it anew,
 * which is half of what loading the extension takes.
 */
const editorApi = {
  name: 'editor-api',
  setup(build) {
    build.onResolve({ filter: /^vscode$/ }, ({ namespace }) =>
      namespace === 'editor-api' ? { path: 'vscode', external: true } : { path: 'vscode', namespace: 'editor-api' },
    );
    build.onLoad({ filter: /.*/, namespace: 'editor-api' }, () => {
      const types = readFileSync(require.resolve('@types/vscode/index.d.ts'), 'utf8');
      const names = [...new Set([...types.matchAll(/^\texport (?:namespace|class|enum|const|function) (\w+)/gm)].map(([, name]) => name))];
      return {
        contents: `const api = require('vscode');\n${names.map((name) => `export const ${name} = /* @__PURE__ */ (() => api.${name})();`).join('\n')}`,
        loader: 'js',
      };
    });
  },
};

const common = {
  bundle: true,
  minify: production,
  sourcemap: !production,
  sourcesContent: false,
  target: 'es2022',
  alias,
  logLevel: 'warning',
  legalComments: 'none',
};
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20', external: ['vscode'] };
const browser = { ...common, platform: 'browser', format: 'cjs', plugins: [browserHost, editorApi] };
const worker = {
  ...common,
  platform: 'browser',
  format: 'iife',
  external: ['fs', 'fs/promises', 'module', 'path'],
  define: { global: 'globalThis' },
};
const page = { ...common, platform: 'browser', format: 'iife' };

/** Every bundle: what it is made from, and where it runs. The workers are written for the web; `thread` gives Node's the same globals. */
const bundles = [
  { ...node, entryPoints: { extension: 'src/extension.ts' }, external: [], plugins: [editorApi] },
  { ...browser, entryPoints: { 'extension.web': 'src/extension.ts' } },
  { ...node, entryPoints: { thread: 'src/host/node/thread.ts' } },
  { ...node, entryPoints: { cli: 'src/cli/main.ts' }, banner: { js: '#!/usr/bin/env node' } },
  { ...worker, entryPoints: { worker: 'src/worker.ts' } },
  { ...worker, entryPoints: { typeset: 'src/editor/mathjax.ts' } },
  { ...page, entryPoints: { panel: 'media/panel/main.ts' } },
  { ...page, entryPoints: { panel: 'media/panel/panel.css' } },
];

/** Suites that run inside VS Code's extension host, which has no TypeScript. */
const suites = production
  ? []
  : [
      {
        ...node,
        external: ['vscode', 'mocha'],
        entryPoints: ['test/editor/**/*.ts'],
        outbase: 'test/editor',
        outdir: join(outdir, 'test/editor'),
      },
    ];

const assets = ['web-tree-sitter/web-tree-sitter.wasm', 'tree-sitter-python/tree-sitter-python.wasm'];

function copyAssets() {
  for (const asset of assets) copyFileSync(join(__dirname, 'node_modules', asset), join(outdir, asset.split('/').at(-1)));
}

/** Formulas of known losses are drawn now, with one table of glyphs for all, so that no reader waits for the typesetter. */
async function writeFormulas() {
  const file = join(outdir, 'formulas.cjs');
  await esbuild.build({ ...node, absWorkingDir: __dirname, entryPoints: ['scripts/formulas.ts'], outfile: file, sourcemap: false });
  writeFileSync(join(outdir, 'formulas.json'), JSON.stringify(require(resolve(file)).formulas()));
  rmSync(file);
}

async function main() {
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(outdir, { recursive: true });
  copyAssets();
  await writeFormulas();
  const options = [...bundles, ...suites].map((bundle) => ({ outdir, absWorkingDir: __dirname, ...bundle }));
  if (watch) {
    const contexts = await Promise.all(options.map((bundle) => esbuild.context(bundle)));
    await Promise.all(contexts.map((context) => context.watch()));
    return;
  }
  await Promise.all(options.map((bundle) => esbuild.build(bundle)));
  chmodSync(join(outdir, 'cli.js'), 0o755);
}

main().catch(() => {
  process.exitCode = 1;
});
