import * as vscode from 'vscode';
import { Configurations } from './editor/configurations';
import { Engine } from './editor/engine';
import { workspaceFiles } from './editor/modules';
import { Preview } from './editor/preview';
import { Session } from './editor/session';
import { surfaces } from './editor/surfaces';
import { Typesetter } from './editor/typeset';
import { startThread } from './host/node/start-thread';

/** Registers every surface and returns; the engine starts when a document needs it. */
export function activate({ extension, extensionUri, subscriptions }: vscode.ExtensionContext): void {
  const began = performance.now();
  const dist = vscode.Uri.joinPath(extensionUri, 'dist');
  const assets = { folder: dist.fsPath, read: (name: string) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(dist, name)) };
  const { version } = extension.packageJSON as { readonly version: string };
  const log = vscode.window.createOutputChannel('Losswright', { log: true });
  const engine = new Engine(startThread, assets, workspaceFiles, log);
  const typesetter = new Typesetter(startThread, assets, log);
  const configurations = new Configurations(log);
  const session = new Session(engine, configurations, log);
  const preview = new Preview(extensionUri, { session, engine, typesetter });
  subscriptions.push(log, engine, typesetter, configurations, session, preview);
  subscriptions.push(...surfaces({ version, root: extensionUri, log, engine, typesetter, configurations, session, preview }));
  log.info(`activated in ${(performance.now() - began).toFixed(1)} ms`);
}
