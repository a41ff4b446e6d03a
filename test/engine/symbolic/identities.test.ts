import assert from 'node:assert/strict';
import { liftLoss } from '../../../src/engine/lift/loss/lift-loss';
import { IDENTITIES } from '../../../src/engine/symbolic/identities';
import { evaluateLoss, generator } from '../../support/evaluate-loss';

const sideOf = (formula: string) => {
  const [loss] = liftLoss(`f(a, b, c) = ${formula}`).losses;
  assert.ok(loss, formula);
  return (point: Record<string, number>) => evaluateLoss(loss, point)[0] ?? NaN;
};

describe('symbolic identities', () => {
  for (const [left, right] of IDENTITIES) {
    it(`${left} = ${right}`, () => {
      const random = generator(3);
      const [one, other] = [sideOf(left), sideOf(right)];
      let compared = 0;
      for (let i = 0; i < 60; i++) {
        const point = { a: 6 * random() - 3, b: 6 * random() - 3, c: 6 * random() - 3 };
        if (left.startsWith('clip') && !left.includes('b)')) point.b = -5;
        if (left.startsWith('bounded')) point.a = (point.a + 3) / 6;
        const [x, y] = [one(point), other(point)];
        if (!Number.isFinite(x)) continue;
        compared++;
        assert.ok(Math.abs(x - y) <= 1e-9 * Math.max(1, Math.abs(x)), `${JSON.stringify(point)}: ${x} and ${y}`);
      }
      assert.ok(compared >= 15, `${compared} points`);
    });
  }
});
