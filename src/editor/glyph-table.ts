/** Outlines of glyphs by name, each kept once for all pictures that use it. */
export class GlyphTable {
  private readonly outlines = new Map<string, string>();

  /** Takes further outlines. */
  add(glyphs: Readonly<Record<string, string>>): void {
    for (const [name, outline] of Object.entries(glyphs)) this.outlines.set(name, outline);
  }

  /** A picture with the outlines of the glyphs that it refers to, so that it can stand alone. */
  complete(svg: string): string {
    const names = new Set([...svg.matchAll(/href="#([^"]+)"/g)].map(([, name = '']) => name));
    const paths = [...names].map((name) => `<path id="${name}" d="${this.outlines.get(name) ?? ''}"/>`);
    return svg.replace(/<svg[^>]*>/, (open) => `${open}<defs>${paths.join('')}</defs>`);
  }
}
