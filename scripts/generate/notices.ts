import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Packages whose code or grammar is part of the bundles. */
const BUNDLED = [
  '@lezer/common',
  '@lezer/lr',
  'ignore',
  'mathjax-full',
  'mathjs',
  'smol-toml',
  'tree-sitter-python',
  'typed-function',
  'uplot',
  'web-tree-sitter',
];
const FILES = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENSE-MIT', 'LICENCE'];

/** Text of `THIRD-PARTY-NOTICES.txt`: the licence of every bundled package. */
export function notices(modules: string): string {
  const parts = BUNDLED.map((name) => {
    const { version, license } = JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')) as {
      version: string;
      license: string;
    };
    const file = FILES.map((candidate) => join(modules, name, candidate)).find(existsSync);
    const text = file ? readFileSync(file, 'utf8').replace(/\r\n/g, '\n').trim() : `See the package's own ${license} licence.`;
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  const rule = `\n${'-'.repeat(80)}\n\n`;
  return `Losswright contains code of the following packages.\n${rule}${parts.join(rule)}`;
}
