import * as vscode from 'vscode';
import { CONFIG_FILES, readConfigFile } from '../engine/config/config-file';
import type { Configuration } from '../engine/config/configuration';
import { homeOf } from './home';
import { SECTION } from './settings';

/** The project's configuration of each source: that of the nearest file at or above it, read once until one changes. */
export class Configurations implements vscode.Disposable {
  private readonly known = new Map<string, Promise<Configuration>>();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly watcher = vscode.workspace.createFileSystemWatcher(`**/{${CONFIG_FILES.join(',')}}`);

  /** Fires when a configuration file came, changed or went. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly log: vscode.LogOutputChannel) {
    const forget = (): void => {
      this.known.clear();
      this.changed.fire();
    };
    this.watcher.onDidCreate(forget);
    this.watcher.onDidChange(forget);
    this.watcher.onDidDelete(forget);
  }

  /** The configuration of a file; of a text that is no file, that of the first workspace folder. */
  of(uri: vscode.Uri): Promise<Configuration> {
    const first = vscode.workspace.workspaceFolders?.[0]?.uri;
    const file = homeOf(uri);
    if (file.scheme !== 'untitled' && file.path.startsWith('/')) return this.at(vscode.Uri.joinPath(file, '..'));
    return first ? this.at(first) : Promise.resolve({});
  }

  dispose(): void {
    this.watcher.dispose();
    this.changed.dispose();
  }

  private at(folder: vscode.Uri): Promise<Configuration> {
    const key = folder.toString();
    const known = this.known.get(key) ?? this.search(folder);
    this.known.set(key, known);
    return known;
  }

  private async search(folder: vscode.Uri): Promise<Configuration> {
    for (const name of CONFIG_FILES) {
      const found = await this.read(vscode.Uri.joinPath(folder, name), name);
      if (found) return found;
    }
    const above = vscode.Uri.joinPath(folder, '..');
    return above.path.length < folder.path.length ? this.at(above) : {};
  }

  private async read(file: vscode.Uri, name: string): Promise<Configuration | null> {
    const text = await vscode.workspace.fs.readFile(file).then(
      (bytes) => new TextDecoder().decode(bytes),
      () => null,
    );
    const read = text === null ? null : readConfigFile(name, text);
    for (const problem of read?.problems ?? []) this.log.warn(`${SECTION}: ${file.toString(true)}: ${problem}`);
    return read && (read.configuration ?? {});
  }
}
