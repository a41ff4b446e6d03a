import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StudyCache } from '../../../src/engine/check/cache';
import { checkSource } from '../../../src/engine/check/check';
import { LastParse } from '../../../src/engine/check/last-parse';
import { DEFAULT_OPTIONS } from '../../../src/engine/check/options';
import { inOrder, type Expression } from '../../../src/engine/ir/expression';
import type { Loss } from '../../../src/engine/ir/loss';
import { liftPython, type LiftResult } from '../../../src/engine/lift/lift-python';
import { Readings } from '../../../src/engine/lift/losses/readings';
import type { PyModule } from '../../../src/engine/syntax/python/node';
import { testTools } from '../../support/tools';

const FOLDER = join(__dirname, '../../fixtures/losses');
const FILES = ['torch', 'jax', 'tensorflow', 'numpy'].flatMap((folder) =>
  readdirSync(join(FOLDER, folder)).map((name) => `${folder}/${name}`),
);

/** Edits a file each gets; by hand, more: `EDITS=200 npx mocha test/engine/check/edited.test.ts`. */
const EDITS = Number(process.env['EDITS'] ?? 2);

/** Files that are small enough to be judged as a whole after each edit. */
const JUDGED = ['torch/penalties.py', 'jax/reach.py', 'tensorflow/overlap.py'];

/** Whole numbers below a bound, the same ones each time. */
function chooser(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Choose = (below: number) => number;
type Edit = (lines: readonly string[], choose: Choose) => readonly string[];

const replaced = (lines: readonly string[], at: number, count: number, ...by: readonly string[]): readonly string[] => [
  ...lines.slice(0, at),
  ...by,
  ...lines.slice(at + count),
];
const indentAt = (lines: readonly string[], at: number): string => /^\s*/.exec(lines[at] ?? '')?.[0] ?? '';

/** What people do to a file. */
const KINDS: readonly Edit[] = [
  (lines, choose) => replaced(lines, choose(lines.length), 0, ''),
  (lines, choose) => {
    const at = choose(lines.length);
    return replaced(lines, at, 0, `${indentAt(lines, at)}# what comes next`);
  },
  (lines, choose) => replaced(lines, choose(lines.length), 1),
  (lines, choose) => {
    const at = choose(lines.length);
    return replaced(
      lines,
      at,
      1,
      (lines[at] ?? '').replace(/\d+/, (digits) => String(Number(digits) + 1)),
    );
  },
  (lines, choose) => {
    const at = choose(lines.length);
    const line = lines[at] ?? '';
    return replaced(lines, at, 1, line.slice(0, choose(line.length + 1)));
  },
  (lines, choose) => {
    const at = choose(lines.length);
    return replaced(lines, at, 1, (lines[at] ?? '').replace(/\bmean\b/, 'sum'));
  },
  (lines, choose) => {
    const at = choose(lines.length);
    return replaced(lines, at, 0, lines[at] ?? '');
  },
  (lines) => ['import math', ...lines],
  (lines, choose) => {
    const [first, second] = [choose(lines.length), choose(lines.length)].sort((a, b) => a - b) as [number, number];
    return [...lines.slice(second), '', '', ...lines.slice(first, second), ...lines.slice(0, first)];
  },
  (lines, choose) => {
    const defined = lines.flatMap((line) => /^(?:def|class) (\w+)/.exec(line)?.[1] ?? []);
    const name = defined[choose(defined.length)] ?? 'x';
    return lines.map((line) => line.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), `${name}_`));
  },
  (lines, choose) => {
    const at = choose(lines.length);
    return replaced(lines, at, 1, `${lines[at] ?? ''}  # losswright: x in (0, 1)`);
  },
];

/** The texts that a file becomes edit by edit; every third edit is undone. */
function* edited(text: string, seed: number): Generator<string> {
  const choose = chooser(seed);
  let lines: readonly string[] = text.split('\n');
  for (let i = 0; i < EDITS; i++) {
    const before = lines;
    lines = (KINDS[choose(KINDS.length)] as Edit)(lines, choose);
    yield lines.join('\n');
    if (i % 3 !== 2) continue;
    lines = before;
    yield lines.join('\n');
  }
}

/** A loss with its graphs written out. */
function written(value: unknown): string {
  const graphs = new Map<Expression, readonly unknown[]>();
  const isNode = (one: unknown): one is Expression => typeof one === 'object' && one !== null && 'op' in one && 'args' in one;
  const graph = (root: Expression): readonly unknown[] => {
    const nodes = inOrder(root);
    const number = new Map(nodes.map((node, i) => [node, i]));
    return nodes.map((node) => [
      node.op,
      node.args.map((one) => number.get(one)),
      JSON.stringify(node.attributes, plain),
      node.shape,
      node.kind,
    ]);
  };
  const shown = (key: string, one: unknown): unknown => {
    if (key === 'graph') return undefined;
    if (!isNode(one)) return plain(key, one);
    const known = graphs.get(one) ?? graph(one);
    graphs.set(one, known);
    return known;
  };
  return JSON.stringify(value, shown, 1);
}

/** What JSON cannot hold. */
function plain(_key: string, one: unknown): unknown {
  if (typeof one === 'number' && (!Number.isFinite(one) || Object.is(one, -0))) return `#${Object.is(one, -0) ? '-0' : one}`;
  return one;
}

const THREE = `import torch

EPS = 1e-6


def soft(a):
    return torch.softmax(a, dim=1)


def first_loss(z, y):
    return ((z - y) ** 2).mean()


def second_loss(z, y):
    return -(y * torch.log(soft(z) + EPS)).sum(dim=1).mean()


def third_loss(p, y):
    return -(y * torch.log(p)).mean()
`;

/** Which losses of two texts were read anew in the second. */
async function readAnew(before: string, after: string): Promise<readonly string[]> {
  const { python } = await testTools();
  const [parse, readings] = [new LastParse(), new Readings()];
  const read = (text: string): readonly Loss[] => liftPython(parse.module(text, python), text, { readings }).losses;
  const known = new Set(read(before).map(({ graph }) => graph));
  const anew = read(after).filter(({ graph }) => !known.has(graph));
  parse.dispose();
  return anew.map(({ name }) => name);
}

describe('a file that is edited', function () {
  this.timeout(120_000 + 5_000 * EDITS);

  it('has only those losses read anew that changed, or that rely on what changed', async () => {
    assert.deepEqual(await readAnew(THREE, `# about losses\n${THREE}`), []);
    assert.deepEqual(await readAnew(THREE, THREE.replace('** 2', '** 4')), ['first_loss']);
    assert.deepEqual(await readAnew(THREE, THREE.replace('1e-6', '1e-7')), ['second_loss']);
    assert.deepEqual(await readAnew(THREE, THREE.replace('dim=1)\n\n\ndef first', 'dim=-1)\n\n\ndef first')), ['second_loss']);
    assert.deepEqual(await readAnew(THREE, THREE.replace('def third', '# losswright: p in (0, 1)\ndef third')), ['third_loss']);
  });

  it('has a loss read anew when a file that it imports from was, and asks for that file as before', async () => {
    const { python } = await testTools();
    const text = 'import torch\nfrom helper import soft\n\n\ndef some_loss(z, y):\n    return -(y * torch.log(soft(z))).mean()\n';
    const moduleOf = (dim: number): PyModule => {
      const parsed = python.parse(`import torch\n\n\ndef soft(z):\n    return torch.softmax(z, dim=${dim})\n`);
      parsed.dispose();
      return parsed.module;
    };
    const [parse, readings] = [new LastParse(), new Readings()];
    const read = (module: PyModule | undefined): LiftResult =>
      liftPython(parse.module(text, python), text, {
        readings,
        modules: (name) => (module && name === 'helper' ? { module, path: 'helper.py' } : undefined),
      });
    const [first, second] = [moduleOf(0), moduleOf(1)];
    const results = [undefined, undefined, first, first, second].map(read);
    const graphs = results.map(({ losses }) => losses[0]?.graph);
    assert.deepEqual([graphs[0] === graphs[1], graphs[2] === graphs[3]], [true, true]);
    assert.equal(new Set(graphs).size, 3);
    assert.deepEqual(
      results.map(({ wanted }) => wanted.includes('helper')),
      [true, true, false, false, false],
    );
    parse.dispose();
  });

  FILES.forEach((path, seed) => {
    it(`is read as if it had never been another: ${path}`, async () => {
      const { python } = await testTools();
      const [parse, readings] = [new LastParse(), new Readings()];
      for (const text of edited(readFileSync(join(FOLDER, path), 'utf8'), seed)) {
        const anew = python.parse(text);
        anew.dispose();
        const again = liftPython(parse.module(text, python), text, { path, readings });
        assert.equal(written(again), written(liftPython(anew.module, text, { path })));
      }
      parse.dispose();
    });
  });

  JUDGED.forEach((path, seed) => {
    it(`is judged as if it had never been another: ${path}`, async () => {
      const tools = await testTools();
      const known = { ...DEFAULT_OPTIONS, parse: new LastParse(), readings: new Readings(), cache: new StudyCache(100) };
      for (const text of edited(readFileSync(join(FOLDER, path), 'utf8'), 100 + seed)) {
        const source = { path, language: 'python', text } as const;
        assert.equal(JSON.stringify(checkSource(source, tools, known)), JSON.stringify(checkSource(source, tools, DEFAULT_OPTIONS)));
      }
      known.parse.dispose();
    });
  });
});
