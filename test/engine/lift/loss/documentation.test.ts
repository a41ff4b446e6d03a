import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { liftLoss } from '../../../../src/engine/lift/loss/lift-loss';
import { codeRegions } from '../../../../src/engine/syntax/markdown/regions';

describe('documentation of .loss files', () => {
  const text = readFileSync(join(__dirname, '../../../../docs/loss-files.md'), 'utf8');
  const regions = codeRegions(text, () => false);

  it('shows losses that are read without an error', () => {
    const names = regions.flatMap((region) => {
      const { losses, errors } = liftLoss(region.text);
      assert.deepEqual(errors, [], region.text);
      for (const loss of losses) assert.equal(loss.status, 'full', `${loss.name}: ${JSON.stringify(loss.missing)}`);
      return losses.map((loss) => loss.name);
    });
    assert.deepEqual(names, ['huber', 'cross_entropy', 'softmax_cross_entropy', 'pick_first']);
  });

  it('names only functions that there are', () => {
    const names = [...text.matchAll(/`([a-z][a-z0-9_]*)`/g)].map((match) => match[1] ?? '');
    const functions = text.slice(text.indexOf('## Functions'));
    const listed = names.filter((name) => functions.includes(`\`${name}\``));
    assert.ok(listed.length > 15);
    for (const name of listed) {
      const readings = ['x', 'x, y', 'x, y, z'].map((args) => liftLoss(`f(x, y, z) = ${name}(${args})`).losses[0]?.status);
      assert.ok(readings.includes('full'), name);
    }
  });
});
