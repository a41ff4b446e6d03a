import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { covers } from '../../../src/engine/check/selection';
import { readConfigFile } from '../../../src/engine/config/config-file';
import { FIELDS } from '../../../src/engine/config/configuration';

describe('configuration files', () => {
  it('are JSON of our own, or a table in pyproject.toml', () => {
    const json = readConfigFile('losswright.json', '{ "dtypes": ["float16"], "severity": { "convexity/*": "warning" } }');
    const toml = readConfigFile(
      'pyproject.toml',
      '[project]\nname = "x"\n\n[tool.losswright]\ndtypes = ["float16"]\n\n[tool.losswright.severity]\n"convexity/*" = "warning"\n',
    );
    assert.deepEqual(json, { configuration: { dtypes: ['float16'], severity: { 'convexity/*': 'warning' } }, problems: [] });
    assert.equal(JSON.stringify(toml), JSON.stringify(json));
  });

  it('are passed over where a pyproject.toml says nothing of us', () => {
    assert.equal(readConfigFile('pyproject.toml', '[tool.ruff]\nline-length = 88\n'), null);
    assert.equal(readConfigFile('pyproject.toml', ''), null);
  });

  it('say why they cannot be read', () => {
    for (const [name, text] of [
      ['losswright.json', '{ "dtypes": '],
      ['pyproject.toml', '[tool.losswright\n'],
    ] as const) {
      const read = readConfigFile(name, text);
      assert.equal(read?.configuration, null);
      assert.match(read.problems.join(), /\w/);
    }
  });

  it('name problems in TOML as in JSON', () => {
    assert.match(
      readConfigFile('pyproject.toml', '[tool.losswright]\nline = 1979-05-27\n')?.problems.join() ?? '',
      /"line" is not a setting/,
    );
    assert.equal(readConfigFile('pyproject.toml', '[tool]\nlosswright = 3\n')?.problems.length, 1);
  });

  it('name families as the settings do', () => {
    assert.ok(covers('convexity/*', 'convexity/not-convex'));
    assert.ok(covers('convexity', 'convexity/not-convex'));
    assert.ok(!covers('convexity/*', 'convexity-more/x'));
  });

  it('have a schema that knows every setting', () => {
    const schema = JSON.parse(readFileSync(join(__dirname, '../../../media/losswright.schema.json'), 'utf8')) as { properties: object };
    assert.deepEqual(Object.keys(schema.properties).sort(), ['$schema', 'severity', ...Object.keys(FIELDS)].sort());
  });

  it('have a schema for pyproject.toml that says the same of our table, and keeps what is said of others', () => {
    const read = (name: string): unknown => JSON.parse(readFileSync(join(__dirname, `../../../media/${name}.schema.json`), 'utf8'));
    const { $schema, properties, ...own } = read('losswright') as { $schema: string; properties: { $schema: object } };
    const { $schema: _, ...settings } = properties;
    const { allOf } = read('pyproject') as { allOf: readonly [{ $ref: string }, object] };
    assert.match(allOf[0].$ref, /schemastore/);
    assert.deepEqual(allOf[1], {
      type: 'object',
      properties: { tool: { type: 'object', properties: { losswright: { ...own, properties: settings } } } },
    });
    assert.match($schema, /json-schema/);
  });
});
