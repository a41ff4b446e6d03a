import type { Expression } from '../ir/expression';
import type { Loss, Use } from '../ir/loss';
import type { Attribute } from '../numerics/signature';
import type { Span } from '../text/span';
import { callArguments } from './python-text';

/** Finds the pieces of source that stand for nodes of a loss. */
export class SourceText {
  private readonly uses: readonly Use[];

  constructor(
    private readonly text: string,
    private readonly loss: Loss,
  ) {
    this.uses = loss.uses.filter(({ span }) => span.source === undefined);
  }

  /** Where the source writes this node: each place once, and only where the node is what the whole place means. */
  placesOf(node: Expression): Span[] {
    const places = new Map<string, Use>();
    for (const use of this.uses) places.set(`${use.span.start}-${use.span.end}`, use);
    return [...places.values()].filter((use) => use.node === node && !this.isName(use.span)).map(({ span }) => span);
  }

  /**
   * Code that means this node at a later place: what stands inside that place already, else an earlier piece whose names have
   * not been bound anew in between; null when there is none.
   */
  codeOf(node: Expression, place: Span): string | null {
    const own = this.uses.filter((use) => use.node === node && within(use.span, place) && !same(use.span, place));
    const inside = own[0];
    if (inside) return this.slice(inside.span);
    if (node.op === 'parameter' && /^\w+$/.test(String(node.attributes.name)) && !this.rebound(String(node.attributes.name), this.loss.span.start, place.start)) {
      return String(node.attributes.name);
    }
    const before = this.uses.filter((use) => use.node === node && within(use.span, this.loss.span) && use.span.end <= place.start);
    const code = before.map((use) => ({ code: this.slice(use.span), span: use.span })).find(({ code, span }) => this.stillMeans(code, span, place));
    return code?.code ?? null;
  }

  /** The text that the author gave for an axis of this value, in a call that stands for a node with that axis. */
  axisText(value: Attribute, place: Span): string | null {
    const near = this.uses.filter((use) => within(use.span, this.loss.span) && use.span.start <= place.end && sameAxis(use.node, value));
    const texts = near.map((use) => axisArgument(this.slice(use.span))).filter((text) => text !== null);
    return texts[texts.length - 1] ?? null;
  }

  private slice(span: Span): string {
    return this.text.slice(span.start, span.end);
  }

  private isName(span: Span): boolean {
    return /^\w+$/.test(this.slice(span));
  }

  private stillMeans(code: string, from: Span, place: Span): boolean {
    if (code.includes('\n') || code.length > 80) return false;
    const names = new Set(code.match(/(?<![\w.])[A-Za-z_]\w*/g) ?? []);
    return [...names].every((name) => !this.rebound(name, from.end, place.start));
  }

  /** Whether a name may be bound anew between two offsets: assigned, augmented, or a loop's variable. */
  private rebound(name: string, start: number, end: number): boolean {
    const between = this.text.slice(start, end);
    return new RegExp(`(?<![\\w.])${name}(?:\\s*\\[[^\\]]*\\])?(?:\\s*,[^=\\n(]*)?\\s*(?:[-+*/%@&|^]|\\*\\*|//)?=(?!=)|\\bfor\\b[^:\\n]*\\b${name}\\b|(?<![\\w.])${name}\\.\\w+_\\(`).test(
      between.replace(/\([^()\n]*\)/g, (group) => group.replace(/=/g, '≐')),
    );
  }
}

function within(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function same(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

function sameAxis({ attributes: { axis, axes } }: Expression, value: Attribute): boolean {
  const own = typeof axis === 'number' ? [axis] : Array.isArray(axes) ? axes : null;
  const wanted = Array.isArray(value) ? value : [value];
  return own !== null && own.length === wanted.length && own.every((a, i) => a === wanted[i]);
}

/** The axis argument of a call: `dim=…`, `axis=…`, or a whole number or tuple by position. */
function axisArgument(code: string): string | null {
  const parts = callArguments(code);
  if (!parts) return null;
  const named = parts.map((part) => /^(?:dim|axis)\s*=\s*([\s\S]+)$/.exec(part)?.[1]).find((text) => text !== undefined);
  return named ?? parts.find((part) => /^(?:-?\d+|\(\s*-?\d+(?:\s*,\s*-?\d+)*\s*,?\s*\))$/.test(part)) ?? null;
}
