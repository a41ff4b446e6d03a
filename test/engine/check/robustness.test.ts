import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSource } from '../../../src/engine/check/check';
import type { Language } from '../../../src/engine/check/language';
import { DEFAULT_OPTIONS } from '../../../src/engine/check/options';
import type { Tools } from '../../../src/engine/check/tools';
import { testTools } from '../../support/tools';

const FIXTURE = readFileSync(join(__dirname, '../../fixtures/losses/torch/classification.py'), 'utf8');
const SHORT = 'import torch\n\n\ndef loss(p, y):\n    q = torch.sigmoid(p)\n    return -(y * torch.log(q)).mean()\n';

describe('texts of any kind', () => {
  let tools: Tools;
  before(async () => (tools = await testTools()));

  /** No exception, and no defect caught on the way. */
  function survives(text: string, language: Language = 'python'): number {
    const { report, problem } = checkSource({ path: 'x', language, text }, tools, DEFAULT_OPTIONS);
    assert.ok(problem === null || !problem.includes('internal error'), problem ?? '');
    return report.losses.length;
  }

  it('is silent on an empty file, in every language', () => {
    for (const language of ['python', 'loss', 'markdown'] as const) assert.equal(survives('', language), 0);
    assert.equal(survives('{"cells": []}', 'notebook'), 0);
  });

  it('reads code as it is being typed', () => {
    for (let length = 0; length <= SHORT.length; length += 3) survives(SHORT.slice(0, length));
  });

  it('reads code with any character missing', () => {
    for (let at = 0; at < SHORT.length; at += 5) survives(SHORT.slice(0, at) + SHORT.slice(at + 1));
  });

  it('finds what is whole beside a syntax error on every other line', () => {
    const broken = Array.from({ length: 40 }, (_, i) => `x${i} = = (${i}\n`).join('');
    assert.equal(survives(`${broken}\n${SHORT}`), 1);
    survives(
      FIXTURE.split('\n')
        .map((line) => `${line} )(`)
        .join('\n'),
    );
  });

  it('takes control characters, lone surrogates and odd line ends', () => {
    survives(SHORT.replace('torch.log', 'torch.\0log'));
    survives(`${SHORT}\ud800\n# \udfff`);
    survives(SHORT.replace(/\n/g, '\r'));
    assert.equal(survives(SHORT.replace(/\n/g, '\r\n')), 1);
    assert.equal(survives(`\ufeff${SHORT}`), 1);
  });

  it('takes nesting deeper than any stack', () => {
    survives(`def loss(x):\n    return ${'('.repeat(20_000)}x${')'.repeat(20_000)}\n`);
    survives(`def loss(x):\n    return ${'-'.repeat(20_000)}x\n`);
    survives(`loss(x) = ${'('.repeat(5_000)}x`, 'loss');
    survives('> '.repeat(3_000), 'markdown');
    survives(`${'['.repeat(5_000)}`, 'notebook');
  });

  it('takes a megabyte', () => {
    const rows = `DATA = [\n${'    0.123, 4.567, 8.901,\n'.repeat(40_000)}]\n`;
    assert.ok(rows.length > 1_000_000);
    assert.equal(survives(`${rows}\n\n${SHORT}`), 1);
  }).timeout(20_000);

  it('ends a loss that never ends', () => {
    survives('import torch\n\n\ndef loss(x):\n    while True:\n        x = x + 1\n    return x\n');
    survives('def loss(x):\n    return loss(x - 1)\n');
    survives('def loss(x):\n    for i in range(10 ** 9):\n        x = x * x\n    return x\n');
  });
});
