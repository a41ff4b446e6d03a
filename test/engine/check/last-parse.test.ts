import assert from 'node:assert/strict';
import { checkSource } from '../../../src/engine/check/check';
import { LastParse } from '../../../src/engine/check/last-parse';
import { DEFAULT_OPTIONS } from '../../../src/engine/check/options';
import { testTools } from '../../support/tools';

const TEXT = 'import torch\n\n\ndef loss(p, y):\n    q = torch.sigmoid(p)\n    return -(y * torch.log(q)).mean()\n';

describe('parsing again what was typed into', () => {
  it('reports the same as a fresh parse, whatever came before', async () => {
    const tools = await testTools();
    const parse = new LastParse();
    const edits = [TEXT, TEXT.replace('log(q)', 'log(q + 1e-6)'), TEXT.replace('torch.log', 'torch.'), `# above\n${TEXT}`, '', TEXT];
    for (const text of edits) {
      const source = { path: 'x.py', language: 'python', text } as const;
      const again = checkSource(source, tools, { ...DEFAULT_OPTIONS, parse });
      assert.deepEqual(again, checkSource(source, tools, DEFAULT_OPTIONS));
    }
    parse.dispose();
  });
});
