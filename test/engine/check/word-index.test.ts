import assert from 'node:assert/strict';
import { WordIndex } from '../../../src/engine/check/word-index';
import { testTools } from '../../support/tools';

describe('the words of a workspace', () => {
  const found = (index: WordIndex, word: string, besides = ''): readonly string[] | undefined =>
    index.filesWith(word, besides)?.map(({ path }) => path);

  it('lead to the files that they stand in, but for tests and the file that asks', async () => {
    const { python } = await testTools();
    const texts = ['/w/a.py', '/w/b.py', '/w/tests/c.py', '/w/test_d.py'].map((path) => ({ path, text: 'x = gap(1)' }));
    const index = new WordIndex(texts, python);
    assert.deepEqual(found(index, 'gap', '/w/b.py'), ['/w/a.py']);
    assert.deepEqual(found(index, 'ga'), []);
    index.replace({ path: '/w/b.py', text: 'y = hole(2)' });
    assert.deepEqual(found(index, 'hole'), ['/w/b.py']);
    assert.equal(index.filesWith('hole', '')?.[0]?.module.root.text, 'y = hole(2)');
  });

  it('lead nowhere that can be known where too many files hold them, or all are too long', async () => {
    const { python } = await testTools();
    const many = Array.from({ length: 41 }, (_, i) => ({ path: `/w/${i}.py`, text: 'gap(1)' }));
    assert.equal(found(new WordIndex(many, python), 'gap'), undefined);
    const long = Array.from({ length: 101 }, (_, i) => ({ path: `/w/${i}.py`, text: ' '.repeat(400_000) }));
    assert.equal(found(new WordIndex(long, python), 'gap'), undefined);
  });
});
