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
  readonly dtype: 'float16' | 'bfloat16';
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly parameters: Readonly<Record<string, number | string | boolean | null>>;
  readonly value: unknown;
}

const CASES = JSON.parse(readFileSync('test/oracle/half-losses.json', 'utf8')) as readonly Case[];

/** Two steps of the format. */
const TOLERANCE = { float16: 2 ** -9, bfloat16: 2 ** -6 };

describe('losses in half precision have the values of PyTorch', () => {
  let tools: Tools;

  before(async () => {
    tools = await testTools();
  });

  CASES.forEach(({ path, name, dtype, inputs, parameters, value }) => {
    it(`${path}::${name} ${dtype}`, () => {
      const source = { path, language: 'python' as const, text: readFileSync(`test/fixtures/losses/${path}`, 'utf8') };
      const result = evaluate(source, name, { inputs, parameters, wrt: [] }, tools, { ...DEFAULT_OPTIONS, formats: [dtype] });
      assert.ok(!('problem' in result), 'problem' in result ? result.problem : '');
      assertClose(result.value, value, TOLERANCE[dtype], 'value');
    });
  });
});
