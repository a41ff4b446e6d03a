import type { NonSmoothPoint } from '../analyses/differentiability/answer';
import type { FunctionVerdicts } from '../analyses/function-verdicts';
import type { Loss } from '../ir/loss';
import { numberText } from '../ir/expression-text';
import type { Arguments, Found, Group, Rule, RuleContext } from './rule';

/** A rule about a loss as a function of real numbers: true and worth knowing, not a fault. */
export interface ShapePattern {
  readonly group: Group;
  readonly name: string;
  /** Which of its messages fits; default: `here`. */
  readonly variant?: (shape: FunctionVerdicts, loss: Loss) => string;
  /** The slots of its message, once for everything there is to say. */
  say(shape: FunctionVerdicts, gradientFlow: RuleContext['gradientFlow']): Iterable<Arguments>;
}

/** Makes the rule of a pattern; it stands at the name of the loss. */
export function shapeRule({ group, name, say, variant = () => 'here' }: ShapePattern): Rule {
  const code = `${group}/${name}`;
  return {
    code,
    group,
    defaultSeverity: 'information',
    summary: `${name}.summary`,
    ofShape: true,
    *find({ loss, shape, gradientFlow }: RuleContext): Iterable<Found> {
      if (!shape) return;
      for (const slots of say(shape, gradientFlow)) {
        yield {
          code,
          severity: 'information',
          span: loss.nameSpan,
          messageId: `${name}.${variant(shape, loss)}`,
          arguments: slots,
          related: [],
          hazard: null,
          witness: null,
          rewrite: null,
          rank: 5,
        };
        return;
      }
    },
  };
}

/** Makes the rule of the points of some kinds: the first is told, with its slopes. */
export function pointRule({ name, kinds }: { readonly name: string; readonly kinds: readonly NonSmoothPoint['kind'][] }): Rule {
  return shapeRule({
    group: 'differentiability',
    name,
    *say({ differentiability: { at } }) {
      for (const { where, kind, left, right } of at) {
        if (kinds.includes(kind)) yield { where, left: slopeText(left), right: slopeText(right) };
      }
    },
  });
}

function slopeText(slope: number | null): string {
  return slope === null ? '?' : numberText(slope);
}
