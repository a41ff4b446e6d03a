import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { evaluate } from '../../../src/engine/check/evaluate';
import { DEFAULT_OPTIONS } from '../../../src/engine/check/options';
import { PACKAGES } from '../../../src/engine/frameworks/packages/packages';
import { assertClose } from '../../support/close';
import { testTools } from '../../support/tools';
import { lifted, parsed, print } from './lifted';
import type { PyNode } from '../../../src/engine/syntax/python/node';

const HEAD = 'import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\n';

const unread = (node: PyNode): boolean => node.type === 'ERROR' || node.children.some(unread);

describe('libraries that are told in Python', () => {
  Object.entries(PACKAGES).forEach(([name, text]) => {
    it(`${name} is Python that is read`, async () => {
      assert.equal(unread((await parsed(text)).root), false);
    });
  });

  it('makes the weights of layers inputs with names of their own', async () => {
    const { packages } = await testTools();
    const loss = await lifted(
      `${HEAD}class TwoLayerLoss(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Linear(3, 4)
        self.second = nn.Linear(4, 1, bias=False)

    def forward(self, x):
        return self.second(torch.relu(self.first(x))).mean()
`,
      { packages },
    );
    assert.equal(loss.status, 'full');
    assert.deepEqual(
      loss.parameters.map(({ name }) => name),
      ['x', 'self.weight', 'self.bias', 'self.weight#2'],
    );
  });

  it('asks for the functions of the arrays at hand', async () => {
    const { packages } = await testTools();
    const text = `import array_api_compat

def kept_loss(x, y):
    xp = array_api_compat.array_namespace(x, y)
    return xp.mean(xp.where(xp.abs(x - y) < 1.0, (x - y) ** 2, xp.abs(x - y)))
`;
    assert.equal((await lifted(text, { packages })).status, 'full');
  });

  const filters = JSON.parse(readFileSync('test/oracle/mel.json', 'utf8')) as readonly {
    readonly arguments: Readonly<Record<string, number | boolean | null>>;
    readonly filters: readonly (readonly number[])[];
  }[];
  for (const { arguments: given, filters: wanted } of filters)
    it(`mel filters are those of librosa ${JSON.stringify(given)}`, async () => {
      const python = (value: number | boolean | null): string => (value === null ? 'None' : value === true ? 'True' : String(value));
      const args = Object.entries(given).map(([name, value]) => `${name}=${python(value)}`);
      const text = `import librosa\nimport torch\ndef mel_loss(x):\n    return torch.from_numpy(librosa.filters.mel(${args.join(', ')})).float() @ x\n`;
      const ones = wanted[0]?.map((_, row, all) => all.map((__, column) => Number(row === column))) ?? [];
      const source = { path: 'mel.py', language: 'python' as const, text };
      const result = evaluate(source, 'mel_loss', { inputs: { x: ones } }, await testTools(), DEFAULT_OPTIONS);
      assert.ok(!('problem' in result), JSON.stringify(result));
      assertClose(result.value, wanted, 1e-5, 'filters');
    });

  it('speaks of the place in the author’s text where a library stops', async () => {
    const { packages } = await testTools();
    const text = `${HEAD}\n\ndef warp_loss(x, grid):\n    return F.grid_sample(x, grid, mode="bicubic").mean()\n`;
    const [gap] = (await lifted(text, { packages })).missing;
    assert.ok(gap && gap.span.source === undefined);
    assert.ok(text.slice(gap.span.start, gap.span.end).includes('grid_sample'));
  });

  it('takes the device of a tensor for nothing that makes it an object', async () => {
    const loss = await lifted(`${HEAD}def moved_loss(x, y):\n    device = x.device\n    return (x.clone() - y.to(device)).abs().mean()\n`);
    assert.equal(print(loss.body), 'mean(abs(subtract(x, y)))');
  });

  it('takes the loss of what is returned, by its name where the first has none', async () => {
    const returned = async (values: string): Promise<string> =>
      print(
        (
          await lifted(
            `${HEAD}def any_loss(x, y):\n    d = x - y\n    l1_loss = d.abs().sum()\n    total = l1_loss + 1\n    return ${values}\n`,
          )
        ).body,
      );
    assert.equal(await returned('d, l1_loss'), 'sum(abs(subtract(x, y)))');
    assert.equal(await returned('x, l1_loss, total'), 'add(sum(abs(subtract(x, y))), 1)');
    assert.equal(await returned('l1_loss, total'), 'sum(abs(subtract(x, y)))');
    assert.equal(await returned('(d ** 2).sum(), d'), 'sum(power(subtract(x, y), 2))');
  });
});
