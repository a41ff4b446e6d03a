import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { checkSource } from '../../../src/engine/check/check';
import { DEFAULT_OPTIONS } from '../../../src/engine/check/options';
import { createTools } from '../../../src/engine/check/tools';

const wasm = (path: string): Uint8Array => new Uint8Array(readFileSync(`node_modules/${path}`));

describe('preconditions in the report', () => {
  it('stand at the operation that asks', async () => {
    const tools = await createTools({
      runtime: wasm('web-tree-sitter/web-tree-sitter.wasm'),
      grammar: wasm('tree-sitter-python/tree-sitter-python.wasm'),
    });
    const text = 'import torch\n\n\ndef scale_loss(pred, sigma):\n    half = 0.5 * pred\n    return (half + torch.log(sigma)).mean()\n';
    const { report } = checkSource({ path: 'losses.py', language: 'python', text }, tools, DEFAULT_OPTIONS);
    assert.deepEqual(report.losses[0]?.preconditions, [{ text: 'sigma > 0', breaks: 'log(sigma) = -inf', line: 5 }]);
  });
});
