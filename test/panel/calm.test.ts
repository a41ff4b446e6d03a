import assert from 'node:assert/strict';
import { PATIENCE, waitBefore } from '../../src/editor/calm';
import type { FileReport, Finding, LossReport } from '../../src/engine/check/report';

const at = (line: number) => ({ start: { line, character: 4 }, end: { line, character: 9 } });

function finding(fingerprint: string, line: number): Finding {
  const said = { code: 'stability/a', severity: 'error', loss: 'f', messageId: 'a', arguments: {}, message: '' } as const;
  return { ...said, range: at(line), related: [], fingerprint, fixes: [], documentation: '' };
}

function report(findings: readonly Finding[], status: 'full' | 'partial' = 'full'): FileReport {
  const range = { start: { line: 2, character: 0 }, end: { line: 9, character: 0 } };
  const nothing = {
    parameters: [],
    options: [],
    preconditions: [],
    dtypes: {},
    formula: null,
    gradients: {},
    verdicts: null,
    shapes: {},
    recognised: null,
  };
  const loss: LossReport = { name: 'f', kind: 'function', framework: 'torch', range, translation: { status, missing: [] }, ...nothing };
  return { path: 'a.py', language: 'python', losses: [loss], findings };
}

describe('calm', () => {
  it('shows a first report at once', () => {
    assert.equal(waitBefore(undefined, report([finding('a', 5)]), { line: 5, sinceEdit: 10 }), 0);
  });

  it('lets a new complaint about the loss under the caret wait', () => {
    assert.equal(waitBefore(report([]), report([finding('a', 7)]), { line: 5, sinceEdit: 200 }), PATIENCE - 200);
    assert.equal(waitBefore(report([]), report([finding('a', 5)]), { line: 5, sinceEdit: 200 }), PATIENCE - 200);
    assert.equal(waitBefore(report([]), report([finding('a', 5)]), { line: 5, sinceEdit: PATIENCE + 1 }), 0);
  });

  it('shows what is known, and what is elsewhere, at once', () => {
    assert.equal(waitBefore(report([finding('a', 5)]), report([finding('a', 5)]), { line: 5, sinceEdit: 10 }), 0);
    assert.equal(waitBefore(report([]), report([finding('a', 12)]), { line: 14, sinceEdit: 10 }), 0);
    assert.equal(waitBefore(report([]), report([finding('a', 5)]), { line: null, sinceEdit: 10 }), 0);
  });

  it('keeps the findings of a loss that is half typed until the caret leaves it', () => {
    const before = report([finding('a', 5)]);
    assert.equal(waitBefore(before, report([], 'partial'), { line: 4, sinceEdit: 5000 }), 'caret');
    assert.equal(waitBefore(before, { ...report([]), losses: [] }, { line: 4, sinceEdit: 10 }), 'caret');
    assert.equal(waitBefore(before, report([], 'partial'), { line: 12, sinceEdit: 10 }), 0);
  });
});
