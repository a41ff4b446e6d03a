import { Disposable, EventEmitter, FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { FileChangeEvent, FileStat, FileSystemProvider } from 'vscode';

/** Files that no disk has, as in a virtual workspace: registered under a scheme until disposed of. */
export class VirtualFiles implements FileSystemProvider, Disposable {
  private readonly changes = new EventEmitter<FileChangeEvent[]>();
  private readonly registration: Disposable;
  readonly onDidChangeFile = this.changes.event;

  constructor(
    private readonly scheme: string,
    private readonly textOf: (path: string) => string | undefined,
  ) {
    this.registration = workspace.registerFileSystemProvider(scheme, this, { isReadonly: true });
  }

  /** Address of a file. */
  uri(path: string): Uri {
    return Uri.from({ scheme: this.scheme, path });
  }

  dispose(): void {
    this.registration.dispose();
    this.changes.dispose();
  }

  watch(): Disposable {
    return new Disposable(() => undefined);
  }

  stat({ path }: Uri): FileStat {
    return { type: FileType.File, ctime: 0, mtime: 0, size: this.textAt(path).length };
  }

  readFile({ path }: Uri): Uint8Array {
    return new TextEncoder().encode(this.textAt(path));
  }

  readDirectory(): [string, FileType][] {
    return [];
  }

  createDirectory(): void {
    throw FileSystemError.NoPermissions();
  }

  writeFile(): void {
    throw FileSystemError.NoPermissions();
  }

  delete(): void {
    throw FileSystemError.NoPermissions();
  }

  rename(): void {
    throw FileSystemError.NoPermissions();
  }

  private textAt(path: string): string {
    const text = this.textOf(path);
    if (text === undefined) throw FileSystemError.FileNotFound(path);
    return text;
  }
}
