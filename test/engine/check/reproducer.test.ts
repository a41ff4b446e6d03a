import assert from 'node:assert/strict';
import { reproducerOf } from '../../../src/engine/check/reproducer';
import { lifted } from '../lift/lifted';

const JAX = 'import functools\nimport jax\nimport jax.numpy as jnp\n\n\n';

/** The program for a loss of JAX that is infinite where `p` is 0. */
async function program(text: string): Promise<string> {
  const loss = await lifted(`${JAX}${text}`);
  const witness = { inputs: { p: [0, 0] }, dtype: 'float32', value: 'inf', gradients: { p: ['-inf', '-inf'] } } as const;
  const source = { path: 'losses.py', language: 'python', text: `${JAX}${text}` } as const;
  return reproducerOf(source, loss, witness, 'stability/log-zero-prob') ?? '';
}

describe('reproducers of what a source says', () => {
  it('call a function that is mapped over its first axes', async () => {
    assert.match(await program('@jax.vmap\ndef rows_loss(p):\n    return -jnp.log(p)\n'), /rows_loss\(p=p\)/);
  });

  it('write out a function that a map takes by place, and one that needs a map around it', async () => {
    const placed = await program('@functools.partial(\n    jax.vmap,\n    in_axes=[0],\n)\ndef placed_loss(p):\n    return -jnp.log(p)\n');
    assert.doesNotMatch(placed, /placed_loss/);
    assert.match(placed, /jnp\.log\(/);
    const summed = await program(
      'def summed_loss(p, shared=False):\n    if shared:\n        p = jax.lax.psum(p, axis_name="batch")\n\n    return -jnp.log(p).mean()\n',
    );
    assert.doesNotMatch(summed, /summed_loss/);
    assert.match(summed, /jnp\.log\(p\)/);
  });
});
