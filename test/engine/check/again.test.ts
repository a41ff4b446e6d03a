import assert from 'node:assert/strict';
import { StudyCache } from '../../../src/engine/check/cache';
import { check, checkSource, type Progress } from '../../../src/engine/check/check';
import { DEFAULT_OPTIONS } from '../../../src/engine/check/options';
import type { CheckOptions } from '../../../src/engine/check/options';
import type { FileReport } from '../../../src/engine/check/report';
import type { Tools } from '../../../src/engine/check/tools';
import { testTools } from '../../support/tools';

const TEXT = `import torch
import torch.nn.functional as F


def squared(a):
    return a ** 2


def bce(p, y):
    # the textbook's
    return -(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean()


def soft(logits, y):
    # losswright: logits: prediction
    p = torch.softmax(logits, dim=1)
    return -(y * torch.log(p)).sum(dim=1).mean()


def error(x, y):
    return squared(x - y).mean()
`;

/** One check after others with the same cache: what it told on its way, and its report. */
function again(text: string, tools: Tools, options: CheckOptions): { told: Progress[]; report: FileReport } {
  const steps = check({ path: 'x.py', language: 'python', text }, tools, options);
  const told: Progress[] = [];
  for (;;) {
    const step = steps.next();
    if (step.done) return { told, report: step.value.report };
    told.push(step.value);
  }
}

const EDITS: readonly (readonly [string, (text: string) => string])[] = [
  ['a line above', (text) => `x = 1\n\n${text}`],
  ['an import above', (text) => `import numpy as np\n${text}`],
  ['a comment above', (text) => `# losses\n${text}`],
  ['a comment inside', (text) => text.replace('    # the textbook', '    # one line\n    # two lines\n    # the textbook')],
  ['a comment at the end of a line', (text) => text.replace('dim=1)\n', 'dim=1)  # over classes\n')],
  ['blank lines between', (text) => text.replace('def soft', '\n\n\ndef soft')],
  ['a line below a helper', (text) => text.replace('def bce', 'x = 2\n\n\ndef bce')],
  ['a comment that silences', (text) => text.replace('.sum(dim=1).mean()', '.sum(dim=1).mean()  # losswright: ignore')],
];

describe('checking again what was edited', function () {
  this.timeout(60_000);
  const known = { ...DEFAULT_OPTIONS, cache: new StudyCache(100) };

  for (const [what, edit] of EDITS) {
    it(`analyses nothing again after ${what}, and reports as if it had`, async () => {
      const tools = await testTools();
      again(TEXT, tools, known);
      const { told, report } = again(edit(TEXT), tools, known);
      assert.deepEqual(told, [{ kind: 'read' }]);
      assert.deepEqual(report, checkSource({ path: 'x.py', language: 'python', text: edit(TEXT) }, tools, DEFAULT_OPTIONS).report);
    });
  }

  it('analyses again what calls a helper that changed, and nothing else', async () => {
    const tools = await testTools();
    again(TEXT, tools, known);
    const text = TEXT.replace('a ** 2', 'a ** 4');
    const { told, report } = again(text, tools, known);
    const early = told.flatMap((one) => (one.kind === 'faults' ? [one.report] : []));
    assert.deepEqual(
      early.map(({ losses }) => losses.filter(({ verdicts }) => verdicts === null).map(({ name }) => name)),
      [['error']],
    );
    assert.deepEqual(report, checkSource({ path: 'x.py', language: 'python', text }, tools, DEFAULT_OPTIONS).report);
  });

  for (const [what, edit] of [
    ['a caller gives scores', (text: string) => text.replace('torch.sigmoid(x)', 'x')],
    ['a line stands above a caller', (text: string) => text.replace('def step', 'x = 3\n\n\ndef step')],
    ['a caller turns gradients off', (text: string) => text.replace('def step', '@torch.no_grad()\ndef step')],
    ['a caller goes', (text: string) => text.replace(/def step[^]*/, '')],
    ['another caller comes', (text: string) => `${text}\n\ndef stride(y, w):\n    return bag_loss(y, w)\n`],
    ['a name stands for something else', (text: string) => text.replace('kept = 1', 'kept = 2')],
  ] as const)
    it(`reports as if nothing were known where ${what}`, async () => {
      const tools = await testTools();
      const text = `import torch\n\n\ndef bag_loss(logits, w):\n    return (w * torch.exp(3 * logits)).sum()\n\n\ndef step(x, w):\n    kept = 1\n    return kept * bag_loss(torch.sigmoid(x), w)\n`;
      const options = { ...DEFAULT_OPTIONS, cache: new StudyCache(100) };
      again(text, tools, options);
      const { report } = again(edit(text), tools, options);
      assert.deepEqual(report, checkSource({ path: 'x.py', language: 'python', text: edit(text) }, tools, DEFAULT_OPTIONS).report);
    });

  it('tells all faults before anything else', async () => {
    const { told, report } = again(TEXT, await testTools(), DEFAULT_OPTIONS);
    const faults = report.findings.filter(({ code, severity }) => /^(stability|gradient)/.test(code) && severity !== 'information');
    const [early] = told.flatMap((one) => (one.kind === 'faults' ? [one.report] : []));
    assert.ok(faults.length > 1);
    assert.deepEqual(early?.findings, faults);
  });

  it('looks at the loss under the caret first', async () => {
    const tools = await testTools();
    const steps = check({ path: 'x.py', language: 'python', text: TEXT }, tools, {
      ...DEFAULT_OPTIONS,
      cache: new StudyCache(2),
      caret: { line: 19, character: 4 },
    });
    const told = [steps.next(), steps.next()].map(({ value }) => value as Progress);
    assert.deepEqual(told, [{ kind: 'read' }, { kind: 'working', on: 'error' }]);
  });
});
