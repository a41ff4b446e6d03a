import type { Expression } from '../ir/expression';
import type { Loss, Use } from '../ir/loss';
import type { Attribute } from '../numerics/signature';
import type { Span } from '../text/span';
import type { Imports } from './imports';
import { operandText } from './operand-text';
import { takesOperand } from './takes-operand';
import { callArguments, parenthesised, STRENGTH } from './python-text';

/** Finds the pieces of source that stand for nodes of a loss. */
export class SourceText {
  private readonly all: readonly Use[];
  private readonly byPlace = new Map<string, Use[]>();
  /** Evaluations that are what their whole place means; a library's composite evaluates many nodes at the place of its call. */
  private readonly uses: readonly Use[];
  private readonly modules: ReadonlySet<string>;

  constructor(
    private readonly text: string,
    private readonly loss: Loss,
    imports: Imports,
  ) {
    this.all = loss.uses.filter(({ span }) => span.source === undefined);
    for (const use of this.all) this.byPlace.set(placeKey(use.span), [...(this.byPlace.get(placeKey(use.span)) ?? []), use]);
    this.uses = this.all.filter((use) => !this.at(use.span).some((other) => other.node.args.includes(use.node)));
    this.modules = new Set(imports.names.values());
  }

  /** Where the source writes this node: each place once, and only where the node is what the whole place means. */
  placesOf(node: Expression): Span[] {
    const places = new Map<string, Use>();
    for (const use of this.uses) places.set(`${use.span.start}-${use.span.end}`, use);
    return [...places.values()].filter((use) => use.node === node).map(({ span }) => span);
  }

  /** Code that means this node at a later place of the same function; null when there is none. */
  codeOf(node: Expression, place: Span): string | null {
    return this.inside(node, place) ?? this.parameterCode(node, place) ?? this.before(node, place);
  }

  /** A move of elements as the source writes it elsewhere in the function, of another first operand. */
  movedCode(node: Expression, operand: string, place: Span): string | null {
    const start = this.functionStart(place);
    for (const use of this.all.filter(({ span }) => span.start >= start && span.start <= place.end)) {
      const own = use.node.args[0];
      if (!own || !sameMove(use.node, node)) continue;
      if (this.at(use.span).some((other) => other.node === own)) return operand;
      const code = this.slice(use.span);
      const inner = this.inside(own, use.span);
      const at = inner === null ? -1 : code.indexOf(inner);
      const rest = code.slice(at + (inner?.length ?? 0));
      if (at < 0 || this.namesOf(rest).some((name) => this.rebound(name, use.span.start, place.start))) continue;
      return code.slice(0, at) + parenthesised(operand, at === 0 ? STRENGTH.atom : STRENGTH.choice) + rest;
    }
    return null;
  }

  /** The text that the author gave for an axis of this value, in a call that stands for a node with that axis. */
  axisText(value: Attribute, place: Span): string | null {
    const near = this.uses.filter(
      (use) => use.span.start >= this.functionStart(place) && use.span.start <= place.end && sameAxis(use.node, value),
    );
    const texts = near.map((use) => axisArgument(this.slice(use.span))).filter((text) => text !== null);
    return texts[texts.length - 1] ?? null;
  }

  /** What stands for the node within the place that is replaced. */
  private inside(node: Expression, place: Span): string | null {
    const own = this.uses.find((use) => use.node === node && within(use.span, place) && !same(use.span, place));
    if (own) return this.slice(own.span);
    return (
      this.all
        .filter(({ span }) => within(span, place))
        .map((use) => this.operandOf(use, node))
        .find((code) => code !== null) ?? null
    );
  }

  /** All evaluations at one place. */
  private at(span: Span): readonly Use[] {
    return this.byPlace.get(placeKey(span)) ?? [];
  }

  /** What stands for a node among the operands of a use. */
  private operandOf({ node: user, span }: Use, node: Expression): string | null {
    const index = user.args.indexOf(node);
    const code = this.slice(span);
    const others = this.at(span).filter((other) => other.node !== user);
    if (index < 0 || others.some((other) => other.node === node) || (others.length > 0 && !code.trimEnd().endsWith(']'))) return null;
    return operandText(code, index, user.args.length, {
      isModule: (name) => this.modules.has(name),
      takes: (callee, position) => takesOperand(this.loss.framework, callee, user.op, position),
    });
  }

  /** The name of a parameter of the function itself. */
  private parameterCode(node: Expression, place: Span): string | null {
    const parameter = this.loss.parameters.find((p) => p.node === node && within(p.span, this.loss.span));
    if (!parameter || !/^\w+$/.test(parameter.name) || !within(place, this.loss.span)) return null;
    return this.rebound(parameter.name, parameter.span.end, place.start) ? null : parameter.name;
  }

  /** A name bound to the node earlier in the function, or the code that made it, if all its names still mean the same. */
  private before(node: Expression, place: Span): string | null {
    const start = this.functionStart(place);
    for (const { span } of this.uses.filter((use) => use.node === node && use.span.start >= start && use.span.end <= place.start)) {
      const name = this.boundName(span);
      if (name !== null && !this.rebound(name, span.end, place.start)) return name;
      const code = this.slice(span);
      if (
        code.length <= 80 &&
        !code.includes('\n') &&
        this.namesOf(code).every((word) => !this.rebound(word, this.lineStart(span.start), place.start))
      )
        return code;
    }
    const name = this.uses
      .filter(({ span }) => span.start >= start && span.end <= place.start)
      .map((use) => ({ code: this.operandOf(use, node), from: this.lineStart(use.span.start) }))
      .find(({ code, from }) => code !== null && /^\w+$/.test(code) && !this.rebound(code, from, place.start));
    return name?.code ?? null;
  }

  /** `p` where the source says `p = <the span>` and nothing else. */
  private boundName(span: Span): string | null {
    const rest = /^[^\n]*/.exec(this.text.slice(span.end))?.[0] ?? '';
    if (!/^\s*(?:#.*)?$/.test(rest)) return null;
    return /^\s*(\w+)\s*=\s*$/.exec(this.text.slice(this.lineStart(span.start), span.start))?.[1] ?? null;
  }

  /** Offset of the `def` whose body holds a place; 0 at the level of the module. */
  private functionStart(place: Span): number {
    const lines = this.text.slice(0, place.start).split('\n');
    const indent = indentOf(this.text.slice(this.lineStart(place.start)));
    let offset = place.start;
    for (let i = lines.length - 1; i >= 0; i--) {
      const line = lines[i] ?? '';
      offset = i === lines.length - 1 ? this.lineStart(place.start) : offset - line.length - 1;
      if (/^\s*(?:async\s+)?def\b/.test(line) && indentOf(line) < indent) return offset;
    }
    return 0;
  }

  private namesOf(code: string): readonly string[] {
    return code.match(/(?<![\w.])[A-Za-z_]\w*/g) ?? [];
  }

  private slice(span: Span): string {
    return this.text.slice(span.start, span.end);
  }

  private lineStart(offset: number): number {
    return this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Whether a name may be bound anew between two offsets: assigned, augmented, unpacked, a loop's variable, or changed in place. */
  private rebound(name: string, start: number, end: number): boolean {
    const between = this.text.slice(start, end).replace(/\([^()\n]*\)/g, (group) => group.replace(/=/g, ' '));
    const target = `(?<![\\w.])${name}\\b(?:\\s*\\[[^\\]\\n]*\\])?`;
    const patterns = [
      `${target}(?:\\s*,[^=\\n]*)?\\s*(?:\\*\\*|//|[-+*/%@&|^])?=(?!=)`,
      `\\bfor\\b[^:\\n]*\\b${name}\\b`,
      `(?<![\\w.])${name}\\.\\w+_\\(`,
    ];
    return patterns.some((pattern) => new RegExp(pattern).test(between));
  }
}

function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].length ?? 0;
}

function sameMove(a: Expression, b: Expression): boolean {
  const others = a.args.length === b.args.length && a.args.every((argument, i) => i === 0 || argument === b.args[i]);
  return a.op === b.op && others && JSON.stringify(a.attributes) === JSON.stringify(b.attributes);
}

function placeKey({ start, end }: Span): string {
  return `${start}-${end}`;
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
