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
  readonly parameters: Readonly<Record<string, number | string | boolean | null>>;
  readonly value: unknown;
  readonly gradients: Readonly<Record<string, unknown>>;
}

const CASES = ['losses', 'reach', 'told', 'sized', 'libraries', 'matched', 'chosen', 'older', 'further', 'functions'].flatMap(
  (name) => JSON.parse(readFileSync(`test/oracle/${name}.json`, 'utf8')) as readonly Case[],
);
const TOLERANCE = { float64: 1e-6, float32: 1e-4 };

describe('losses evaluate to what their framework computes', () => {
  let tools: Tools;

  before(async () => {
    tools = await testTools();
  });

  CASES.forEach(({ path, name, dtype, inputs, parameters, value, gradients }) => {
    it(`${path}::${name} ${JSON.stringify(parameters)} ${dtype}`, () => {
      const source = { path, language: 'python' as const, text: readFileSync(`test/fixtures/losses/${path}`, 'utf8') };
      const request = { inputs, parameters, wrt: Object.keys(gradients) };
      const result = evaluate(source, name, request, tools, { ...DEFAULT_OPTIONS, formats: [dtype] });
      assert.ok(!('problem' in result), 'problem' in result ? result.problem : '');
      assertClose(result.value, value, TOLERANCE[dtype], 'value');
      for (const [input, wanted] of Object.entries(gradients))
        assertClose(result.gradients[input], wanted, TOLERANCE[dtype], `gradient of ${input}`);
    });
  });
});
