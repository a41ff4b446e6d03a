import { FIELDS, LEVELS } from '../../src/engine/config/configuration';
import { ruleCodes } from './rules-index';

const ABOUT: Readonly<Record<keyof typeof FIELDS | 'severity', string>> = {
  dtypes: "Floating-point formats to judge in, in place of the framework's own.",
  select: 'Rules or families of rules to keep; absent: all.',
  ignore: 'Rules or families of rules to drop.',
  severity: 'Severity by rule or family of rules; off drops it.',
  minSeverity: 'The lightest severity that is reported.',
  failOn: 'The lightest severity that makes the command line fail.',
};

const DRAFT = 'http://json-schema.org/draft-07/schema#';

/** Text of `media/losswright.schema.json`: what a configuration file may say, with the codes of the rules below a folder. */
export function configSchema(rules: string): string {
  const { properties, ...schema } = settingsSchema(rules);
  return written({ $schema: DRAFT, ...schema, properties: { $schema: { type: 'string' }, ...properties } });
}

/**
 * Text of `media/pyproject.schema.json`: what pyproject.toml may say of us, beside all that it may say of others. An editor of
 * TOML takes one schema a file, so that this one holds the public one.
 */
export function projectSchema(rules: string): string {
  const tool = { type: 'object', properties: { losswright: settingsSchema(rules) } };
  return written({ $schema: DRAFT, allOf: [{ $ref: PROJECT }, { type: 'object', properties: { tool } }] });
}

/** What pyproject.toml may say of any tool. */
const PROJECT = 'https://json.schemastore.org/pyproject.json';

function written(schema: object): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function settingsSchema(rules: string) {
  const codes = ruleCodes(rules);
  const families = [...new Set(codes.map((code) => `${code.split('/')[0] ?? ''}/*`))];
  const rule = { anyOf: [{ enum: [...families, ...codes] }, { type: 'string', pattern: '^(\\*|[a-z-]+(/(\\*|[a-z0-9-]+)?)?)$' }] };
  const levels = { enum: LEVELS };
  const fields = Object.entries(FIELDS).map(([name, { words, many }]) => {
    const item = words ? { enum: words } : rule;
    return [name, { description: about(name), ...(many ? { type: 'array', uniqueItems: true, items: item } : item) }] as const;
  });
  const severity = { description: ABOUT.severity, type: 'object', propertyNames: rule, additionalProperties: levels };
  return {
    title: 'Losswright',
    description: 'Settings of a project, for the editor and the command line.',
    type: 'object',
    properties: { ...Object.fromEntries(fields), severity },
    additionalProperties: false,
  };
}

function about(name: string): string {
  return Object.entries(ABOUT).find(([key]) => key === name)?.[1] ?? '';
}
