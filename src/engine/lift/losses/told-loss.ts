import type { PyNode } from '../../syntax/python/node';
import { parametersOf } from '../calls/parameters';
import { docstringOf } from './candidate';
import { returnsOf } from './returned';

/** Whether the first words about a definition say that it computes a loss: not its weights, nor something for one or of one. */
export function isToldLoss(definition: PyNode): boolean {
  return COMPUTES_LOSS.test(docstringOf(definition));
}

const COMPUTES_LOSS =
  /^[rRuU]?["']+\s*(?:computes?|calculates?|evaluates?|returns?)\s+(?:(?!(?:for|from|of|as|in|on|to|with|and|or|by|between|whose|if|whether)\b)[\w-]+\s+){0,5}loss\b(?!\s+(?:weight|grad|scal|coeff|function|instance|name|term|dict|class|and\s+(?:the\s+)?grad)|\/)/i;

/** Whether all that a definition returns is a name of a loss that it made, and it neither trains nor judges a model. */
export function returnsOwnLoss(definition: PyNode): boolean {
  const returned = [...returnsOf(definition)].map(({ text }) => text);
  const given = new Set(parametersOf(definition).map(({ name }) => name));
  return returned.length > 0 && returned.every((text) => LOSS.test(text) && !given.has(text)) && !TRAINS.test(definition.text);
}

const LOSS = /^([a-z]\w*_)?loss$/;

const TRAINS = /\.(backward|step|zero_grad|eval|train|fit|minimize|apply_gradients|numpy|item)\(|\bno_grad\b|loader/;
