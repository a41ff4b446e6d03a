import type { Machine } from '../machine';
import { feed } from '../state/feed';
import { NONE, text, type Arguments, type ObjectValue, type Value } from '../values/value';
import { Unreadable } from '../state/unreadable';

/** The library name of such a network. */
const NETWORK = 'lift.network';

/** A network whose weights come from elsewhere, or a part of it. */
interface NetworkValue extends ObjectValue {
  readonly library: typeof NETWORK;
}

/** Makers of pretrained networks. */
const MAKERS =
  /^torchvision\.models\.(?!feature_extraction)([a-z_]+\.)*[a-z]+[a-z_\d]*$|^(timm\.create_model|torch\.hub\.load|torch\.jit\.load|lpips\.LPIPS|transformers\.\w+\.from_pretrained|facenet_pytorch\.InceptionResnetV1)$/;

/** Whether a library's function makes a network whose weights come from elsewhere. */
export function makesNetwork(name: string): boolean {
  return MAKERS.test(name);
}

/** A network, or a part of one, under a name. */
export function networkNamed(machine: Machine, name: string): ObjectValue {
  return {
    kind: 'object',
    model: null,
    library: NETWORK,
    constructed: null,
    attributes: machine.journal.cell<ReadonlyMap<string, Value>>(new Map([['name', text(name)]])),
  };
}

/** Whether a value is a network or a part of one. */
export function isNetwork(value: Value): value is NetworkValue {
  return value.kind === 'object' && value.library === NETWORK;
}

/** A part of a network: an attribute, a layer, or several layers in a row. */
export function partOfNetwork(machine: Machine, network: ObjectValue, part: string): ObjectValue {
  return networkNamed(machine, `${nameOf(network)}${part}`);
}

/** What a network makes of tensors is as free as a parameter; what they were computed from was handed to a model. */
export function callNetwork(machine: Machine, network: ObjectValue, args: Arguments): Value {
  feed(machine, [...args.positional, ...args.keywords.values()]);
  return machine.inputs.output(nameOf(network), []);
}

/** Methods of a network: those that say how it runs, and those that show its layers or weights. */
export function networkMethod(machine: Machine, network: ObjectValue, name: string, args: Arguments): Value {
  if (/^(parameters|buffers|named_parameters|named_buffers)$/.test(name))
    return { kind: 'list', cell: machine.journal.cell<readonly Value[]>([]) };
  if (/^(load_state_dict|zero_grad|register_forward_hook|apply)$/.test(name)) return NONE;
  if (/^(to|cuda|cpu|eval|train|float|double|half|requires_grad_|type|children|modules)$/.test(name)) return network;
  if (/^(named_children|named_modules|state_dict|_modules)$/.test(name)) throw new Unreadable('the layers of a network that is not read');
  return callNetwork(machine, partOfNetwork(machine, network, /^(forward|__call__)$/.test(name) ? '' : `.${name}`), args);
}

function nameOf(network: ObjectValue): string {
  const name = network.attributes.value.get('name');
  return name?.kind === 'text' ? name.value : 'network';
}
