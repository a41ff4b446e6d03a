'use strict';

const tseslint = require('typescript-eslint');
const importTable = require('./scripts/architecture/eslint-rule.cjs');

module.exports = tseslint.config(
  { ignores: ['dist/', 'test-results/', '**/node_modules/', '.vscode-test/', '.venv/', 'src/engine/syntax/**/*.generated.*'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{js,cjs,mjs,ts}'],
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-console': 'off',
      'max-lines': ['error', 300],
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strict],
    plugins: { losswright: { rules: { 'import-table': importTable } } },
    rules: {
      'losswright/import-table': 'error',
      'no-restricted-syntax': ['error', { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/**/*.ts', 'media/**/*.ts'],
    rules: { 'no-console': 'error', 'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }] },
  },
  { files: ['src/cli/**/*.ts'], rules: { 'no-console': 'off' } },
  { files: ['src/engine/**/index.ts'], rules: { 'max-lines': 'off' } },
);
