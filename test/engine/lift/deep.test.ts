import assert from 'node:assert/strict';
import { lift, print } from './lifted';

const HEAD = 'import jax\nimport jax.numpy as jnp\n\n\n';

/** The losses of a program: names, states and bodies. */
async function told(text: string): Promise<Record<string, string>> {
  const { losses } = await lift(HEAD + text);
  return Object.fromEntries(losses.map(({ name, status, body }) => [name, status === 'full' ? print(body) : status]));
}

describe('losses that stand deep in a program', () => {
  it('are read as what is around them defines them, whatever that does afterwards', async () => {
    const program = `def learner(net, scale=2.0):
    def update(state, batch):
        offset = 3.0
        def step(params, data):
            half = scale / 4
            def gap_loss(params, target):
                return half * jnp.sum((net(params) - target + offset) ** 2)
            grads = jax.grad(gap_loss)(params, data)
            raise RuntimeError(grads)
        return jax.lax.scan(step, state, batch)
    return update
`;
    assert.deepEqual(await told(program), {
      'learner.update.step.gap_loss': 'multiply(divide(scale, 4), sum(power(add(subtract(net(params), target), 3), 2)))',
    });
  });

  it('may stand in a constructor, or in a method of what it made', async () => {
    const program = `class Trainer:
    def __init__(self, rate):
        self.rate = rate
        def first_loss(w, x):
            return self.rate * jnp.sum(w * x)
        self.first = jax.grad(first_loss)

    def later(self, net):
        def second_loss(w):
            return jnp.sum(net(w)) / self.rate
        return jax.jit(jax.grad(second_loss))
`;
    assert.deepEqual(await told(program), {
      'Trainer.__init__.first_loss': 'multiply(rate, sum(multiply(w, x)))',
      'Trainer.later.second_loss': 'divide(sum(net(w)), rate)',
    });
  });

  it('are none where nothing is trained with them', async () => {
    const program = `class Reader:
    def read(self, x):
        def shown_loss(y):
            return jnp.sum(x - y)
        return {"loss": float(shown_loss(0.0))}
`;
    assert.deepEqual(await told(program), {});
  });
});
