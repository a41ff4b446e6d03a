import * as vscode from 'vscode';
import { catalogueHover } from './editor/catalogue-hover';
import { codeActions } from './editor/code-actions';
import { codeLens } from './editor/code-lens';
import { commands } from './editor/commands';
import { Configurations } from './editor/configurations';
import { diagnostics } from './editor/diagnostics';
import { watchDocuments } from './editor/documents';
import { Engine } from './editor/engine';
import { hover } from './editor/hover';
import { insertLoss } from './editor/insert-loss';
import { lossCompletion } from './editor/loss-completion';
import { lossesTree } from './editor/losses-tree';
import { readModules } from './editor/modules';
import { Preview } from './editor/preview';
import { reportPages } from './editor/report-page';
import { rulePages } from './editor/rule-page';
import { Session } from './editor/session';
import { status } from './editor/status';
import { Typesetter } from './editor/typeset';
import { workspaceAnalysis } from './editor/workspace';
import { startThread } from './host/node/start-thread';

/** Registers every surface and returns; the engine starts when a document needs it. */
export function activate({ extensionUri, subscriptions }: vscode.ExtensionContext): void {
  const dist = vscode.Uri.joinPath(extensionUri, 'dist');
  const assets = { folder: dist.fsPath, read: (name: string) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(dist, name)) };
  const log = vscode.window.createOutputChannel('Losswright', { log: true });
  const engine = new Engine(startThread, assets, readModules, log);
  const typesetter = new Typesetter(startThread, assets, log);
  const configurations = new Configurations(log);
  const session = new Session(engine, configurations, log);
  const preview = new Preview(extensionUri, { session, engine, typesetter });
  subscriptions.push(log, engine, typesetter, configurations, session, preview);
  subscriptions.push(diagnostics(session), hover(session, typesetter), codeLens(session), codeActions(session), status(session));
  subscriptions.push(catalogueHover(engine, typesetter), insertLoss(engine), lossCompletion(engine));
  subscriptions.push(lossesTree(session), workspaceAnalysis(session));
  subscriptions.push(commands(session, preview, log), rulePages(extensionUri), reportPages(session), watchDocuments(session, configurations));
}
