import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { repeatable } from '../../../src/engine/analyses/scalar/coordinate';
import { attack } from '../../fuzz/attack';
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
});
