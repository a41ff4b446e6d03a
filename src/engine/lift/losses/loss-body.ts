import type { PyNode } from '../../syntax/python/node';
import { returnsOf } from './returned';

/** Whether a body does arithmetic or calls a library's reductions. */
export function calculates(definition: PyNode): boolean {
  const found = (node: PyNode): boolean =>
    (node.type === 'binary_operator' && !isOfText(node)) ||
    (node.type === 'unary_operator' && node.field('argument')?.type === 'call') ||
    (node.type === 'call' && (CALCULATION.test(node.field('function')?.text ?? '') || callsLoss(node))) ||
    node.children.some((child) => !child.type.endsWith('definition') && found(child));
  return found(definition.field('body') ?? definition);
}

/** Whether an operator joins or formats strings. */
function isOfText(node: PyNode): boolean {
  return [node.field('left'), node.field('right')].some((side) => side !== null && /string$/.test(side.type));
}

const CALCULATION =
  /(^|\.)(mean|sum|log|exp|abs|sqrt|square|squared_difference|divide_no_nan|matmul|einsum|reduce_\w+|\w*(cross_entropy|mse|l1|kl_div|_loss|_with_logits))$/;

/** Whether an object of a library's loss is made and called at once: `tf.keras.losses.Huber()(y, x)`. */
function callsLoss(call: PyNode): boolean {
  const made = call.field('function');
  return made?.type === 'call' && LOSS_OBJECT.test(made.field('function')?.text ?? '');
}

const LOSS_OBJECT = /(^|\.)(losses\.[A-Z]\w*|nn\.\w*Loss)$/;

/** Whether a body returns a value that is more than a name of something else. */
export function computes(definition: PyNode): boolean {
  return [...returnsOf(definition)].some((value) => value.type !== 'none' && !MAKES_FUNCTION.test(value.text));
}

/** An expression that is a function of a function. */
const MAKES_FUNCTION = /^((functools\.)?partial\(|(jax\.)?(jit|pmap|vmap|grad|value_and_grad)\((?:[^()]|\([^()]*\))*\)$)/;
