import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { evaluationsWithin } from '../../../src/engine/analyses/cost';
import { judgeStability } from '../../../src/engine/analyses/stability';
import { conventions as jax } from '../../../src/engine/frameworks/jax/conventions';
import { conventions as torch } from '../../../src/engine/frameworks/torch/conventions';
import { interval } from '../../../src/engine/ir/domain';
import { tieGradientOf } from '../../../src/engine/analyses/tie-gradient';
import type { Expression } from '../../../src/engine/ir/expression';
import { LossBuilder } from './loss-builder';

const TORCH = { format: 'float32', flushesSubnormals: false, conventions: torch } as const;
const JAX = { format: 'float32', flushesSubnormals: true, conventions: jax } as const;

describe('stability', () => {
  it('blames the logarithm of a softmax and shows inputs that break it', () => {
    const b = new LossBuilder();
    const z = b.parameter('z', 'prediction');
    const log = b.op('log', [b.op('softmax', [z], { axis: -1 })]);
    const { answer, hazards } = judgeStability(b.loss(b.op('sum', [b.op('negative', [log])])), TORCH);
    assert.equal(answer, 'hazard');
    assert.deepEqual(
      hazards.map((h) => [h.node, h.phase, h.got, h.tier]),
      [[log, 'forward', -Infinity, 'ordinary']],
    );
    assert.ok(hazards[0]?.outcome.value.every((v) => !Number.isFinite(v)));
  });

  it('proves a squared error safe and says which narrower format breaks it', () => {
    const b = new LossBuilder();
    const d = b.op('subtract', [b.parameter('p', 'prediction'), b.parameter('y', 'target')]);
    const { answer, dtypes } = judgeStability(b.loss(b.op('mean', [b.op('square', [d])])), TORCH);
    assert.equal(answer, 'safe');
    assert.equal(dtypes().float32, 'ok');
    assert.equal(dtypes().bfloat16, 'ok');
    assert.match(dtypes().float16 ?? '', /= inf$/);
  });

  it('finds the gradient that where() poisons, and its repair clean', () => {
    const b = new LossBuilder();
    const x = b.parameter('x', 'prediction');
    const positive = b.op('greater', [x, 0]);
    const trap = b.op('sqrt', [x]);
    const trapped = judgeStability(b.loss(b.op('sum', [b.op('where', [positive, trap, x])])), TORCH);
    assert.deepEqual(
      trapped.hazards.map((h) => [h.node, h.breaks]),
      [[trap, 'gradient']],
    );
    const masked = b.op('sqrt', [b.op('where', [positive, x, 1])]);
    const repaired = judgeStability(b.loss(b.op('sum', [b.op('where', [positive, masked, x])])), TORCH);
    assert.deepEqual(repaired.hazards, []);
  });

  it('asks of an unknown argument what the loss needs of it', () => {
    const b = new LossBuilder();
    const sigma = b.parameter('sigma', 'other');
    const { answer, hazards, preconditions } = judgeStability(b.loss(b.op('mean', [b.op('log', [sigma])])), TORCH);
    assert.equal(answer, 'unknown');
    assert.deepEqual(hazards, []);
    assert.deepEqual(
      preconditions.map((p) => p.text),
      ['sigma > 0'],
    );
  });

  it('follows the conventions of the framework', () => {
    const normOf = (b: LossBuilder): ReturnType<LossBuilder['loss']> => b.loss(b.op('norm', [b.parameter('x', 'prediction')]));
    assert.equal(judgeStability(normOf(new LossBuilder()), TORCH).hazards.length, 0);
    assert.equal(judgeStability(normOf(new LossBuilder('jax')), JAX).hazards.length, 1);
  });

  it('knows that JAX flushes an epsilon that torch keeps', () => {
    const guarded = (b: LossBuilder): ReturnType<LossBuilder['loss']> => {
      const p = b.parameter('p', 'prediction', { domain: interval(0, 1), declared: true });
      return b.loss(b.op('sum', [b.op('log', [b.op('maximum', [p, 1e-40])])]));
    };
    assert.deepEqual(
      judgeStability(guarded(new LossBuilder('jax')), JAX).hazards.map((h) => h.got),
      [-Infinity],
    );
    assert.ok(judgeStability(guarded(new LossBuilder()), TORCH).hazards.every((h) => h.breaks === 'gradient'));
  });

  it('does not evaluate what takes more than its steps, and says that it does not know', () => {
    const b = new LossBuilder();
    const x = b.parameter('x', 'prediction', { shape: [1, 64, 64, 64] });
    const weights = Array.from({ length: 3 }, (_, i) => b.parameter(`w${i}`, 'hyperparameter', { shape: [64, 64, 3, 3] }));
    const net = weights.reduce((y, w) => b.op('conv2d', [y, w], { stride: [1, 1], padding: [1, 1], dilation: [1, 1], groups: 1 }), x);
    const loss = b.loss(b.op('mean', [b.op('log', [net])]));
    assert.equal(evaluationsWithin(1e6, loss.body as Expression), 0);
    assert.equal(judgeStability(loss, TORCH).answer, 'unknown');
    assert.equal(tieGradientOf(loss, TORCH, 0), null);
  });
});
