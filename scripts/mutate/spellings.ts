import { rewriteCalls } from './calls';
import { type Mutation, partsOf, withBody } from './parts';

const bare = (text: string): string => (/^[\w.]+(\([^()]*\))?$/.test(text) ? text : `(${text})`);

/** Functions of one tensor become methods: `torch.log(x)` is `x.log()`. */
const methods: Mutation = {
  name: 'call methods',
  apply(code) {
    if (!/^import torch$/m.test(code)) return null;
    return rewriteCalls(
      code,
      /^torch\.(log|log1p|exp|expm1|sqrt|rsqrt|sigmoid|tanh|abs|sum|mean|square|cosh|acos)$/,
      ({ callee, args }) => {
        const [x, ...rest] = args;
        return x === undefined ? null : `${bare(x)}.${callee.slice('torch.'.length)}(${rest.join(', ')})`;
      },
    );
  },
};

/** Squares become products or calls. */
const squares: Mutation = {
  name: 'spell squares otherwise',
  apply(code) {
    const library = libraryOf(code);
    if (!library) return null;
    return code.replace(/(?<![\w.)\]*])(\w+) \*\* 2\b(?!\.)/g, (_all, x: string) =>
      library === 'torch' ? `${x}.pow(2)` : `${library}.square(${x})`,
    );
  },
};

/** Operators become calls. */
const operators: Mutation = {
  name: 'spell a quotient as a call',
  apply(code) {
    const library = libraryOf(code);
    const name = library === 'torch' ? 'torch.div' : library === 'tf' ? 'tf.divide' : `${library ?? ''}.divide`;
    return library ? code.replace(/(?<=[(=] ?)(\w+) \/ (\w+)(?=[)\n])/g, (_all, x: string, y: string) => `${name}(${x}, ${y})`) : null;
  },
};

/** Names that a library has twice. */
const synonyms: Mutation = {
  name: 'use synonyms',
  apply(code) {
    const pairs: readonly (readonly [RegExp, string])[] = [
      [/\btf\.exp\(/g, 'tf.math.exp('],
      [/\btf\.sqrt\(/g, 'tf.math.sqrt('],
      [/\btf\.reduce_(sum|mean)\(/g, 'tf.math.reduce_$1('],
      [/\btf\.square\(/g, 'tf.math.square('],
      [/\bF\.softmax\(/g, 'torch.softmax('],
      [/\bF\.log_softmax\(/g, 'torch.log_softmax('],
      [/\.clamp\(/g, '.clip('],
      [/\btorch\.clamp\(/g, 'torch.clip('],
      [/\bnp\.(sum|mean|log|exp|abs)\(/g, 'np.$1('],
      [/\bjnp\.(maximum|minimum|log|exp|sqrt)\(/g, 'jax.numpy.$1('],
    ];
    return pairs.reduce((text, [from, to]) => text.replace(from, to), code);
  },
};

/** Local names that are used once are written out where they are used. */
const joined: Mutation = {
  name: 'join lines',
  apply(code) {
    const parts = partsOf(code);
    if (!parts) return null;
    let body = parts.body.join('\n');
    for (const [line, name = '', value = ''] of body.matchAll(/^ {4}(\w+) = (.+)$/gm)) {
      const uses = [...body.matchAll(new RegExp(`(?<![.\\w])${name}\\b(?! ?=[^=])`, 'g'))];
      if (uses.length !== 1 || parts.names.includes(name) || value.includes('#')) continue;
      body = body.replace(`${line}\n`, '').replace(new RegExp(`(?<![.\\w])${name}\\b(?! ?=[^=])`), () => `(${value})`);
    }
    return withBody(parts, body.split('\n'));
  },
};

/** The argument of the last call of the result gets a line of its own. */
const split: Mutation = {
  name: 'split lines',
  apply(code) {
    const parts = partsOf(code);
    const last = parts?.body.at(-1) ?? '';
    const [, before, inner, after] = /^( {4}return [^()]*\()([\w.]+\(.*\)|\(.*\)[\w. ()]*)(\))$/.exec(last) ?? [];
    if (!parts || inner === undefined || !isBalanced(inner) || /, *(dim|axis|keep)/.test(inner)) return null;
    return withBody(parts, [...parts.body.slice(0, -1), `    part = ${inner}`, `${before ?? ''}part${after ?? ''}`]);
  },
};

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const c of text) {
    if (c === '(') depth++;
    if (c === ')' && --depth < 0) return false;
    if (c === ',' && depth === 0) return false;
  }
  return depth === 0;
}

function libraryOf(code: string): 'torch' | 'tf' | 'jnp' | 'np' | null {
  if (/^import torch$/m.test(code)) return 'torch';
  if (/^import tensorflow as tf$/m.test(code)) return 'tf';
  if (/^import jax\.numpy as jnp$/m.test(code)) return 'jnp';
  return /^import numpy as np$/m.test(code) ? 'np' : null;
}

/** Mutations that swap equivalent spellings, and split and join lines. */
export const SPELLINGS: readonly Mutation[] = [methods, squares, operators, synonyms, joined, split];
