import { renamed, spell, type Spellings } from '../spell';

const ANY = '*args, **kwargs';

/** Questions about the run that have one answer while a loss is read: not scripted, not on a GPU, in one process. */
const ANSWERS: Spellings = Object.fromEntries(
  Object.entries({
    'torch.jit.is_scripting': false,
    'torch.jit.is_tracing': false,
    'torch.is_autocast_enabled': false,
    'torch.is_grad_enabled': true,
    'torch.cuda.is_available': false,
    'torch.backends.mps.is_available': false,
    'torch.distributed.is_available': true,
    'torch.distributed.is_initialized': false,
    'torch.distributed.get_world_size': 1,
    'torch.distributed.get_rank': 0,
  }).map(([name, value]) => [name, { ...spell('lift:answer', ANY, `value:${JSON.stringify(value)}`), ignored: ['args', 'kwargs'] }]),
);

/** What processes tell one another: with one process there is nothing to tell. */
const ALONE: Spellings = Object.fromEntries(
  ['all_reduce', 'reduce', 'broadcast', 'barrier'].map((name) => [`torch.distributed.${name}`, spell('lift:ignore', ANY)]),
);

/** Trainable tensors, containers of modules, and what surrounds them. */
export const TORCH_MODULES: Spellings = {
  ...ANSWERS,
  ...ALONE,
  ...renamed('torch.nn.Parameter=lift:parameter torch.nn.parameter.Parameter=lift:parameter', 'data=None, requires_grad=True'),
  'torch.nn.parameter.Buffer': spell('lift:identity', 'data, persistent=True', 'x=data'),
  'torch.nn.ModuleList': spell('lift:module_list', 'modules=()'),
  'torch.nn.ParameterList': spell('lift:module_list', 'modules=()'),
  'torch.nn.ModuleDict': spell('lift:module_dict', 'modules=None'),
  'torch.nn.ParameterDict': spell('lift:module_dict', 'parameters=None', 'modules=parameters'),
  'torch.nn.Sequential': spell('lift:sequential', '*modules'),
  'torch.nn.functional._Reduction.get_enum': spell('lift:reduction_enum', 'reduction'),
  'torch.nn._reduction.get_enum': spell('lift:reduction_enum', 'reduction'),
  'torch.jit.annotate': spell('lift:identity', 'the_type, the_value', 'x=the_value'),
  'torch.typename': spell('lift:answer', ANY, 'value:"torch.FloatTensor"'),
  'torch.autograd.Variable': {
    ...spell('stop_gradient', 'data, requires_grad=False, volatile=False'),
    ignored: ['requires_grad', 'volatile'],
  },
  ...Object.fromEntries(
    'xavier_uniform_ xavier_normal_ kaiming_uniform_ kaiming_normal_ normal_ uniform_ constant_ ones_ zeros_ orthogonal_ trunc_normal_'
      .split(' ')
      .map((name) => [`torch.nn.init.${name}`, initialiser()]),
  ),
};

/** An initialiser writes numbers into a trainable tensor, which is an input of the loss anyway. */
function initialiser(): Spellings[string] {
  return { ...spell('lift:identity', 'tensor, *args, **kwargs', 'x=tensor'), ignored: ['args', 'kwargs'] };
}
