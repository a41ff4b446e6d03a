import type { Expression } from '../../ir/expression';
import { ShapeError } from '../../numerics/signature';
import { Unreadable } from '../state/unreadable';
import type { Machine } from '../machine';
import { expressionOf } from '../values/tensor';
import type { ObjectValue, Value } from '../values/value';

/** Entries of a returned dict that are the total. */
const TOTAL = /^(loss|total_loss|total|losses|loss_total)$/;

/**
 * The node that a loss returns: of several values the first, of a dict the one called `loss`, else the sum of its entries.
 * Null when it is not a number.
 */
export function resultNode(machine: Machine, value: Value): Expression | null {
  try {
    const chosen = mainPart(machine, value);
    if (!chosen || (chosen.kind === 'opaque' && chosen.inputs.length === 0 && !chosen.node.value)) return null;
    const node = expressionOf(machine, chosen);
    return machine.graph.selectionOf(node) ? null : node;
  } catch (error) {
    if (error instanceof Unreadable || error instanceof ShapeError) return null;
    throw error;
  }
}

/** The loss among the attributes of an object that is returned: a dataclass of results. */
function attributeOf(machine: Machine, { attributes }: ObjectValue): Value | null {
  const found = [...attributes.value].find(([name]) => TOTAL.test(name));
  return found ? mainPart(machine, found[1]) : null;
}

function mainPart(machine: Machine, value: Value): Value | null {
  if (value.kind === 'object') return attributeOf(machine, value);
  if (value.kind === 'tuple' || value.kind === 'list')
    return (
      (value.kind === 'tuple' ? value.items : value.cell.value).map((item) => mainPart(machine, item)).find((item) => item !== null) ?? null
    );
  if (value.kind !== 'dict') return ['tensor', 'number', 'free', 'opaque', 'boolean'].includes(value.kind) ? value : null;
  const entries = [...value.cell.value.values()];
  const total = entries.find(({ key }) => key.kind === 'text' && TOTAL.test(key.value));
  if (total) return mainPart(machine, total.value);
  const parts = entries.map((entry) => mainPart(machine, entry.value)).filter((part) => part !== null);
  const [first, ...rest] = parts;
  return first ? rest.reduce<Value>((sum, part) => machine.apply('add', [sum, part]), first) : null;
}
