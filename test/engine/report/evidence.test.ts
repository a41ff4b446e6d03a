import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { evidence } from '../../../src/engine/report/evidence/evidence';

/** Reasons as the analyses give them for the losses of the fixtures. */
const REASONS = [
  'composed of smooth operations on the whole domain',
  'composed of smooth operations wherever it is defined',
  'each part looked at along its own variable',
  'every operation stays in its domain and in range over the stated domains',
  'no input was found that breaks it, and no proof that none does',
  "midway between the two points the value is 0.577998, above the chord's 0.39387",
  'separable: 4 parts, one of each form proved: a function of one affine form: pieces joined at u = -1, 0, 1 with slopes that do not fall (composition rule)',
  'the slope tends to 0 while the loss stays above its infimum',
  'not concave; whether convex is open',
  'a tensor of 4096 elements is too large to be looked at one number at a time',
  'neither proved nor refuted: stopped at an operation that was not read',
  'a prediction is unbounded unless something says otherwise',
  'its logarithm and that of 1 minus it are taken at line 6',
  'clamped between about 0 and 1 at line 4',
];

const ENGINE = join(__dirname, '../../../src/engine');
const FOLDERS = ['lift', 'analyses', 'ops', 'tape', 'syntax/python'];

/** Where a sentence stands that may become a reason. */
const WRITTEN =
  /(?:Unreadable\((?:[^'`"()]|\([^)]*\))*|opaque\((?:[^'`"]*)|ShapeError\(|because: |why: |reason: |evidence: |what: )([`'])((?:\\.|(?!\1).)*)\1/g;

function sourcesIn(path: string): string[] {
  return statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => sourcesIn(join(path, name))) : [path];
}

/** Sentences of a source, with a name in each slot. */
function reasonsIn(source: string): string[] {
  return [...source.matchAll(WRITTEN)]
    .map(([, , text = '']) => text.replace(/\$\{[^}]*\}/g, 'X1'))
    .filter((text) => /[a-z]{3,}/.test(text));
}

describe('the reasons of verdicts', () => {
  it('are told in Chinese, without a word of English left', () => {
    for (const reason of REASONS) assert.doesNotMatch(evidence('zh-cn', reason), /[a-z]{3,}/, reason);
  });

  it('have Chinese words wherever the engine writes one down', () => {
    const written = FOLDERS.flatMap((folder) => sourcesIn(join(ENGINE, folder))).flatMap((file) => reasonsIn(readFileSync(file, 'utf8')));
    assert.ok(written.length > 250, String(written.length));
    const missed = written.filter((reason) => /[a-z]{2,} [a-z]{2,}/.test(evidence('zh-cn', reason)));
    assert.deepEqual([...new Set(missed)], []);
  });

  it('keep names and numbers', () => {
    assert.equal(evidence('zh-cn', 'passed to log_softmax at line 7'), '传给 log_softmax（第 7 行）');
    assert.equal(evidence('zh-cn', 'stability/log-zero-prob'), 'stability/log-zero-prob');
    assert.equal(evidence('en', 'composition rule'), 'composition rule');
  });
});
