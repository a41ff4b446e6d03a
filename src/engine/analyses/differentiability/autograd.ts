import { inOrder, sizeOf } from '../../ir/expression';
import type { Loss } from '../../ir/loss';
import type { Conventions } from '../../ops/conventions';
import { tapeOf } from '../../tape/compile';
import { Machine } from '../../tape/machine';
import { Unreadable } from '../../tape/tape';
import { plainValues } from '../scalar/coordinate';
import { coordinatesOf, elementName } from '../scalar/layout';
import type { ScalarLoss } from '../scalar/loss-terms';

/** Slope that a framework's autograd returns at a point along a direction, both by coordinate; null where it cannot run. */
export type Autograd = (point: ReadonlyMap<string, number>, direction: ReadonlyMap<string, number>) => number | null;

/** Autograd of a loss in double precision under a framework's conventions. */
export function autogradOf(loss: Loss, form: ScalarLoss, conventions: Conventions): Autograd {
  const { body } = loss;
  if (!body) return () => null;
  const slots = new Map(inOrder(body).map((node, i) => [node, i] as const));
  const machine = new Machine(tapeOf(body), { format: 'float64', flushesSubnormals: false, conventions });
  const plain = new Map(form.coordinates.map((c) => [c.name, plainValues(c)[0] ?? 0]));
  const nodes = loss.parameters.flatMap(({ name, node, default: value }) =>
    node ? [{ name, node, value: typeof value === 'number' ? value : 0 }] : [],
  );
  return (point, direction) => {
    const inputs = nodes.map(({ name, node, value }) => {
      const elements = coordinatesOf(node.shape).map((at) => point.get(elementName(name, at)) ?? plain.get(elementName(name, at)) ?? value);
      return [name, elements] as const;
    });
    try {
      machine.run(Object.fromEntries(inputs));
      const gradients = machine.pullBack(slots.get(body) ?? 0);
      return nodes.reduce(
        (total, { name, node }) => total + along(name, gradients[slots.get(node) ?? -1] ?? null, direction, node.shape),
        0,
      );
    } catch (error) {
      if (error instanceof Unreadable) return null;
      throw error;
    }
  };
}

function along(name: string, gradient: Float64Array | null, direction: ReadonlyMap<string, number>, shape: readonly number[]): number {
  if (!gradient || sizeOf(shape) !== gradient.length) return 0;
  return coordinatesOf(shape).reduce((total, at, i) => {
    const step = direction.get(elementName(name, at)) ?? 0;
    return step === 0 ? total : total + step * (gradient[i] as number);
  }, 0);
}
