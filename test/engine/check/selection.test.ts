import assert from 'node:assert/strict';
import { DEFAULT_OPTIONS } from '../../../src/engine/check/options';
import type { Finding } from '../../../src/engine/check/report';
import { selected } from '../../../src/engine/check/selection';

const finding: Finding = {
  code: 'stability/log-zero-prob',
  severity: 'error',
  loss: 'f',
  messageId: 'log-zero-prob.ordinary',
  arguments: {},
  message: '',
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
  related: [],
  fingerprint: '',
  fixes: [],
  documentation: '',
};

describe('selection of findings', () => {
  it('keeps all by default', () => assert.equal(selected(finding, DEFAULT_OPTIONS), finding));

  it('selects and ignores by code, group or everything', () => {
    assert.equal(selected(finding, { ...DEFAULT_OPTIONS, select: ['gradient'] }), null);
    assert.equal(selected(finding, { ...DEFAULT_OPTIONS, select: ['stability'] }), finding);
    assert.equal(selected(finding, { ...DEFAULT_OPTIONS, ignore: ['stability/log-zero-prob'] }), null);
    assert.equal(selected(finding, { ...DEFAULT_OPTIONS, ignore: ['stability/log-zero'] }), finding, 'a prefix ends at a slash');
    assert.equal(selected(finding, { ...DEFAULT_OPTIONS, ignore: ['*'] }), null);
  });

  it('lets the longest prefix set the severity, and drops what is below the threshold', () => {
    const severity = { stability: 'off', 'stability/log-zero-prob': 'warning' };
    assert.equal(selected(finding, { ...DEFAULT_OPTIONS, severity })?.severity, 'warning');
    assert.equal(selected(finding, { ...DEFAULT_OPTIONS, severity: { stability: 'off' } }), null);
    assert.equal(selected(finding, { ...DEFAULT_OPTIONS, severity, minSeverity: 'error' }), null);
  });
});
