import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { evaluate } from '../../../src/engine/check/evaluate';
import { DEFAULT_OPTIONS } from '../../../src/engine/check/options';
import type { Tools } from '../../../src/engine/check/tools';
import { assertClose } from '../../support/close';
import { testTools } from '../../support/tools';

interface Case {
  readonly path: string;
  readonly name: string;
  readonly dtype: 'float64' | 'float32';
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly value: unknown;
  readonly gradients: Readonly<Record<string, unknown>>;
}

const CASES = JSON.parse(readFileSync('test/oracle/operations.json', 'utf8')) as readonly Case[];
const TOLERANCE = { float64: 1e-6, float32: 1e-4 };

describe('operations of the libraries have their values and gradients', () => {
  let tools: Tools;

  before(async () => {
    tools = await testTools();
  });

  CASES.forEach(({ path, name, dtype, inputs, value, gradients }) => {
    it(`${path}::${name} ${dtype}`, () => {
      const source = { path, language: 'python' as const, text: readFileSync(`test/fixtures/operations/${path}`, 'utf8') };
      const result = evaluate(source, name, { inputs, wrt: Object.keys(gradients) }, tools, { ...DEFAULT_OPTIONS, formats: [dtype] });
      assert.ok(!('problem' in result), 'problem' in result ? result.problem : '');
      assertClose(result.value, value, TOLERANCE[dtype], 'value');
      for (const [input, wanted] of Object.entries(gradients))
        assertClose(result.gradients[input], wanted, TOLERANCE[dtype], `gradient of ${input}`);
    });
  });
});
