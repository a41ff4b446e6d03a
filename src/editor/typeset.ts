import * as vscode from 'vscode';
import type { Assets, StartThread, Thread } from '../host/host';
import { FORMULAS_FILE } from '../protocol/engine-messages';
import type { FormulaPicture, TypesetRequest } from '../protocol/engine-messages';
import { isFormulas, isTypesetReply } from '../protocol/validate';
import { GlyphTable } from './glyph-table';

const KEPT = 200;
const PATIENCE = 5000;

/** Turns LaTeX into pictures: those of known losses are drawn already, others are in a worker of its own that the first of them starts. */
export class Typesetter implements vscode.Disposable {
  private thread: Promise<Thread> | null = null;
  private readonly known = new Map<string, Promise<string | null>>();
  /** Pictures that were drawn when the product was built. */
  private readonly ready = new Map<string, string>();
  private readonly waiting = new Map<number, (svg: string | null) => void>();
  private readonly glyphs = new GlyphTable();
  private drawn: Promise<void> | null = null;
  private lastId = 0;

  constructor(
    private readonly start: StartThread,
    private readonly assets: Assets,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  /** A formula as SVG whose colour is `currentColor`; null when it cannot be set, or not in time. */
  async svg(latex: string): Promise<string | null> {
    await (this.drawn ??= this.readDrawn());
    const picture = await this.picture(latex);
    return picture === null ? null : this.glyphs.complete(picture);
  }

  private picture(latex: string): Promise<string | null> {
    const known = this.ready.get(latex) ?? this.known.get(latex);
    if (known !== undefined) return Promise.resolve(known);
    const picture = this.set(latex);
    this.known.set(latex, picture);
    const oldest = this.known.keys().next().value;
    if (this.known.size > KEPT && oldest !== undefined) this.known.delete(oldest);
    return picture;
  }

  /** A formula as a Markdown image in the colour of the theme, its text as alternative; the text alone where there is no picture. */
  async image(latex: string, text: string): Promise<string> {
    const svg = await this.svg(latex);
    if (!svg) return `\`${text.replaceAll('`', "'")}\``;
    const alt = text.replace(/[[\]\\]/g, '\\$&').replace(/\s+/g, ' ');
    return `![${alt}](${inked(svg)}${narrowed(svg)})`;
  }

  dispose(): void {
    void this.thread?.then((thread) => thread.dispose());
    this.fail('stopped');
  }

  private async set(latex: string): Promise<string | null> {
    const id = ++this.lastId;
    return new Promise((resolve) => {
      const late = setTimeout(() => this.answer(id, null), PATIENCE);
      this.waiting.set(id, (svg) => {
        clearTimeout(late);
        if (svg === null) this.known.delete(latex);
        resolve(svg);
      });
      this.thread ??= this.start('typeset', this.assets, { message: (data) => this.receive(data), failed: (reason) => this.fail(reason) });
      this.thread.then((thread) => thread.post({ id, latex } satisfies TypesetRequest)).catch((error: unknown) => this.fail(String(error)));
    });
  }

  private receive(data: unknown): void {
    if (isTypesetReply(data)) this.answer(data.id, this.without(data.picture));
  }

  private without(picture: FormulaPicture | null): string | null {
    this.glyphs.add(picture?.glyphs ?? {});
    return picture && picture.svg;
  }

  /** The formulas of known losses, which were drawn when the product was built. */
  private async readDrawn(): Promise<void> {
    try {
      const read: unknown = JSON.parse(new TextDecoder().decode(await this.assets.read(FORMULAS_FILE)));
      if (!isFormulas(read)) return;
      this.glyphs.add(read.glyphs);
      for (const [latex, svg] of Object.entries(read.pictures)) this.ready.set(latex, svg);
    } catch (error) {
      this.log.warn(`typesetting: ${String(error)}`);
    }
  }

  private answer(id: number, svg: string | null): void {
    this.waiting.get(id)?.(svg);
    this.waiting.delete(id);
  }

  private fail(reason: string): void {
    this.log.warn(`typesetting: ${reason}`);
    this.thread = null;
    for (const id of [...this.waiting.keys()]) this.answer(id, null);
  }
}

/** Pixels that a hover has for a picture in a window of common size. */
const HOVER_WIDTH = 640;

/** Share of its size to which a picture is made smaller at most. */
const SMALLEST = 0.65;

/** What makes a picture smaller that is too wide for a hover, in VS Code's own notation of an image. */
function narrowed(svg: string): string {
  const width = Number(/^<svg[^>]*? width="([\d.]+)/.exec(svg)?.[1] ?? 0);
  return width > HOVER_WIDTH ? `|width=${Math.round(Math.max(HOVER_WIDTH, SMALLEST * width))}` : '';
}

/** A picture that was drawn in `currentColor` as the address of one in the ink of the theme. */
export function inked(svg: string): string {
  return dataUri(svg.replaceAll('currentColor', themeInk()));
}

/** Percent-encoding is a fifth shorter than base64 for SVG, and hovers are cut at 100,000 characters. */
function dataUri(svg: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svg).replace(/%20/g, ' ').replace(/%3D/g, '=').replace(/%3A/g, ':').replace(/%2F/g, '/').replace(/%2C/g, ',').replaceAll(' ', '%20')}`;
}

function themeInk(): string {
  const { ColorThemeKind } = vscode;
  const inks = {
    [ColorThemeKind.Light]: '#1f1f1f',
    [ColorThemeKind.Dark]: '#d4d4d4',
    [ColorThemeKind.HighContrast]: '#ffffff',
    [ColorThemeKind.HighContrastLight]: '#000000',
  };
  return inks[vscode.window.activeColorTheme.kind];
}
