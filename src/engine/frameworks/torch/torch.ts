import { elementTypes, numbers } from '../array-api/constants';
import type { Framework } from '../framework';
import { aliasesFor, renamed, under } from '../spell';
import { conventions } from './conventions';
import { TORCH_CREATION, TORCH_LINALG, TORCH_SPECIAL } from './creation';
import { TORCH_DISTRIBUTIONS } from './distributions';
import { TORCH_ACTIVATIONS, TORCH_LOSSES } from './functional';
import { TORCH_IMAGE, TORCH_IMAGE_CLASSES } from './image';
import { TORCH_METHODS, TORCH_PROPERTIES } from './methods';
import { TORCH_MODULES } from './modules';
import { TORCH_LAYER_CLASSES, TORCH_LOSS_CLASSES } from './nn';
import { TORCH_BOTH } from './tensor';
import {
  TORCH_DIVERGENCE,
  TORCH_FURTHER,
  TORCH_FURTHER_ACTIVATIONS,
  TORCH_FURTHER_CLASSES,
  TORCH_FURTHER_METHODS,
  TORCH_NORMS,
  TORCH_PACKAGES,
} from './further';
import { TORCH_COMPLEX, TORCH_COMPLEX_METHODS, TORCH_FFT, TORCH_WINDOWS } from './spectral';
import { TORCH_WRITINGS } from './writings';

const KORNIA_CHECKS = 'KORNIA_CHECK KORNIA_CHECK_SHAPE KORNIA_CHECK_IS_TENSOR KORNIA_CHECK_SAME_DEVICE KORNIA_CHECK_SAME_SHAPE'
  .split(' ')
  .map((name) => `${name}=lift:ignore`)
  .join(' ');

/** Losses that torch's core offers as functions of `torch`. */
const CORE_LOSSES = Object.fromEntries(
  'binary_cross_entropy_with_logits kl_div poisson_nll_loss hinge_embedding_loss margin_ranking_loss cosine_embedding_loss triplet_margin_loss'
    .split(' ')
    .map((name) => [name, name]),
);

/** PyTorch. */
export const TORCH: Framework = {
  id: 'torch',
  modules: ['torch', 'pytorch_lightning', 'lightning', 'kornia'],
  defaultFormat: 'float32',
  flushesSubnormals: false,
  conventions,
  functions: {
    ...under('torch', { ...TORCH_BOTH, ...TORCH_CREATION }),
    ...under('torch.special', TORCH_SPECIAL),
    ...under('torch.linalg', TORCH_LINALG),
    ...under('torch.fft', TORCH_FFT),
    ...under('torch', { ...TORCH_COMPLEX, ...TORCH_WINDOWS, ...TORCH_FURTHER }),
    ...TORCH_DIVERGENCE,
    ...under('kornia.core.check', renamed(KORNIA_CHECKS, '*args, **kwargs')),
    ...TORCH_MODULES,
    ...TORCH_PACKAGES,
    ...under('torch.nn.functional', { ...TORCH_NORMS, ...TORCH_FURTHER_ACTIVATIONS }),
    ...under('torch.nn.functional', { ...TORCH_ACTIVATIONS, ...TORCH_LOSSES, ...TORCH_IMAGE }),
  },
  methods: { ...TORCH_METHODS, ...TORCH_FURTHER_METHODS, ...TORCH_COMPLEX_METHODS },
  properties: { ...TORCH_PROPERTIES, ...renamed('real=lift:real imag=lift:imag', 'self', 'x=self') },
  classes: {
    ...under('torch.nn', { ...TORCH_LOSS_CLASSES, ...TORCH_LAYER_CLASSES, ...TORCH_IMAGE_CLASSES, ...TORCH_FURTHER_CLASSES }),
    ...under('torch.distributions', TORCH_DISTRIBUTIONS),
  },
  bases: ['torch.nn.Module'],
  aliases: {
    ...aliasesFor('torch.nn.modules.loss', 'torch.nn', TORCH_LOSS_CLASSES),
    'torch.nn.NLLLoss2d': 'torch.nn.NLLLoss',
    'torch.nn.modules': 'torch.nn',
    'torch.nn.modules.loss': 'torch.nn',
    'torch.nn.loss': 'torch.nn',
    'torch.nn.module': 'torch.nn',
    'torch.distributions.normal.Normal': 'torch.distributions.Normal',
    'torch.distributions.categorical.Categorical': 'torch.distributions.Categorical',
    'torch.nn.modules.Module': 'torch.nn.Module',
    'torch.nn.modules.module.Module': 'torch.nn.Module',
    'torch.jit.ScriptModule': 'torch.nn.Module',
    'torch.nn.parameter.Parameter': 'torch.nn.Parameter',
    ...aliasesFor('torch', 'torch._C._nn', CORE_LOSSES),
    'torch.Size': 'builtins.tuple',
    'torch.functional.einsum': 'torch.einsum',
    'torch.distributions.kl.kl_divergence': 'torch.distributions.kl_divergence',
    'torch.distributions.independent.Independent': 'torch.distributions.Independent',
    'torch.distributions.multivariate_normal.MultivariateNormal': 'torch.distributions.MultivariateNormal',
    'torch.distributions.log_normal.LogNormal': 'torch.distributions.LogNormal',
    'torch.distributions.bernoulli.Bernoulli': 'torch.distributions.Bernoulli',
    'torch.distributions.laplace.Laplace': 'torch.distributions.Laplace',
    'torch.distributions.beta.Beta': 'torch.distributions.Beta',
  },
  synonyms: {
    axis: 'dim',
    keepdims: 'keepdim',
    x: 'input',
    a: 'input',
    x1: 'input',
    x2: 'other',
    tensor: 'input',
    split_size_or_sections: 'split_size',
  },
  constants: numbers('torch'),
  dtypes: {
    ...elementTypes('torch'),
    'torch.float': 'float32',
    'torch.double': 'float64',
    'torch.half': 'float16',
    'torch.long': 'int',
    'torch.int': 'int',
    'torch.short': 'int',
    'torch.FloatTensor': 'float32',
    'torch.cuda.FloatTensor': 'float32',
    'torch.DoubleTensor': 'float64',
    'torch.LongTensor': 'int',
    'torch.cuda.LongTensor': 'int',
    'torch.BoolTensor': 'bool',
  },
  writings: TORCH_WRITINGS,
};
