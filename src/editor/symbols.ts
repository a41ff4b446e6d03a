import * as vscode from 'vscode';
import type { LossReport } from '../engine/check/report';
import { partOf } from './lookup';
import { toRange } from './ranges';
import type { Session } from './session';

/** The definitions of a `.loss` file for the outline, each with its formula; Python has an outline of its own. */
export function symbols(session: Session): vscode.Disposable {
  return vscode.languages.registerDocumentSymbolProvider(
    { language: 'loss' },
    {
      async provideDocumentSymbols(document, token) {
        const report = await session.freshReportOf(document);
        return !report || token.isCancellationRequested ? [] : partOf(report, document).losses.map(symbolOf);
      },
    },
  );
}

function symbolOf({ name, kind, range, formula }: LossReport): vscode.DocumentSymbol {
  const { Function, Variable } = vscode.SymbolKind;
  const where = toRange(range);
  const word = new vscode.Range(where.start, where.start.translate(0, name.length));
  return new vscode.DocumentSymbol(
    name,
    formula?.text ?? '',
    kind === 'expression' ? Variable : Function,
    where,
    where.intersection(word) ?? where,
  );
}
