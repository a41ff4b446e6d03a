import { type Domain, REALS } from '../../../src/engine/ir/domain';
import { type Expression, Graph } from '../../../src/engine/ir/expression';
import type { FrameworkId, Loss, Parameter, Role } from '../../../src/engine/ir/loss';
import type { Attributes, Shape } from '../../../src/engine/numerics/signature';
import { infer } from '../../../src/engine/ops/registry';

const SPAN = { start: 0, end: 0 };

/** Builds losses from operations, for tests that need no source text. */
export class LossBuilder {
  readonly graph = new Graph(infer);
  private readonly parameters: Parameter[] = [];

  constructor(private readonly framework: FrameworkId = 'torch') {}

  /** Declares a parameter. */
  parameter(
    name: string,
    role: Role,
    { shape = [2, 3], domain = REALS, declared = false }: { shape?: Shape; domain?: Domain; declared?: boolean } = {},
  ): Expression {
    const node = this.graph.parameter(name, shape, 'float');
    this.parameters.push({
      name,
      role,
      roleBecause: '',
      expects: null,
      domain,
      source: declared ? 'declared' : 'assumed',
      because: '',
      default: null,
      plotAt: null,
      node,
      span: SPAN,
    });
    return node;
  }

  /** Applies an operation; numbers become constants. */
  op(name: string, args: readonly (Expression | number)[], attributes: Attributes = {}): Expression {
    return this.graph.apply(
      name,
      args.map((a) => (typeof a === 'number' ? this.graph.constant(a) : a)),
      attributes,
    );
  }

  /** The loss whose result is `body`. */
  loss(body: Expression): Loss {
    return {
      name: 'loss',
      kind: 'function',
      framework: this.framework,
      span: SPAN,
      nameSpan: SPAN,
      parameters: this.parameters,
      options: [],
      graph: this.graph,
      body,
      uses: [],
      status: 'full',
      missing: [],
      declarations: { wrt: null, dtype: null, facts: [], ignored: [] },
      shapesBecause: '',
    };
  }
}
