import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { repeatable } from '../../../src/engine/analyses/scalar/coordinate';
import { attack } from '../../fuzz/attack';
import { slopeContradictions } from '../../fuzz/slopes';
import { randomLoss } from '../../fuzz/expressions';
import { lossOf } from './labelled-cases';

describe('random expressions', function () {
  this.timeout(60000);

  it('no proof is contradicted by numbers', () => {
    const random = repeatable(2024);
    const contradictions: string[] = [];
    for (let i = 0; i < 60; i++) {
      const { expression, domains, wrt } = randomLoss(random);
      const found = attack(lossOf(expression, domains, wrt), random, 300).contradictions;
      contradictions.push(...found.map((text) => `${expression} ${JSON.stringify(domains)} wrt ${wrt.join()}: ${text}`));
    }
    assert.deepEqual(contradictions, []);
  });

  for (const [expression, claimed] of [
    ['sign(x)', 'kink'],
    ['abs(x)', 'C1'],
    ['x * abs(x)', 'C2'],
    ['max(0, x - 1)^2 + exp(x)', 'smooth'],
  ] as const) {
    it(`${expression} is no ${claimed} function, and numbers show it`, () => {
      const loss = lossOf(expression, { x: 'R' }, ['x']);
      assert.equal(slopeContradictions(loss, claimed).length, 1);
    });
  }

  for (const expression of [
    'log(exp((x - 4) * exp(3 * x)) + exp(3.5 * sigmoid(x - 0.5)))^2',
    'log(2 + sin(cosh((4 * x)^2 / (1 + exp(-x)))))',
  ]) {
    it(`a turn within less than the steps of the attack contradicts nothing: ${expression}`, () => {
      assert.deepEqual(slopeContradictions(lossOf(expression, { x: 'R' }, ['x']), 'smooth'), []);
    });
  }
});
