import { window, workspace } from 'vscode';
import type { Disposable, WebviewPanel } from 'vscode';

type Subscribe = (...given: unknown[]) => Disposable;

interface Counts {
  listeners: number;
  panels: number;
}

/** Every suite is a bundle of its own; what they share stands here. */
const shared = globalThis as { losswrightCounts?: Counts };
const counts: Counts = (shared.losswrightCounts ??= { listeners: 0, panels: 0 });

/** Counts who listens to VS Code's events, and the panels that are open, from now on: to be called before the extension is activated. */
export function countListeners(): void {
  for (const api of [window, workspace]) for (const name of Object.keys(api)) if (/^onDid|^onWill/.test(name)) wrap(api, name);
  const create = window.createWebviewPanel;
  Object.defineProperty(window, 'createWebviewPanel', {
    value: (...given: Parameters<typeof create>): WebviewPanel => {
      const panel = create.apply(window, given);
      counts.panels += 1;
      panel.onDidDispose(() => (counts.panels -= 1));
      return panel;
    },
  });
}

/** How many there are now. */
export function counted(): Readonly<Counts> {
  return { ...counts };
}

function wrap(api: object, name: string): void {
  const subscribe = (api as Record<string, unknown>)[name] as Subscribe;
  const value: Subscribe = (...given) => {
    const subscription = subscribe.apply(api, given);
    counts.listeners += 1;
    let live = true;
    return {
      dispose() {
        if (live) counts.listeners -= 1;
        live = false;
        subscription.dispose();
      },
    };
  };
  Object.defineProperty(api, name, { value, configurable: true });
}
