import { sizeOf, type Expression } from '../../ir/expression';
import type { Machine } from '../machine';
import { lineageOf, member } from '../modules/classes';
import { Unreadable } from '../state/unreadable';
import { itemsOf } from '../values/plain';
import { expressionOf, tensorOf } from '../values/tensor';
import { NONE, boolean, tuple, type Arguments, type ClassModel, type ObjectValue, type Value } from '../values/value';

/** The library name of what `forward` and `backward` hand to one another. */
export const CONTEXT = 'lift.context';

/** The backward of a function of more outputs than this is not read: it runs once for each. */
const MOST_OUTPUTS = 64;

/** Whether a class is an autograd function with a backward of its own, applied with `.apply(…)`. */
export function isAutogradFunction(machine: Machine, model: ClassModel): boolean {
  return lineageOf(machine, model).libraries.includes('torch.autograd.Function');
}

/**
 * `SomeFunction.apply(…)`: the value is what `forward` computes, without gradient; the gradient is what `backward` says. Each
 * output becomes its value plus a term that is zero and whose gradient is that.
 */
export function applyFunction(machine: Machine, model: ClassModel, args: Arguments, depth: number): Value {
  if (args.keywords.size > 0) throw new Unreadable(`${model.name}.apply with keywords`);
  const call = new FunctionCall(machine, model, args.positional, depth);
  const outputs = call.forward();
  const items = itemsOf(outputs);
  if (!items) return call.attached(outputs, 0, 1);
  return tuple(items.map((item, i) => call.attached(item, i, items.length)));
}

/** A method of the context. */
export function callContext(machine: Machine, context: ObjectValue, name: string, args: Arguments): Value {
  if (!/^(save_for_(backward|forward)|mark_\w+|set_materialize_grads)$/.test(name)) throw new Unreadable(`.${name}() of a context`);
  if (name === 'save_for_backward')
    machine.journal.set(context.attributes, new Map(context.attributes.value).set('saved_tensors', tuple(args.positional)));
  return NONE;
}

class FunctionCall {
  private readonly context: ObjectValue;

  constructor(
    private readonly machine: Machine,
    private readonly model: ClassModel,
    private readonly inputs: readonly Value[],
    private readonly depth: number,
  ) {
    const needed = tuple(inputs.map((input) => boolean(this.floats(input) !== null)));
    const attributes = machine.journal.cell<ReadonlyMap<string, Value>>(new Map([['needs_input_grad', needed]]));
    this.context = { kind: 'object', model: null, library: CONTEXT, constructed: null, attributes };
  }

  /** Runs `forward` and, where it has one, `setup_context`, without gradient. */
  forward(): Value {
    const setup = this.method('setup_context');
    return this.frozen(() => {
      const outputs = this.call('forward', setup ? this.inputs : [this.context, ...this.inputs]);
      if (setup) this.machine.call(setup, { positional: [this.context, tuple(this.inputs), outputs], keywords: new Map() }, this.depth);
      return outputs;
    });
  }

  /** One output with the gradient that `backward` gives it. */
  attached(output: Value, place: number, count: number): Value {
    const node = this.floats(output);
    if (!node) return output;
    const { graph, trace } = this.machine;
    const total = sizeOf(node.shape);
    if (total > MOST_OUTPUTS) throw new Unreadable(`the backward of ${this.model.name} for ${total} outputs`);
    const terms = trace.quietly(() =>
      Array.from({ length: total }, (_, at) => {
        const one = Array.from({ length: total }, (_, i) => (i === at ? 1 : 0));
        return this.term(graph.tensor(one, node.shape), place, count);
      }),
    );
    const zeros = graph.apply('reshape', [graph.apply('stack', terms, { axis: 0 })], { shape: node.shape });
    return tensorOf(this.machine, graph.apply('add', [graph.apply('stop_gradient', [node]), zeros]));
  }

  /** Zero, with the gradient that `backward` gives for one gradient of the outputs. */
  private term(gradient: Expression, place: number, count: number): Expression {
    const { graph } = this.machine;
    const zero = graph.constant(0);
    const given = Array.from({ length: count }, (_, i) => tensorOf(this.machine, i === place ? gradient : zero));
    const result = this.frozen(() => this.call('backward', [this.context, ...given]));
    const each = itemsOf(result) ?? [result];
    const terms = this.inputs.flatMap((input, i) => {
      const x = this.floats(input);
      const slope = each[i] ?? NONE;
      if (!x || slope.kind === 'none') return [];
      const away = graph.apply('subtract', [x, graph.apply('stop_gradient', [x])]);
      const through = graph.apply('stop_gradient', [expressionOf(this.machine, slope)]);
      return [graph.apply('sum', [graph.apply('multiply', [through, away])], { axes: null, keepdims: false })];
    });
    return terms.reduce((sum, one) => graph.apply('add', [sum, one]), zero);
  }

  private floats(value: Value): Expression | null {
    if (value.kind !== 'tensor' && value.kind !== 'free' && value.kind !== 'opaque') return null;
    if (value.kind === 'opaque') throw new Unreadable(`${value.what}: ${value.why}`);
    if (value.kind === 'free' && !this.machine.inputs.mayHoldData(value.path)) return null;
    const node = expressionOf(this.machine, value);
    return node.kind === 'float' ? node : null;
  }

  private call(name: string, positional: readonly Value[]): Value {
    const method = this.method(name);
    if (!method) throw new Unreadable(`${this.model.name} has no ${name}`);
    return this.machine.call(method, { positional, keywords: new Map() }, this.depth);
  }

  private method(name: string): Value | null {
    return member(this.machine, lineageOf(this.machine, this.model).classes, name, { kind: 'class', model: this.model }, this.depth);
  }

  private frozen(run: () => Value): Value {
    this.machine.trace.frozen++;
    try {
      return run();
    } finally {
      this.machine.trace.frozen--;
    }
  }
}
