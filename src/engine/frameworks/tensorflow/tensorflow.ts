import { elementTypes, numbers } from '../array-api/constants';
import type { Framework } from '../framework';
import { aliasesFor, renamed, spell, under } from '../spell';
import { conventions } from './conventions';
import { KERAS_LAYER_CLASSES, KERAS_LOSS_ALIASES, KERAS_LOSS_CLASSES, KERAS_LOSSES } from './keras-losses';
import { KERAS_BACKEND, KERAS_OPS } from './keras-ops';
import { TF1, TF_MATH, TF_METHODS, TF_PROPERTIES, TF_TOP } from './math';
import { TF_NN } from './nn';
import { TF_COMPLEX, TF_SIGNAL } from './signal';
import { TENSORFLOW_WRITINGS } from './writings';

/** Modules of TensorFlow that a program may know under other names; the lift rewrites the longest prefix. */
const MODULES = {
  'tensorflow.keras': 'keras',
  'tensorflow.python.keras': 'keras',
  'tensorflow.compat.v2': 'tensorflow',
  'tensorflow.compat.v1.': 'tensorflow.',
  'tensorflow.compat.v1.nn.': 'tensorflow.nn.',
  'tensorflow.contrib.keras': 'keras',
  keras_core: 'keras',
  'tensorflow.python.ops.math_ops': 'tensorflow',
  'tensorflow.python.ops.standard_ops': 'tensorflow',
  'tensorflow.python.ops.nn': 'tensorflow.nn',
  'tensorflow.python.ops.nn_ops': 'tensorflow.nn',
  'tensorflow.python.util.nest': 'tensorflow.nest',
  'tensorflow.contrib.framework.nest': 'tensorflow.nest',
  'tensorflow.python.framework.ops.convert_to_tensor_v2': 'tensorflow.convert_to_tensor',
  'tensorflow.python.framework.ops': 'tensorflow',
  'tensorflow.convert_to_tensor_v2': 'tensorflow.convert_to_tensor',
  'tensorflow.python.ops.array_ops': 'tensorflow',
  'tensorflow.python.ops.clip_ops': 'tensorflow',
  'tensorflow.python.ops.nn_impl': 'tensorflow.nn',
  'tensorflow.python.ops.random_ops': 'tensorflow.random',
  'tensorflow.python.ops.linalg_ops': 'tensorflow.linalg',
  'tensorflow.python.framework.dtypes': 'tensorflow.dtypes',
  'tensorflow.python.framework.constant_op': 'tensorflow',
  'keras.src.ops': 'keras.ops',
  'keras.src.tree': 'keras.tree',
  'keras.src.backend': 'keras.backend',
  'keras.src.losses.losses': 'keras.losses',
  'keras.src.losses.loss': 'keras.losses',
};

/** What has one name and two meanings in TensorFlow 1 and 2 keeps the name that says which. */
const OF_VERSION_1 = Object.fromEntries(
  ['where', 'losses', 'nn', 'nn.softmax_cross_entropy_with_logits'].map((name) => {
    const whole = `tensorflow.compat.v1.${name}`;
    return [whole, whole];
  }),
);

const LOSS_ALIASES = Object.fromEntries(
  Object.entries(KERAS_LOSS_ALIASES).map(([name, target]) => [`keras.losses.${name}`, `keras.losses.${target}`]),
);

/** TensorFlow 2 with the spellings of TensorFlow 1 that remain readable, and Keras on top of it. */
export const TENSORFLOW: Framework = {
  id: 'tensorflow',
  modules: ['tensorflow', 'keras', 'tensorflow_addons'],
  defaultFormat: 'float32',
  flushesSubnormals: true,
  conventions,
  functions: {
    ...under('tensorflow.math', TF_MATH),
    ...under('tensorflow', { ...TF_TOP, ...TF1 }),
    ...under('tensorflow.nn', TF_NN),
    ...under('tensorflow.signal', TF_SIGNAL),
    ...under('tensorflow.math', TF_COMPLEX),
    'tensorflow.complex': spell('lift:complex', 'real, imag, name=None', 'imaginary=imag'),
    ...under('keras.losses', KERAS_LOSSES),
    ...under('keras.ops', KERAS_OPS),
    ...under('keras.backend', KERAS_BACKEND),
    'keras.backend.gradients': spell('lift:derivatives', 'loss, variables', 'outputs=loss inputs=variables'),
    'tensorflow.__internal__.tape_gradients': spell('lift:derivatives', 'ys, xs', 'outputs=ys inputs=xs recorded:true'),
    ...renamed(
      'tensorflow.nest.map_structure=lift:tree_map keras.tree.map_structure=lift:tree_map',
      'func, *structures',
      'f=func trees=structures',
    ),
    ...renamed('tensorflow.nest.flatten=lift:tree_leaves keras.tree.flatten=lift:tree_leaves', 'structure', 'tree=structure'),
    ...renamed('tensorflow.nest.is_nested=lift:is_nested keras.tree.is_nested=lift:is_nested', 'structure', 'tree=structure'),
    ...renamed(
      'keras.activations.sigmoid=sigmoid keras.activations.relu=relu keras.activations.tanh=tanh keras.activations.softplus=softplus',
      'x',
    ),
    ...renamed('keras.activations.softmax=softmax', 'x, axis=-1'),
    ...renamed(
      'keras.utils.register_keras_serializable=lift:decorator_factory keras.saving.register_keras_serializable=lift:decorator_factory',
      '*args, **kwargs',
    ),
  },
  methods: TF_METHODS,
  properties: TF_PROPERTIES,
  classes: { ...under('keras.losses', KERAS_LOSS_CLASSES), ...under('keras.layers', KERAS_LAYER_CLASSES) },
  bases: ['keras.losses.Loss', 'keras.layers.Layer', 'keras.Model', 'tensorflow.Module', 'keras.losses.LossFunctionWrapper'],
  aliases: {
    ...aliasesFor('tensorflow', 'tensorflow.math', TF_MATH),
    ...aliasesFor('tensorflow', 'tensorflow.math', TF_COMPLEX),
    ...MODULES,
    ...OF_VERSION_1,
    ...LOSS_ALIASES,
    ...aliasesFor('keras.metrics', 'keras.losses', KERAS_LOSSES),
    'tensorflow.losses': 'keras.losses',
    'tensorflow.dtypes.cast': 'tensorflow.cast',
    'tensorflow.sparse.SparseTensor': 'tensorflow.SparseTensor',
    'tensorflow.linalg.l2_normalize': 'tensorflow.math.l2_normalize',
    'tensorflow.linalg.einsum': 'tensorflow.einsum',
    'keras.ops.nn': 'keras.ops',
    'keras.ops.numpy': 'keras.ops',
    'keras.config.epsilon': 'keras.backend.epsilon',
    'keras.config.floatx': 'keras.backend.floatx',
  },
  synonyms: {
    reduction_indices: 'axis',
    keep_dims: 'keepdims',
    dim: 'axis',
    squeeze_dims: 'axis',
    concat_dim: 'axis',
    dimension: 'axis',
    targets: 'labels',
  },
  constants: numbers('tensorflow.experimental.numpy'),
  dtypes: {
    ...elementTypes('tensorflow'),
    'tensorflow.double': 'float64',
    'tensorflow.half': 'float16',
    ...elementTypes('tensorflow.dtypes'),
  },
  writings: TENSORFLOW_WRITINGS,
};
