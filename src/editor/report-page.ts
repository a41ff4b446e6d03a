import * as vscode from 'vscode';
import { markdownReport } from '../engine/report/markdown';
import type { Session } from './session';
import { SECTION, settingsOf } from './settings';

const SCHEME = `${SECTION}-report`;

/** Address of the readable report of a source. */
export function readableReport(key: string): vscode.Uri {
  const path = vscode.Uri.parse(key).path;
  return vscode.Uri.from({ scheme: SCHEME, path: `${path}.md`, query: key });
}

/** Serves readable reports as Markdown documents, and renews them when the analysis does. */
export function reportPages(session: Session): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: changed.event,
    provideTextDocumentContent({ query }) {
      const report = session.reportOfKey(query);
      const files = report ? [{ ...report, path: vscode.workspace.asRelativePath(vscode.Uri.parse(query)) }] : [];
      return markdownReport({ version: 1, tool: { name: 'losswright', version: '' }, files, errors: [] }, settingsOf().locale);
    },
  });
  return vscode.Disposable.from(
    changed,
    provider,
    session.onDidChange((key) => changed.fire(readableReport(key))),
  );
}
