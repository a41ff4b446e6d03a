import { SPELLINGS } from './spellings';
import { type Mutation, partsOf } from './parts';

const indented = (lines: readonly string[]): string[] => lines.map((line) => (line === '' ? line : `    ${line}`));

/** Local names become others. */
const renamed: Mutation = {
  name: 'rename locals',
  apply(code) {
    const parts = partsOf(code);
    if (!parts) return null;
    const locals = new Set(
      parts.body.flatMap((line) => /^\s+([a-z_]\w*) = /.exec(line)?.[1] ?? []).filter((name) => !parts.names.includes(name)),
    );
    if (locals.size === 0) return null;
    const body = [...locals].reduce(
      (text, name, i) => text.replace(new RegExp(`(?<![.\\w])${name}\\b(?!\\s*=[^=\\s])`, 'g'), `thing${i}`),
      parts.body.join('\n'),
    );
    return `${parts.before}def loss(${parts.parameters}):\n${body}\n`;
  },
};

/** The result gets a name first. */
const named: Mutation = {
  name: 'name the result',
  apply(code) {
    const parts = partsOf(code);
    const last = parts?.body.at(-1);
    if (!parts || !last?.startsWith('    return ')) return null;
    const lines = [...parts.body.slice(0, -1), last.replace('    return ', '    outcome = '), '    return outcome'];
    return `${parts.before}def loss(${parts.parameters}):\n${lines.join('\n')}\n`;
  },
};

/** The body moves into a helper that the loss calls. */
const helper: Mutation = {
  name: 'move into a helper',
  apply(code) {
    const parts = partsOf(code);
    if (!parts) return null;
    const declared = parts.body.filter((line) => line.trimStart().startsWith('# losswright:'));
    const call = [...declared, `    return compute(${parts.names.join(', ')})`].join('\n');
    return `${parts.before}def compute(${parts.parameters}):\n${parts.body.join('\n')}\n\n\ndef loss(${parts.parameters}):\n${call}\n`;
  },
};

/** The function becomes the call of a class. */
const method: Mutation = {
  name: 'move into a method',
  apply(code) {
    const parts = partsOf(code);
    if (!parts) return null;
    const [base, name] = /^import torch$/m.test(code) ? ['(torch.nn.Module)', 'forward'] : ['', '__call__'];
    const lines = [`    def ${name}(self, ${parts.parameters}):`, ...indented(parts.body)];
    return `${parts.before}class SomeLoss${base}:\n${lines.join('\n')}\n`;
  },
};

/** The body is defined inside and called. */
const nested: Mutation = {
  name: 'nest a function',
  apply(code) {
    const parts = partsOf(code);
    if (!parts) return null;
    const lines = [`    def inner(${parts.names.join(', ')}):`, ...indented(parts.body), '', `    return inner(${parts.names.join(', ')})`];
    return `${parts.before}def loss(${parts.parameters}):\n${lines.join('\n')}\n`;
  },
};

/** Comments, blank lines and line breaks inside brackets. */
const spaced: Mutation = {
  name: 'space out',
  apply(code) {
    const parts = partsOf(code);
    if (!parts) return null;
    const lines = parts.body.flatMap((line) =>
      /^\s+(return|\w+ =)/.test(line)
        ? ['    # step', line.replace(/\(([^()]*), ([^()]*)\)/, '(\n            $1,\n            $2,\n        )'), '']
        : [line],
    );
    return `${parts.before}def loss(${parts.parameters}):\n${lines.join('\n')}\n`;
  },
};

/** Other names for the modules. */
const aliased: Mutation = {
  name: 'import under other names',
  apply(code) {
    const swaps: readonly (readonly [RegExp, string, RegExp, string])[] = [
      [/^import torch\.nn\.functional as F$/m, 'from torch.nn import functional as fun', /\bF\./g, 'fun.'],
      [/^import numpy as np$/m, 'import numpy', /\bnp\./g, 'numpy.'],
      [/^import jax\.numpy as jnp$/m, 'from jax import numpy as jn', /\bjnp\./g, 'jn.'],
      [/^import tensorflow as tf$/m, 'import tensorflow', /\btf\./g, 'tensorflow.'],
    ];
    const found = swaps.find(([statement, , use]) => statement.test(code) && use.test(code));
    return found ? code.replace(found[0], found[1]).replace(found[2], found[3]) : null;
  },
};

/** Every mutation that leaves the mathematics as it is. */
export const MUTATIONS: readonly Mutation[] = [renamed, named, helper, method, nested, spaced, aliased, ...SPELLINGS];
