import type { Machine } from '../machine';
import { lineageOf, member } from '../modules/classes';
import { Unreadable } from '../state/unreadable';
import { NONE, boolean, tuple, type Arguments, type ClassModel, type ObjectValue, type Value } from '../values/value';
import { floatsOf, frozen, withBackward } from './handmade';

/** The library name of what `forward` and `backward` hand to one another. */
export const CONTEXT = 'lift.context';

/** Whether a class is an autograd function with a backward of its own, applied with `.apply(…)`. */
export function isAutogradFunction(machine: Machine, model: ClassModel): boolean {
  return lineageOf(machine, model).libraries.includes('torch.autograd.Function');
}

/** `SomeFunction.apply(…)`: the value is what `forward` computes; the gradient is what `backward` says. */
export function applyFunction(machine: Machine, model: ClassModel, args: Arguments, depth: number): Value {
  if (args.keywords.size > 0) throw new Unreadable(`${model.name}.apply with keywords`);
  const call = new FunctionCall(machine, model, args.positional, depth);
  const outputs = call.forward();
  return withBackward(machine, outputs, { name: model.name, inputs: args.positional, run: (gradients) => call.backward(gradients) });
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
    const needed = tuple(inputs.map((input) => boolean(floatsOf(machine, input) !== null)));
    const attributes = machine.journal.cell<ReadonlyMap<string, Value>>(new Map([['needs_input_grad', needed]]));
    this.context = { kind: 'object', model: null, library: CONTEXT, constructed: null, attributes };
  }

  /** Runs `forward` and, where it has one, `setup_context`, without gradient. */
  forward(): Value {
    const setup = this.method('setup_context');
    return frozen(this.machine, () => {
      const outputs = this.call('forward', setup ? this.inputs : [this.context, ...this.inputs]);
      if (setup) this.machine.call(setup, { positional: [this.context, tuple(this.inputs), outputs], keywords: new Map() }, this.depth);
      return outputs;
    });
  }

  backward(gradients: readonly Value[]): Value {
    return this.call('backward', [this.context, ...gradients]);
  }

  private call(name: string, positional: readonly Value[]): Value {
    const method = this.method(name);
    if (!method) throw new Unreadable(`${this.model.name} has no ${name}`);
    return this.machine.call(method, { positional, keywords: new Map() }, this.depth);
  }

  private method(name: string): Value | null {
    return member(this.machine, lineageOf(this.machine, this.model).classes, name, { kind: 'class', model: this.model }, this.depth);
  }
}
