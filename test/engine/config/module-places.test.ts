import assert from 'node:assert/strict';
import { modulePlaces } from '../../../src/engine/config/module-places';

describe('where the modules of imports lie', () => {
  const places = (...given: Parameters<typeof modulePlaces>): string[] => [...modulePlaces(...given)];

  it('keeps a relative name in its own package', () => {
    assert.deepEqual(places('.losses', '/w/a/b', '/w'), ['/w/a/b/losses.py', '/w/a/b/losses/__init__.py']);
    assert.deepEqual(places('..', '/w/a/b', '/w'), ['/w/a/__init__.py']);
  });

  it('looks beside the file, in every folder up to the root, then in what lies on the path there', () => {
    assert.deepEqual(
      places('losses', '/w/a', '/w').filter((place) => !place.endsWith('__init__.py')),
      ['', 'src/', 'lib/', 'utils/'].flatMap((source) => [`/w/a/${source}losses.py`, `/w/${source}losses.py`]),
    );
  });

  it('has one slash after the root of all', () => {
    assert.ok(places('helper', '/', '/').includes('/helper.py'));
  });

  it('knows a repository that is itself the package, whatever its copy is called', () => {
    for (const root of ['/w/lab', '/w/lab-main', '/w/owner+lab']) {
      assert.ok(places('lab.utils', `${root}/model`, root).includes(`${root}/utils.py`));
      assert.ok(places('lab', `${root}/model`, root).includes(`${root}/__init__.py`));
    }
    assert.ok(!places('lab.utils', '/w/label/model', '/w/label').includes('/w/label/utils.py'));
  });
});
