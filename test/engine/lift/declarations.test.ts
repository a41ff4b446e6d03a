import assert from 'node:assert/strict';
import { printDomain } from '../../../src/engine/ir/domain';
import { intersect, readDomain } from '../../../src/engine/lift/declared-domain';
import { isDeclaration, mergeDeclarations, parseDeclarations } from '../../../src/engine/lift/declarations';

const read = (statements: string) => parseDeclarations(`# losswright: ${statements}`, 0);

describe('lift declarations', () => {
  it('reads every form of domain', () => {
    const cases: Record<string, string> = {
      'p in (0, 1)': '(0, 1)',
      'x in [-50, 50]': '[-50, 50]',
      'x in (0,1e-3]': '(0, 0.001]',
      'y in {0, 1}': '{0, 1}',
      'y in {-1, 1}': '{-1, 1}',
      'x in R': 'R',
      'n in Z': 'Z',
      'n in Z ∩ [0, 3]': 'Z ∩ [0, 3]',
      'p in simplex': 'simplex',
      'z in [-inf, inf)': '[-inf, inf)',
      'delta > 0': '(0, inf)',
      'delta >= .5': '[0.5, inf)',
      'delta < 1.': '(-inf, 1)',
      'k == 3': '{3}',
      '0 < p <= 1': '(0, 1]',
      'batch["mask"] in {0, 1}': '{0, 1}',
      'self.alpha in (0, 1)': '(0, 1)',
      'ŷ in R': 'R',
    };
    for (const [text, expected] of Object.entries(cases)) {
      const { domains, errors } = read(text);
      assert.deepEqual(errors, [], text);
      assert.equal(domains[0] && printDomain(domains[0].domain), expected, text);
    }
  });

  it('reads a value to plot with', () => {
    assert.equal(read('delta in (0, inf) = 1').domains[0]?.plotAt, 1);
    assert.equal(read('delta > 0 = 2.5').domains[0]?.plotAt, 2.5);
    assert.equal(read('delta >= 0').domains[0]?.plotAt, null);
  });

  it('reads facts, roles, shapes, wrt, dtype and marks', () => {
    const all = read('sum(mask) > 0; max(x) <= 10; logits: prediction; batch["mask"]: weight; x: [N, C, 3]; wrt x, y; dtype float16; loss');
    assert.deepEqual(all.errors, []);
    assert.deepEqual(
      all.facts.map(({ reduction, parameter, relation, bound }) => [reduction, parameter, relation, bound]),
      [
        ['sum', 'mask', '>', 0],
        ['max', 'x', '<=', 10],
      ],
    );
    assert.deepEqual(
      all.roles.map(({ name, role }) => [name, role]),
      [
        ['logits', 'prediction'],
        ['batch["mask"]', 'weight'],
      ],
    );
    assert.deepEqual(
      all.shapes.map(({ dimensions }) => dimensions),
      [['N', 'C', 3]],
    );
    assert.deepEqual([all.wrt, all.dtype, all.mark], [['x', 'y'], 'float16', 'loss']);
    assert.equal(read('not a loss').mark, 'not a loss');
  });

  it('reads what to be silent about', () => {
    assert.deepEqual(read('ignore').ignores[0]?.codes, ['*']);
    assert.deepEqual(read('ignore[stability/log-zero-prob, gradient/item]').ignores[0]?.codes, [
      'stability/log-zero-prob',
      'gradient/item',
    ]);
    assert.deepEqual(read('ignore[stability]').ignores[0]?.codes, ['stability']);
  });

  it('gives the place of each statement', () => {
    const comment = '#  losswright:  p in (0, 1) ;  wrt q!; y in {0}';
    const { domains, errors } = parseDeclarations(comment, 100);
    assert.equal(comment.slice((domains[0]?.start ?? 0) - 100, (domains[0]?.end ?? 0) - 100), 'p in (0, 1)');
    assert.equal(comment.slice((errors[0]?.span.start ?? 0) - 100, (errors[0]?.span.end ?? 0) - 100), 'wrt q!');
    assert.equal(comment.slice((domains[1]?.start ?? 0) - 100), 'y in {0}');
  });

  it('says what is wrong and reads the rest', () => {
    for (const wrong of [
      'p in (1, 0)',
      'p in (1, 1)',
      'p in {}',
      'p in {inf}',
      'p in banana',
      'p > q',
      'x < -inf',
      'dtype float8',
      'x: [0]',
      'x: cat',
      'ignore[A B]',
      'sum(x) > y',
      'nonsense',
      'wrt 1',
      'p in (0, 1) = z',
    ]) {
      const { errors, domains } = read(`${wrong}; y in R`);
      assert.equal(errors.length, 1, wrong);
      assert.equal(domains.length, 1, wrong);
    }
  });

  it('leaves other comments alone', () => {
    for (const comment of ['# p in (0, 1)', 'losswright: p in (0, 1)', '# see losswright: p in (0, 1)', '']) {
      assert.equal(isDeclaration(comment), false, comment);
      assert.deepEqual(parseDeclarations(comment, 0), parseDeclarations('', 0));
    }
  });

  it('merges comments', () => {
    const merged = mergeDeclarations([read('x in R; wrt x; dtype float16'), read('y in R; dtype float32'), read('loss')]);
    assert.deepEqual([merged.domains.length, merged.wrt, merged.dtype, merged.mark], [2, ['x'], 'float32', 'loss']);
  });

  it('intersects domains', () => {
    const cases: [string, string, string][] = [
      ['(0, inf)', '(-inf, 1]', '(0, 1]'],
      ['[0, 1]', '(0, 1)', '(0, 1)'],
      ['{0, 1, 2}', '(0, 5)', '{1, 2}'],
      ['(0, 5)', '{0, 1, 2}', '{1, 2}'],
      ['Z', '[0, 3]', 'Z ∩ [0, 3]'],
      ['{0.5, 1}', 'Z', '{1}'],
      ['simplex', '(0, 1)', 'simplex'],
      ['(0, 1)', '(2, 3)', 'no number is in this domain'],
      ['{0}', '{1}', 'no number is in this domain'],
    ];
    for (const [a, b, expected] of cases) {
      const [left, right] = [readDomain(a), readDomain(b)];
      assert.ok(typeof left !== 'string' && typeof right !== 'string');
      const both = intersect(left, right);
      assert.equal(typeof both === 'string' ? both : printDomain(both), expected);
    }
  });
});
