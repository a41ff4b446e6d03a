'use strict';

const { dirname, join, relative, sep } = require('node:path');
const table = require('./import-table.json');

const root = join(__dirname, '../..');
const within = (path, area) => path === area || path.startsWith(`${area}/`);

/** The row of the table that speaks for a path: the longest one that contains it. */
function areaOf(path) {
  return Object.keys(table)
    .filter((area) => within(path, area))
    .sort((a, b) => b.length - a.length)[0];
}

/** What an import names: a path from the root for a file of ours, else the package (`node:` for Node's own modules). */
function targetOf(file, specifier) {
  if (specifier.startsWith('.'))
    return relative(root, join(dirname(file), specifier))
      .split(sep)
      .join('/');
  if (specifier.startsWith('node:')) return 'node:';
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/**
 * Why a file may not import something, or null when it may. `file` is an absolute path; files outside the table may import anything.
 */
function complaint(file, specifier, typeOnly) {
  const area = areaOf(relative(root, file).split(sep).join('/'));
  if (area === undefined) return null;
  const target = targetOf(file, specifier);
  const { imports, types = [] } = table[area];
  const allowed = [area, ...imports, ...(typeOnly ? types : [])];
  if (allowed.some((name) => within(target, name) || `${target}.ts` === name)) return null;
  return `${area} may not import ${target}${types.some((name) => within(target, name)) ? ' other than types' : ''}`;
}

module.exports = { complaint };
