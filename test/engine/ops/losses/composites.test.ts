import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FRAMEWORKS } from '../../../../src/engine/frameworks/index';
import { type Expression, Graph } from '../../../../src/engine/ir/expression';
import { ShapeError, type Attribute, type Kind } from '../../../../src/engine/numerics/signature';
import { Refused } from '../../../../src/engine/ops/losses/build';
import { COMPOSITES } from '../../../../src/engine/ops/losses/index';
import { compositeNamed } from '../../../../src/engine/ops/losses/registry';
import { infer } from '../../../../src/engine/ops/registry';
import { compile } from '../../../../src/engine/tape/compile';
import { Machine } from '../../../../src/engine/tape/machine';

interface Plain {
  readonly shape: readonly number[];
  readonly values: readonly (number | string)[];
}

interface Case {
  readonly framework: 'torch' | 'jax' | 'tensorflow';
  readonly composite: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
  readonly tensors: Readonly<Record<string, Plain & { readonly kind: Kind }>>;
  readonly value: Plain;
  readonly gradients: Readonly<Record<string, Plain>>;
}

const CASES = JSON.parse(readFileSync(new URL('../../../oracle/composites.json', import.meta.url), 'utf8')) as readonly Case[];
const numbers = ({ values }: Plain): number[] =>
  values.map(Number).map((v, i) => (values[i] === 'inf' ? Infinity : values[i] === '-inf' ? -Infinity : v));

function expressionOf(entry: Case): Expression {
  const graph = new Graph(infer);
  const composite = compositeNamed(entry.composite);
  assert.ok(composite, entry.composite);
  const tensors = Object.entries(entry.tensors).map(([name, { shape, kind }]) => [name, graph.parameter(name, shape, kind)] as const);
  return composite.build<Expression>(graph, { ...defaultsOf(composite.parameters), ...entry.attributes, ...Object.fromEntries(tensors) });
}

/** The constants of a Python parameter list. */
function defaultsOf(parameters: string): Record<string, Attribute> {
  const words: Readonly<Record<string, Attribute>> = { None: null, True: true, False: false };
  const pairs = parameters.split(', ').flatMap((part): [string, Attribute][] => {
    const [name = '', value] = part.split('=');
    if (value === undefined) return [];
    return [[name, value in words ? (words[value] ?? null) : (JSON.parse(value.replaceAll("'", '"')) as Attribute)]];
  });
  return Object.fromEntries(pairs);
}

function run(entry: Case): { readonly value: readonly number[]; readonly gradients: Readonly<Record<string, readonly number[]>> } {
  const { conventions } = FRAMEWORKS[entry.framework];
  const tape = compile([expressionOf(entry)]);
  const machine = new Machine(tape, { format: 'float64', flushesSubnormals: false, conventions });
  const inputs = Object.fromEntries(Object.entries(entry.tensors).map(([name, tensor]) => [name, numbers(tensor)]));
  const root = tape.roots[0] ?? 0;
  const value = [...(machine.run(inputs)[root] ?? [])];
  const slopes = machine.pullBack(root);
  const gradients = Object.keys(entry.gradients).map(
    (name) => [name, [...(slopes[tape.inputs[name] ?? -1] ?? new Float64Array(inputs[name]?.length ?? 0))]] as const,
  );
  return { value, gradients: Object.fromEntries(gradients) };
}

function assertClose(actual: readonly number[], expected: readonly number[], what: string): void {
  assert.equal(actual.length, expected.length, `${what}: length`);
  const scale = Math.max(...expected.filter(Number.isFinite).map(Math.abs), 0);
  expected.forEach((wanted, i) => {
    const got = actual[i] ?? NaN;
    const same = Object.is(got, wanted) || got === wanted || Math.abs(got - wanted) <= 1e-9 * Math.abs(wanted) + 1e-12 * scale;
    assert.ok(same, `${what}[${i}]: ${got}, not ${wanted}`);
  });
}

/** Names that the fixtures of operations call, whose values are compared with the libraries' own. */
function calledInFixtures(): string[] {
  const folder = 'test/fixtures/operations';
  const sources = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  return sources.flatMap((source) => [...source.matchAll(/(\w+)\(/g)].map(([, name = '']) => name));
}

/** Last words of the names under which libraries call a composite; a divergence is told by the distributions that it is of. */
function spellingsOf(composite: string): string[] {
  const pair = /^kl_(\w+)$/.exec(composite)?.[1];
  if (pair) return [pair.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())];
  if (composite === 'weighted_logsumexp') return ['logsumexp'];
  return Object.values(FRAMEWORKS).flatMap(({ functions, classes, methods }) =>
    [
      ...Object.entries({ ...functions, ...methods }).filter(([, { means }]) => means === `loss:${composite}`),
      ...Object.entries(classes).filter(([, { call, methods: own = {} }]) =>
        [call, ...Object.values(own)].some(({ means }) => means === `loss:${composite}`),
      ),
    ].map(([name]) => name.split('.').pop() ?? name),
  );
}

describe('composite losses compute what the library computes', () => {
  CASES.forEach((entry, i) => {
    it(`${i + 1}: ${entry.composite} ${JSON.stringify(entry.attributes)}`, () => {
      const { value, gradients } = run(entry);
      assertClose(value, numbers(entry.value), 'value');
      for (const [name, wanted] of Object.entries(entry.gradients))
        assertClose(gradients[name] ?? [], numbers(wanted), `gradient of ${name}`);
    });
  });

  it('each have a case, here or among the operations', () => {
    const tried = new Set(CASES.map(({ composite }) => composite));
    const called = new Set(calledInFixtures());
    const untried = COMPOSITES.map(({ name }) => name).filter((name) => !tried.has(name));
    assert.deepEqual(
      untried.filter((name) => !spellingsOf(name).some((spelling) => called.has(spelling))),
      [],
    );
  });

  it('refuse what they do not model', () => {
    const graph = new Graph(infer);
    const x = graph.parameter('x', [2], 'float');
    assert.throws(() => compositeNamed('mse')?.build<Expression>(graph, { input: x, target: x, reduction: 'median' }), Refused);
    assert.throws(() => compositeNamed('mse')?.build<Expression>(graph, { input: x }), Refused);
  });

  it('refuse shapes that the library refuses', () => {
    const graph = new Graph(infer);
    const of = (name: string, ...shape: number[]): Expression => graph.parameter(name, shape, name === 'index' ? 'int' : 'float');
    const given = { input: of('x', 2, 3), target: of('y', 2, 1) };
    assert.throws(() => compositeNamed('bce_with_logits')?.build<Expression>(graph, given), ShapeError);
    assert.throws(() => compositeNamed('binary_cross_entropy')?.build<Expression>(graph, given), ShapeError);
    const weighed = { input: of('x', 2, 3), target: of('index', 2), weight: of('w', 2) };
    assert.throws(() => compositeNamed('cross_entropy')?.build<Expression>(graph, weighed), ShapeError);
    assert.throws(() => compositeNamed('nll')?.build<Expression>(graph, weighed), ShapeError);
  });
});
