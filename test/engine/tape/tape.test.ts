import assert from 'node:assert/strict';
import { Graph } from '../../../src/engine/ir/expression';
import { infer } from '../../../src/engine/ops/registry';
import { compile } from '../../../src/engine/tape/compile';
import { Machine } from '../../../src/engine/tape/machine';
import { slotFormats } from '../../../src/engine/tape/slot-formats';
import { Unreadable } from '../../../src/engine/tape/tape';
import { arithmeticOf } from '../ops/frameworks-under-test';

const DOUBLE = arithmeticOf('torch', 'float64');
const SINGLE = arithmeticOf('torch', 'float32');

describe('tape', () => {
  it('computes a shared node once and adds up its gradients', () => {
    const graph = new Graph(infer);
    const x = graph.parameter('x', [2], 'float');
    const square = graph.apply('multiply', [x, x]);
    const tape = compile([graph.apply('sum', [graph.apply('add', [square, square])])]);
    assert.equal(tape.slots.length, 4);
    const machine = new Machine(tape, DOUBLE);
    assert.deepEqual(machine.run({ x: [1, 3] })[3], Float64Array.of(20));
    assert.deepEqual(machine.pullBack(3)[0], Float64Array.of(4, 12));
  });

  it('is plain data', () => {
    const graph = new Graph(infer);
    const tape = compile([graph.apply('exp', [graph.parameter('x', [], 'float')])]);
    assert.deepEqual(structuredClone(tape), tape);
    assert.deepEqual(tape.inputs, { x: 0 });
  });

  it('rounds every result to the format and Python numbers not at all', () => {
    const graph = new Graph(infer);
    const x = graph.parameter('x', [], 'float');
    const almostOne = graph.apply('subtract', [graph.constant(1), graph.constant(1e-10)]);
    const root = graph.apply('subtract', [almostOne, x]);
    const tape = compile([root, almostOne]);
    const values = new Machine(tape, SINGLE).run({ x: 1 });
    assert.equal(values[tape.roots[0] ?? -1]?.[0], 0);
    assert.equal(values[tape.roots[1] ?? -1]?.[0], 1 - 1e-10);
  });

  it('takes only one side of a branch, forward and backward', () => {
    const graph = new Graph(infer);
    const x = graph.parameter('x', [], 'float');
    const unread = graph.opaque('helper', [x], []);
    const root = graph.apply('select', [graph.apply('greater', [x, graph.constant(0)]), graph.apply('sqrt', [x]), unread]);
    const tape = compile([root]);
    const machine = new Machine(tape, DOUBLE);
    const values = machine.run({ x: 4 });
    assert.equal(values[tape.roots[0] ?? -1]?.[0], 2);
    assert.equal(machine.pullBack(tape.roots[0] ?? -1)[tape.inputs['x'] ?? -1]?.[0], 0.25);
    assert.throws(
      () => machine.run({ x: -1 }),
      (error) => error instanceof Unreadable && error.what === 'helper',
    );
  });

  it('gives no nan through the side of a branch that is not taken', () => {
    const graph = new Graph(infer);
    const x = graph.parameter('x', [], 'float');
    const root = graph.apply('select', [
      graph.apply('greater', [x, graph.constant(0)]),
      graph.apply('log', [x]),
      graph.apply('multiply', [x, graph.constant(2)]),
    ]);
    const tape = compile([root]);
    const machine = new Machine(tape, DOUBLE);
    machine.run({ x: 0 });
    assert.equal(machine.pullBack(tape.roots[0] ?? -1)[tape.inputs['x'] ?? -1]?.[0], 2);
  });

  it('names what it cannot compute', () => {
    const graph = new Graph(infer);
    const machine = new Machine(compile([graph.apply('exp', [graph.opaque('model', [], [2])])]), DOUBLE);
    assert.throws(
      () => machine.run({}),
      (error) => error instanceof Unreadable && error.what === 'model',
    );
    const missing = new Machine(compile([graph.parameter('y', [2], 'float')]), DOUBLE);
    assert.throws(() => missing.run({}), /y/);
    assert.throws(() => missing.run({ y: [1, 2, 3] }), /3 elements instead of 2/);
  });

  it('reads random draws from the inputs', () => {
    const graph = new Graph(infer);
    const noise = graph.intern('random', [], { distribution: 'normal', serial: 3 }, [2], 'float');
    const tape = compile([graph.apply('exp', [noise])]);
    assert.deepEqual(new Machine(tape, DOUBLE).run({ 'normal#3': [0, 0] })[1], Float64Array.of(1, 1));
  });

  it('follows casts and promotes formats', () => {
    const graph = new Graph(infer);
    const x = graph.parameter('x', [2], 'float');
    const half = graph.apply('cast', [x], { format: 'float16' });
    const sum = graph.apply('add', [half, x]);
    const flag = graph.apply('greater', [half, graph.constant(0)]);
    const tape = compile([sum, flag, graph.apply('exp', [half])]);
    const formats = slotFormats(tape, 'float32');
    assert.deepEqual(
      tape.slots.map(({ op }, i) => [op, formats[i]]),
      [
        ['parameter', 'float32'],
        ['cast', 'float16'],
        ['add', 'float32'],
        ['constant', 'float64'],
        ['greater', 'float16'],
        ['exp', 'float16'],
      ],
    );
    const values = new Machine(tape, SINGLE).run({ x: [0.1, 12] });
    assert.deepEqual(values[1], Float64Array.of(0.0999755859375, 12));
    assert.deepEqual(values[5], Float64Array.of(1.10546875, Infinity));
  });

  it('rounds a gradient to the format of what receives it', () => {
    const graph = new Graph(infer);
    const x = graph.parameter('x', [], 'float');
    const root = graph.apply('multiply', [graph.apply('cast', [x], { format: 'float32' }), graph.constant(1e-9)]);
    const tape = compile([root]);
    const machine = new Machine(tape, arithmeticOf('torch', 'float16'));
    machine.run({ x: 1 });
    assert.equal(machine.pullBack(tape.roots[0] ?? -1)[tape.inputs['x'] ?? -1]?.[0], 0);
  });

  it('flushes subnormals where the framework does', () => {
    const graph = new Graph(infer);
    const tape = compile([graph.apply('exp', [graph.parameter('x', [], 'float')])]);
    assert.equal(new Machine(tape, arithmeticOf('jax', 'float32')).run({ x: -90 })[1]?.[0], 0);
    assert.notEqual(new Machine(tape, SINGLE).run({ x: -90 })[1]?.[0], 0);
  });

  it('gives integers no gradient', () => {
    const graph = new Graph(infer);
    const x = graph.parameter('x', [3], 'float');
    const index = graph.parameter('index', [1], 'int');
    const tape = compile([graph.apply('gather', [x, index])]);
    const machine = new Machine(tape, DOUBLE);
    machine.run({ x: [1, 2, 3], index: [1] });
    const gradients = machine.pullBack(tape.roots[0] ?? -1);
    assert.deepEqual(gradients[tape.inputs['x'] ?? -1], Float64Array.of(0, 1, 0));
    assert.equal(gradients[tape.inputs['index'] ?? -1], null);
  });
});
