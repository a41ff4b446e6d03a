import type { Server } from './server.mjs';

/** What a workbench page shows; see `pageAddress`. */
export interface PageOptions {
  readonly folder?: string;
  readonly workspace?: string;
  readonly extensions?: readonly string[];
  readonly tests?: string;
  readonly kind?: 'web';
  readonly open?: string;
}

export function pageAddress(server: Server, options: PageOptions): string;
