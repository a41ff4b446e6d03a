import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { candidates } from '../../../src/engine/analyses/candidates';
import { inputsOf } from '../../../src/engine/analyses/inputs';
import { provedSafe } from '../../../src/engine/analyses/range';
import { Replay } from '../../../src/engine/analyses/replay';
import { liftSource } from '../../../src/engine/check/lift-source';
import { DEFAULT_OPTIONS } from '../../../src/engine/check/options';
import { FRAMEWORKS } from '../../../src/engine/frameworks';
import type { Loss } from '../../../src/engine/ir/loss';
import { testTools } from '../../support/tools';

/** Assignments that a loss is attacked with. */
const ATTACKS = 10;

/** Positions outside of an axis are refused by the frameworks. */
const LOOK_UPS = ['take', 'gather'];

async function fixtures(): Promise<Loss[]> {
  const tools = await testTools();
  const folders = ['jax'].map((framework) => `test/fixtures/losses/${framework}`);
  const paths = folders.flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`));
  const sources = paths
    .filter((path) => path.endsWith('.py'))
    .map((path) => ({ path, language: 'python', text: readFileSync(path, 'utf8') }) as const);
  return sources.flatMap((source) => liftSource(source, tools, DEFAULT_OPTIONS).lifted.map(({ loss }) => loss));
}

describe('what is proved safe', function () {
  this.timeout(60_000);

  it('breaks at none of the values that hazards are looked for at', async () => {
    let proved = 0;
    for (const loss of await fixtures()) {
      const { conventions, flushesSubnormals, defaultFormat: format } = FRAMEWORKS[loss.framework];
      const arithmetic = { format, conventions, flushesSubnormals };
      if (!loss.body || !provedSafe(loss, arithmetic)) continue;
      proved += 1;
      const inputs = inputsOf(loss);
      const replay = new Replay(loss.body, inputs, arithmetic);
      let left = ATTACKS;
      for (const assignment of candidates({ inputs, tier: 'extraordinary', format, benign: false })) {
        if (left-- === 0) break;
        const failure = replay.failure(assignment);
        const isRefused = failure !== null && LOOK_UPS.includes(failure.blame.node.op);
        assert.ok(failure === null || isRefused, `${loss.name}: ${failure?.breaks} at ${JSON.stringify(assignment.map((x) => [...x]))}`);
      }
    }
    assert.ok(proved > 40, String(proved));
  });
});
