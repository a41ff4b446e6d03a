import assert from 'node:assert/strict';
import { conventions } from '../../../src/engine/frameworks/torch/conventions';
import { formatOf } from '../../../src/engine/numerics/format';
import { ALL } from '../../../src/engine/numerics/interval';
import { type Attributes, type Kind, ShapeError, type Shape, type Signature } from '../../../src/engine/numerics/signature';
import { OPS } from '../../../src/engine/ops/index';
import type { Op, Operand } from '../../../src/engine/ops/op';
import { infer } from '../../../src/engine/ops/registry';

const SHAPES: readonly Shape[] = [[], [1], [3], [0], [2, 3], [3, 3], [1, 3], [2, 0], [2, 3, 3], [1, 1, 3, 3], [3, 2]];
const KINDS: readonly Kind[] = ['float', 'int', 'bool', 'float'];
const format = formatOf('float32');

const sizeOf = (shape: Shape): number => shape.reduce((product, size) => product * size, 1);

function operandOf({ shape, kind }: Signature): Operand {
  const values = Float64Array.from({ length: sizeOf(shape) }, (_, i) => (kind === 'float' ? i * 0.75 - 1 : i % 2));
  return { shape, kind, values };
}

/** Attributes as they are, and as no one should give them. */
function* attributesOf(op: Op): Generator<Attributes> {
  const names = Object.keys(op.attributes ?? {});
  yield {};
  for (const name of names) for (const value of [0, 1, -1, 2.5, [0], [1, 2], [-7], 'x', true, null, [[1, 0]]]) yield { [name]: value };
}

function* operandsOf(op: Op): Generator<Signature[]> {
  const arity = op.operands === 'variadic' ? 2 : op.operands.length;
  for (let i = 0; i < (arity === 1 ? SHAPES.length : 60); i++) {
    yield Array.from({ length: arity }, (_, k) => ({
      shape: SHAPES[(i * (2 * k + 1) + k * Math.floor(i / 10)) % SHAPES.length] ?? [],
      kind: KINDS[(i + k) % KINDS.length] ?? 'float',
    }));
  }
}

function check(op: Op, signatures: Signature[], attributes: Attributes): boolean {
  let inferred: Signature;
  try {
    inferred = infer(op.name, signatures, attributes);
  } catch (error) {
    assert.ok(
      error instanceof ShapeError,
      `${op.name} ${JSON.stringify(attributes)} of ${JSON.stringify(signatures)} throws ${String(error)}`,
    );
    return false;
  }
  const what = `${op.name} ${JSON.stringify(attributes)} of ${JSON.stringify(signatures)}`;
  const at = { operands: signatures.map(operandOf), attributes, shape: inferred.shape, format, conventions };
  const result = op.forward(at);
  assert.equal(result.length, sizeOf(inferred.shape), what);
  const gradients = op.backward({ ...at, result, gradient: new Float64Array(result.length).fill(1) });
  gradients.forEach((gradient, i) => assert.ok(gradient === null || gradient.length === at.operands[i]?.values.length, what));
  assert.ok(
    op.range(
      signatures.map(() => ALL),
      attributes,
      signatures,
    ),
    what,
  );
  return true;
}

describe('shapes and attributes of every kind', () => {
  for (const op of Object.values(OPS)) {
    it(`${op.name} computes what inference allows, and inference refuses the rest with a ShapeError`, () => {
      let computed = 0;
      for (const attributes of attributesOf(op))
        for (const signatures of operandsOf(op)) computed += Number(check(op, signatures, attributes));
      if (op.name !== 'einsum') assert.ok(computed > 0);
    });
  }
});
