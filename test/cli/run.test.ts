import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../src/cli/run';
import type { Report } from '../../src/engine/check/report';
import { testTools } from '../support/tools';

const HAZARD = 'import torch\n\n\ndef bce(z, y):\n    p = torch.sigmoid(z)\n    return -(y * torch.log(p)).mean()\n';
const SAFE = 'import torch\nimport torch.nn.functional as F\n\n\ndef mse_loss(pred, target):\n    return F.mse_loss(pred, target)\n';

describe('the command line', () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'losswright-'));
    const write = (name: string, content: string | Buffer): void => {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), content);
    };
    write('src/hazard.py', HAZARD);
    write('src/safe.py', SAFE);
    write('src/.gitignore', 'generated/\n');
    write('src/generated/more.py', HAZARD);
    write('broken/binary.py', Buffer.from([0x78, 0, 0x79]));
    write('broken/latin.py', Buffer.from([0xe9, 0x20]));
    write('broken/half.py', 'def loss(x:\n    return (\n');
    write('broken/fine.py', HAZARD);
    write(
      'huber.loss',
      '# losswright: x in R; delta in (0, inf) = 1; wrt x\nhuber(x, delta) = abs(x) <= delta ? x^2 / 2 : delta * abs(x) - delta^2 / 2\n',
    );
    write('note.md', `# Note\n\n\`\`\`python\n${HAZARD}\`\`\`\n`);
    write('project/setup.py', '');
    write('project/losses.py', 'import torch\n\n\ndef gap_loss(prob, y):\n    return -(y * torch.log(prob)).mean()\n');
    write('project/open.py', 'import torch\n\n\ndef free_loss(prob, y):\n    return -(y * torch.log(prob)).mean()\n');
    write('project/train.py', 'from losses import gap_loss\n\n\ndef step(z, y):\n    return gap_loss(z.sigmoid().clamp(min=1e-4), y)\n');
    write('inputs.json', JSON.stringify({ inputs: { pred: [1, 2], target: [1, 4] } }));
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  async function losswright(line: string, stdin = '', terminal = false): Promise<{ status: number; out: string; err: string }> {
    let out = '';
    let err = '';
    const io = {
      cwd: folder,
      color: false,
      terminal,
      out: (text: string) => void (out += text),
      err: (text: string) => void (err += text),
      stdin: () => Promise.resolve(Buffer.from(stdin)),
    };
    const status = await run(line.split(' '), io, testTools);
    return { status, out, err };
  }

  const reportOf = (out: string): Report => JSON.parse(out) as Report;

  it('checks a folder, honouring .gitignore, and fails on an error', async () => {
    const { status, out, err } = await losswright('check src');
    assert.equal(status, 1);
    assert.match(out, /src\/hazard\.py:6:18 error stability\/log-sigmoid-composed/);
    assert.match(out, /\^+/);
    assert.doesNotMatch(out, /generated|safe\.py/);
    assert.equal(err, '');
  });

  it('knows what the files around one pass to its functions', async () => {
    assert.match((await losswright('check project/open.py')).out, /error stability\/log-zero-prob/);
    assert.equal((await losswright('check project/losses.py')).status, 0);
    const [loss] = (JSON.parse((await losswright('check project/losses.py --format json')).out) as Report).files[0]?.losses ?? [];
    assert.equal(loss?.parameters[0]?.domain, '[0.0001, 1]');
  });

  it('tells a person at a terminal how far it is, and leaves nothing of it', async () => {
    const { err } = await losswright('check src', '', true);
    const [count = ''] = /\d+$/.exec(err.trim()) ?? [];
    assert.ok(Number(count) > 1, err);
    assert.ok(err.startsWith(`\r0 / ${count}\r1 / ${count}`));
    assert.ok(err.endsWith(`\r${count} / ${count}\r${' '.repeat(`${count} / ${count}`.length)}\r`));
    assert.equal((await losswright('check src --quiet', '', true)).err, '');
    assert.equal((await losswright('check huber.loss', '', true)).err, '', 'a single file needs no telling');
  });

  it('says nothing to a person of clean files when quiet, and all to a program', async () => {
    assert.equal((await losswright('check huber.loss --quiet')).out, '');
    const told = JSON.parse((await losswright('check huber.loss --quiet --format json')).out) as { readonly files: readonly unknown[] };
    assert.equal(told.files.length, 1);
  });

  it('succeeds where nothing is wrong, or nothing as grave as asked', async () => {
    assert.equal((await losswright('check src/safe.py')).status, 0);
    assert.equal((await losswright('check src/hazard.py --ignore stability')).status, 0);
    assert.equal((await losswright('check huber.loss')).status, 0);
  });

  it('says what it cannot read, and goes on', async () => {
    const { status, out, err } = await losswright('check broken missing.py --format json');
    const report = reportOf(out);
    assert.equal(status, 2);
    assert.deepEqual(report.errors.map((e) => e.path).sort(), ['broken/binary.py', 'broken/latin.py', 'missing.py']);
    assert.equal(report.files.flatMap((file) => file.findings).length, 1);
    assert.equal(err.trim().split('\n').length, 3);
  });

  it('reads standard input, Markdown and .loss files', async () => {
    const piped = await losswright('check - --language python --format json', HAZARD);
    assert.equal(reportOf(piped.out).files[0]?.findings[0]?.code, 'stability/log-sigmoid-composed');
    const note = reportOf((await losswright('check note.md --format json')).out);
    assert.equal(note.files[0]?.findings[0]?.range.start.line, 8);
    const loss = reportOf((await losswright('report huber.loss::huber --format json')).out);
    assert.equal(loss.files[0]?.losses[0]?.verdicts?.convexity.answer, 'convex');
  });

  it('gives the same bytes twice', async () => {
    assert.equal((await losswright('report src --format json')).out, (await losswright('report src --format json')).out);
  });

  it('speaks SARIF, GitHub annotations, Markdown and Chinese', async () => {
    const sarif = JSON.parse((await losswright('check src --format sarif')).out) as {
      runs: { results: { ruleId: string }[]; tool: { driver: { rules: { id: string }[] } } }[];
    };
    assert.equal(sarif.runs[0]?.results[0]?.ruleId, 'stability/log-sigmoid-composed');
    assert.deepEqual(
      sarif.runs[0]?.tool.driver.rules.map((rule) => rule.id),
      ['stability/log-sigmoid-composed'],
    );
    assert.match((await losswright('check src --format github')).out, /^::error file=src\/hazard\.py,line=6,/);
    assert.match((await losswright('report src/hazard.py --format markdown')).out, /## bce/);
    assert.match((await losswright('check src --locale zh-cn')).out, /[\u4e00-\u9fff]/);
  });

  it('evaluates, and refuses what it cannot', async () => {
    const { status, out } = await losswright('evaluate src/safe.py::mse_loss --inputs inputs.json');
    assert.equal(status, 0);
    assert.deepEqual(JSON.parse(out), { value: 2, gradients: { pred: [0, -2] }, dtype: 'float32' });
    const refused = await losswright('evaluate src/safe.py::other --inputs inputs.json');
    assert.equal(refused.status, 2);
    assert.equal(refused.out, '');
    assert.match(refused.err, /no loss "other"/);
  });

  it('translates, reproduces, explains and lists', async () => {
    assert.match((await losswright('translate src/hazard.py::bce --to jax')).out, /jax\.nn\.log_sigmoid/);
    assert.match((await losswright('translate src/hazard.py::bce --to latex')).out, /\\log|\\operatorname|\\sigma/);
    assert.match((await losswright('reproduce src/hazard.py::bce')).out, /from hazard import bce/);
    assert.match((await losswright('explain log-sigmoid-composed')).out, /^# /);
    assert.match((await losswright('rules')).out, /stability\/log-sigmoid-composed\s+error/);
  });

  for (const line of [
    'check --dtype half',
    'report',
    'explain nothing-of-the-kind',
    'evaluate src/safe.py::mse_loss',
    'translate src/safe.py::mse_loss',
    'check -',
    'fly',
  ]) {
    it(`refuses "${line}" with a reason`, async () => {
      const { status, err } = await losswright(line);
      assert.equal(status, 2);
      assert.match(err, /^losswright: .+\n$/);
    });
  }

  describe('with a configuration', () => {
    const write = (name: string, text: string): void => {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    };

    it('honours the nearest one above each file', async () => {
      write('a/losswright.json', '{ "ignore": ["stability"] }');
      write('a/quiet.py', HAZARD);
      write('a/b/pyproject.toml', '[tool.losswright]\nseverity = { "stability/*" = "warning" }\nfailOn = "warning"\n');
      write('a/b/loud.py', HAZARD);
      write('a/b/c/pyproject.toml', '[tool.other]\n');
      write('a/b/c/below.py', HAZARD);
      const { status, out } = await losswright('check a --format json');
      const severities = Object.fromEntries(reportOf(out).files.map((file) => [file.path, file.findings.map(({ severity }) => severity)]));
      assert.deepEqual(severities, { 'a/quiet.py': [], 'a/b/loud.py': ['warning'], 'a/b/c/below.py': ['warning'] });
      assert.equal(status, 1);
    });

    it('takes the one that is named instead', async () => {
      write('strict.toml', '[tool.losswright]\nseverity = { "stability" = "information" }\n');
      assert.equal((await losswright('check src --config strict.toml')).status, 0);
      assert.equal((await losswright('check src --config nowhere.json')).status, 2);
    });

    it('names what does not fit, once, and stops at what is no JSON', async () => {
      write('odd/losswright.json', '{ "colour": "red" }');
      write('odd/one.py', SAFE);
      write('odd/two.py', SAFE);
      const odd = await losswright('check odd');
      assert.equal(odd.err.match(/"colour" is not a setting/g)?.length, 1);
      assert.equal(odd.status, 0);
      write('torn/losswright.json', '{');
      write('torn/one.py', SAFE);
      assert.equal((await losswright('check torn')).status, 2);
    });
  });
});
