'use strict';

const { complaint } = require('./import-table.cjs');

/** ESLint rule: imports follow the table of `import-table.json`. */
module.exports = {
  meta: { type: 'problem', schema: [], docs: { description: 'imports follow the import table' } },
  create(context) {
    const check = (node) => {
      if (typeof node.source?.value !== 'string') return;
      const typeOnly = node.importKind === 'type' || node.exportKind === 'type';
      const message = complaint(context.filename, node.source.value, typeOnly);
      if (message !== null) context.report({ node: node.source, message });
    };
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check, ImportExpression: check };
  },
};
