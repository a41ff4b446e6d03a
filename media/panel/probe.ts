import { Machine } from '../../src/engine/tape/machine';
import type { Values } from '../../src/engine/tape/machine';
import type { FormatName } from '../../src/engine/numerics/format';
import type { Drawing } from '../../src/protocol/drawing';
import { breakBack } from './break-back';
import { movedTo, stretchAt } from './view';
import type { View } from './view';

/** Value of a loss, and its slope along the axis. */
export interface Reading {
  readonly value: number;
  readonly slope: number;
}

/** A loss along one axis, in one format: everything else is held at the view's values. */
export class Probe {
  private readonly machine: Machine;
  private readonly root: number;
  private readonly slot: number;
  private readonly inputs: Record<string, readonly number[]>;

  constructor(
    drawing: Drawing,
    private readonly view: View,
    format: FormatName,
  ) {
    this.machine = new Machine(drawing.tape, { ...drawing.arithmetic, format });
    this.root = drawing.tape.roots[0] ?? 0;
    this.slot = drawing.tape.inputs[view.axis] ?? 0;
    this.inputs = { ...view.values };
  }

  /** Values of all slots; a loss that is a tensor stands for the sum of its elements. Throws Unreadable. */
  run(x: number): Values {
    this.inputs[this.view.axis] = movedTo(x, this.view);
    return this.machine.run(this.inputs);
  }

  /** Gradients of all slots, after a run. */
  slopes(): Values {
    return this.machine.pullBack(this.root);
  }

  /** The operation that breaks the gradient on the way back, after a run. */
  breakBack(drawing: Drawing, gradients: Values): number | null {
    return breakBack(drawing, this.machine, gradients);
  }

  /** Value and slope at a point. Throws Unreadable. */
  read(x: number): Reading {
    const value = sum(this.run(x)[this.root] ?? null);
    const gradient = this.slopes()[this.slot] ?? null;
    const { element } = this.view;
    const slope = element === 'all' ? sum(gradient) : (gradient?.[element] ?? 0);
    return { value, slope: this.view.measure.kind === 'itself' ? slope : slope * stretchAt(x, this.view) };
  }
}

function sum(values: Float64Array | null): number {
  return values?.reduce((total, value) => total + value, 0) ?? 0;
}
