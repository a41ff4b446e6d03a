/** A running VS Code server. */
export interface Server {
  readonly port: number;
  readonly origin: string;
  readonly dataFolder: string;
  log(): string;
  stop(): Promise<void>;
}

/** How a server is started; see `startServer`. */
export interface ServerOptions {
  readonly dataFolder?: string;
  readonly port?: number;
  readonly token?: string;
  readonly testing?: boolean;
  readonly trusted?: boolean;
  readonly locale?: string;
  readonly userSettings?: Readonly<Record<string, unknown>>;
  readonly environment?: Readonly<Record<string, string>>;
}

export const QUIET_SETTINGS: Readonly<Record<string, unknown>>;
export function makeDataFolder(userSettings?: Readonly<Record<string, unknown>>): string;
export function startServer(options?: ServerOptions): Promise<Server>;
