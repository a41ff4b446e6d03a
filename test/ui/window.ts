import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { startBrowser } from '../host/browser.mjs';
import { pageAddress } from '../host/page.mjs';
import { startServer, type Server } from '../host/server.mjs';

const root = resolve(__dirname, '../..');
const pictures = join(root, 'test-results');

/** How a window is opened. */
export interface WindowOptions {
  /** Folder whose copy is opened; default: the examples. */
  readonly folder?: string;
  /** A second folder, a copy of which is opened beside it: a workspace of two roots. */
  readonly beside?: string;
  /** Whether the workspace is trusted; default: it is. */
  readonly trusted?: boolean;
  /** File of it to show. */
  readonly open?: string;
  /** User settings beside the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Size of the window in CSS pixels, and how many dots a pixel has; default: 1280 × 800, one. */
  readonly size?: { readonly width: number; readonly height: number; readonly scale: number };
  /** Run the extension in the browser's extension host instead of Node's. */
  readonly web?: boolean;
}

/**
 * A copy of the built extension whose manifest names only the browser's entry: a window on a remote folder would take Node's.
 */
function webExtension(): string {
  const copy = mkdtempSync(join(tmpdir(), 'losswright-web-'));
  for (const name of ['dist', 'media', 'package.nls.json', 'package.nls.zh-cn.json'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  const { main: _main, ...manifest } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
  writeFileSync(join(copy, 'package.json'), JSON.stringify(manifest));
  return copy;
}

/** A copy of a folder, so that no test can change the original; lists of files sort by where it lies. */
function copied(folder: string, where = 'losswright-ui-'): string {
  const copy = mkdtempSync(join(tmpdir(), where));
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** A workspace file of several roots. */
function workspaceOf(place: string, folders: readonly string[]): string {
  const file = join(place, 'several.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: folders.map((path) => ({ path })) }));
  return file;
}

/** A VS Code window with the built extension, driven as a person would. */
export class Window {
  private constructor(
    readonly page: Page,
    /** The copy of the folder that is open. */
    readonly folder: string,
    private readonly browser: Browser,
    private readonly server: Server,
    private readonly folders: readonly string[],
  ) {}

  /** Opens a window on a copy of a folder, so that no test can change the original. */
  static async open(options: WindowOptions): Promise<Window> {
    const { folder = join(root, 'examples'), beside, open, settings = {}, size, web = false, trusted = true } = options;
    const [copy, second] = [copied(folder), beside === undefined ? undefined : copied(beside, 'losswright-beside-')];
    const extension = web ? webExtension() : root;
    const server = await startServer({ userSettings: settings, trusted });
    const browser = await startBrowser();
    const { width, height, scale } = size ?? { width: 1280, height: 800, scale: 1 };
    const page = await (await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale })).newPage();
    page.setDefaultTimeout(20_000);
    const shown = { ...(open === undefined ? {} : { open: join(copy, open) }), ...(web ? { kind: 'web' as const } : {}) };
    const roots = second === undefined ? { folder: copy } : { workspace: workspaceOf(server.dataFolder, [copy, second]) };
    await page.goto(pageAddress(server, { ...roots, extensions: [extension], ...shown }));
    await page.locator('.monaco-workbench').waitFor();
    return new Window(page, copy, browser, server, [copy, ...(second === undefined ? [] : [second]), ...(web ? [extension] : [])]);
  }

  /** Closes the window and ends the server and the browser behind it. */
  async close(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
    for (const folder of this.folders) rmSync(folder, { recursive: true, force: true });
  }

  /** Saves a picture of the window as `NAME.png`, in `test-results/` unless another folder is given. */
  async picture(name: string, folder = pictures): Promise<void> {
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: join(folder, `${name}.png`) });
  }

  /** The lines of the editor that hold this text. */
  lines(text: string): Locator {
    return this.page.locator('.view-line', { hasText: text });
  }

  /** Squiggles of a severity. */
  squiggles(severity: 'error' | 'warning' | 'info' = 'error'): Locator {
    return this.page.locator(`.squiggly-${severity}`);
  }

  /** Hovers a word on a line and returns the hover that appears; again where a lens has moved the line from under the mouse. */
  async hover(line: string, word: string): Promise<Locator> {
    const hover = this.page.locator('.monaco-hover:visible').first();
    for (let attempt = 0; attempt < 4 && !(await hover.isVisible()); attempt++) {
      await this.page.mouse.move(0, 0);
      await this.lines(line).first().locator('span', { hasText: word }).last().hover();
      await hover.waitFor({ timeout: 5000 }).catch(() => undefined);
    }
    await hover.waitFor();
    return hover;
  }

  /** Runs a command by its title in the palette. */
  async command(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    const input = this.page.locator('.quick-input-widget input[type=text]').first();
    await input.waitFor();
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
    // The palette may begin anew just after it has opened, and forget what was written.
    for (let tries = 0; tries < 10 && !(await row.isVisible()); tries++) {
      await input.fill(`>${title}`);
      await row.waitFor({ timeout: 2000 }).catch(() => undefined);
    }
    await row.click();
    // The command may ask something at once, in the same box.
    const isTaken = async (): Promise<boolean> => !(await input.isVisible()) || (await input.inputValue()) !== `>${title}`;
    for (let tries = 0; !(await isTaken()); tries++) {
      if (tries > 200) throw new Error(`the palette keeps ${title}`);
      await this.page.waitForTimeout(100);
    }
  }

  /** The inside of the webview that is shown. */
  panel(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }
}
