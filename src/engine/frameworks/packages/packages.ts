import { ARRAY_NAMESPACE } from './array-namespace';
import { linalgOf, outerOf } from './arrays-further';
import { arraysOf, NUMPY_GENERATORS } from './arrays';
import { TORCHVISION_BOXES } from './boxes';
import { FLAX_COMMON, FLAX_CORE, FLAX_REPLICAS, FLAX_TRAIN_STATE, OPTAX_TOLD, STAX } from './flax';
import { FAIRSEQ_CRITERIA } from './fairseq';
import { HAIKU } from './haiku';
import { DISTRIBUTIONS } from './jax-distributions';
import { DIVERGENCE, PROBABILITY_MATH, PROBABILITY_STATS } from './probability';
import { JAX_DEVICES, JAX_LAX_TOLD, JAX_NN_TOLD, JAX_RANDOM_TOLD, JAX_TREE } from './jax-functions';
import { KERAS_BACKEND_TOLD } from './keras-backend';
import { KERAS_OPS_TOLD } from './keras-ops';
import { LIBROSA_FILTERS } from './librosa';
import { MM_APPLY, MM_BOXES, MM_LOSS_UTILS, MM_REGISTRY, MMCV_FOCAL, ONE_PROCESS } from './mm';
import { METRIC_LEARNING_DISTANCES, METRIC_LEARNING_HELPERS } from './metric-learning';
import {
  CLASSY_LOSSES,
  CLASSY_UTIL,
  EINOPS_EINSUM,
  EINOPS_LAYERS,
  JAX_FLATTEN,
  KERAS_GET,
  KERAS_INTERNAL_LOSSES,
  OPERATOR,
  PYTHON_RANDOM,
  SCIPY_DISTANCES,
  SCIPY_NORMAL,
  SMART_COND,
  TIMM_LOSSES,
  TORCHMETRICS,
  TQDM,
  TYRO,
  VERSIONS,
} from './others';
import { PYTHON_MATH } from './python-math';
import { RLAX } from './rlax';
import { RLAX_TRANSFORMS } from './rlax-transforms';
import { LABEL_BINARIZE } from './scikit-learn';
import { SCIPY_SIGNAL } from './scipy-signal';
import {
  TENSORFLOW_DISTRIBUTE,
  TENSORFLOW_FUNCTIONS,
  TENSORFLOW_IMAGE_TOLD,
  TENSORFLOW_LINALG_TOLD,
  TENSORFLOW_MATH_TOLD,
  TENSORFLOW_NN_TOLD,
} from './tensorflow-functions';
import { TENSORFLOW_CONTROL, TENSORFLOW_COUNTS, TENSORFLOW_IMAGE_FURTHER, TENSORFLOW_NN_FURTHER } from './tensorflow-further';
import { KERAS_RANDOM_TOLD, TENSORFLOW_RANDOM_TOLD } from './tensorflow-random';
import { TENSORFLOW_SIGNAL_TOLD } from './tensorflow-signal';
import { SPARSE_TENSOR, TENSORFLOW1_SPARSE, TENSORFLOW_SPARSE } from './tensorflow-sparse';
import { TENSORFLOW_TAPE } from './tensorflow-tape';
import { TORCH_CORE, TORCH_DISTRIBUTED, TORCH_DISTRIBUTED_NN, TORCH_OVERRIDES } from './torch-core';
import { TENSORFLOW1, TENSORFLOW1_LOSSES, TENSORFLOW1_NN } from './tensorflow1';
import { TORCH_DISTRIBUTION_PROPERTIES, TORCH_DISTRIBUTION_UTILITIES, TORCH_MIXTURES } from './torch-distributions';
import { TORCH_FUNCTIONAL } from './torch-functional';
import { TORCH_FUNCTIONS, TORCH_LINALG_TOLD } from './torch-functions';
import { TORCH_CHECKPOINT, TORCH_LAYERS } from './torch-layers';
import { TORCH_FURTHER_TOLD, TORCH_SEQUENCES, TORCH_SPECIAL_TOLD } from './torch-further';
import { TORCH_PLACES } from './torch-places';

/** One text under several names. */
function named(text: string, ...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, text]));
}

/** Modules of libraries whose functions are told in Python, by dotted name: what they compute, said with what is known otherwise. */
export const PACKAGES: Readonly<Record<string, string>> = {
  ...named(TORCH_LAYERS, 'torch.nn', 'torch.nn.modules.linear'),
  ...named(TORCH_FUNCTIONS + TORCH_PLACES + TORCH_FURTHER_TOLD, 'torch'),
  ...named(TORCH_SPECIAL_TOLD, 'torch.special'),
  ...named(TORCH_SEQUENCES, 'torch.nn.utils.rnn'),
  ...named(TORCH_FUNCTIONAL, 'torch.nn.functional'),
  ...named(TORCH_CORE, 'torch._C._nn'),
  ...named(TORCH_DISTRIBUTED, 'torch.distributed'),
  ...named(TORCH_DISTRIBUTED_NN, 'torch.distributed.nn', 'torch.distributed.nn.functional'),
  ...named(TORCH_MIXTURES, 'torch.distributions'),
  ...named(TORCH_DISTRIBUTION_UTILITIES, 'torch.distributions.utils'),
  ...TORCH_DISTRIBUTION_PROPERTIES,
  ...named(TORCH_OVERRIDES, 'torch.overrides'),
  ...named(TORCH_LINALG_TOLD, 'torch.linalg'),
  ...named(arraysOf('numpy'), 'numpy'),
  ...named(linalgOf('numpy'), 'numpy.linalg'),
  ...named(linalgOf('jax.numpy'), 'jax.numpy.linalg'),
  ...named(outerOf('+'), 'numpy.add'),
  ...named(outerOf('-'), 'numpy.subtract'),
  ...named(outerOf('*'), 'numpy.multiply'),
  ...named(NUMPY_GENERATORS, 'numpy.random'),
  ...named(arraysOf('jax.numpy'), 'jax.numpy'),
  ...named(TENSORFLOW_FUNCTIONS + TENSORFLOW_TAPE + TENSORFLOW_CONTROL + SPARSE_TENSOR + TENSORFLOW1_SPARSE, 'tensorflow'),
  ...named(TENSORFLOW_SPARSE, 'tensorflow.sparse'),
  ...named(TENSORFLOW1, 'tensorflow.compat.v1'),
  ...named(TENSORFLOW1_LOSSES, 'tensorflow.compat.v1.losses'),
  ...named(TENSORFLOW1_NN, 'tensorflow.compat.v1.nn'),
  ...named(TENSORFLOW_DISTRIBUTE, 'tensorflow.distribute'),
  ...named(TENSORFLOW_MATH_TOLD + TENSORFLOW_COUNTS, 'tensorflow.math'),
  ...named(TENSORFLOW_NN_TOLD + TENSORFLOW_NN_FURTHER, 'tensorflow.nn'),
  ...named(TENSORFLOW_LINALG_TOLD, 'tensorflow.linalg'),
  ...named(TENSORFLOW_RANDOM_TOLD, 'tensorflow.random'),
  ...named(KERAS_RANDOM_TOLD, 'keras.random'),
  ...named(SCIPY_SIGNAL, 'scipy.signal', 'jax.scipy.signal'),
  ...named(TENSORFLOW_SIGNAL_TOLD, 'tensorflow.signal'),
  ...named(TENSORFLOW_IMAGE_TOLD + TENSORFLOW_IMAGE_FURTHER, 'tensorflow.image'),
  ...named(KERAS_OPS_TOLD, 'keras.ops'),
  ...named(KERAS_BACKEND_TOLD, 'keras.backend'),
  ...named(TORCH_CHECKPOINT, 'torch.utils.checkpoint'),
  ...named(TORCHVISION_BOXES, 'torchvision.ops', 'torchvision.ops.boxes'),
  ...named(
    MM_LOSS_UTILS,
    'mmdet.models.losses.utils',
    'mmdet.models.losses',
    'mmdet.models',
    'mmseg.models.losses.utils',
    'mmseg.models.losses',
    'mmcls.models.losses.utils',
    'mmpretrain.models.losses.utils',
  ),
  ...named(MMCV_FOCAL, 'mmcv.ops', 'mmcv.ops.focal_loss'),
  ...named(MM_APPLY, 'mmdet.models.utils', 'mmdet.core.utils'),
  ...named(MM_BOXES + MM_APPLY, 'mmdet.core', 'mmdet.core.bbox', 'mmdet.core.bbox.iou_calculators', 'mmdet.structures.bbox'),
  ...named(MM_REGISTRY, 'mmengine.registry', 'mmengine', 'mmengine.utils', 'mmcv.utils', 'mmcv'),
  ...named(PYTHON_RANDOM, 'random'),
  ...named(PYTHON_MATH, 'math'),
  ...named(TQDM, 'tqdm', 'tqdm.auto', 'tqdm.autonotebook'),
  ...named(ONE_PROCESS, 'mmdet.utils', 'mmengine.dist', 'classy_vision.generic.distributed_util'),
  ...named(KERAS_GET, 'keras.losses'),
  ...named(KERAS_INTERNAL_LOSSES, 'keras.__internal__.losses'),
  ...named(SMART_COND, 'tensorflow.__internal__.smart_cond'),
  ...named(JAX_LAX_TOLD, 'jax.lax'),
  ...named(JAX_DEVICES, 'jax'),
  ...named(JAX_RANDOM_TOLD, 'jax.random'),
  ...named(JAX_NN_TOLD, 'jax.nn'),
  ...named(JAX_TREE, 'jax.tree', 'jax.tree_util'),
  ...named(FLAX_COMMON, 'flax.training.common_utils'),
  ...named(FLAX_CORE, 'flax.core', 'flax.core.frozen_dict'),
  ...named(FLAX_TRAIN_STATE, 'flax.training.train_state'),
  ...named(FLAX_REPLICAS, 'flax.jax_utils'),
  ...named(HAIKU, 'haiku'),
  ...named(RLAX + RLAX_TRANSFORMS, 'rlax'),
  ...named(TYRO, 'tyro'),
  ...named(STAX, 'jax.example_libraries.stax', 'jax.experimental.stax'),
  ...named(OPTAX_TOLD, 'optax'),
  ...named(
    DISTRIBUTIONS + DIVERGENCE,
    'distrax',
    'tensorflow_probability.distributions',
    'tensorflow_probability.python.distributions',
    'tensorflow_probability.substrates.jax.distributions',
    'numpyro.distributions',
  ),
  ...named(PROBABILITY_STATS, 'tensorflow_probability.stats', 'tensorflow_probability.substrates.jax.stats'),
  ...named(PROBABILITY_MATH, 'tensorflow_probability.math', 'tensorflow_probability.substrates.jax.math'),
  ...named(
    FAIRSEQ_CRITERIA,
    'fairseq.criterions',
    'fairseq.criterions.fairseq_criterion',
    'fairseq.criterions.label_smoothed_cross_entropy',
  ),
  ...named(TORCHMETRICS, 'torchmetrics', 'torchmetrics.metric'),
  ...named(VERSIONS, 'packaging.version', 'distutils.version', 'pkg_resources'),
  ...named(CLASSY_LOSSES, 'classy_vision.losses', 'classy_vision.losses.classy_loss'),
  ...named(CLASSY_UTIL, 'classy_vision.generic.util'),
  ...named(LIBROSA_FILTERS, 'librosa.filters'),
  ...named(SCIPY_NORMAL, 'scipy.stats.norm'),
  ...named(LABEL_BINARIZE, 'sklearn.preprocessing'),
  ...named(SCIPY_DISTANCES, 'scipy.ndimage', 'scipy.ndimage.morphology'),
  ...named(JAX_FLATTEN, 'jax.flatten_util'),
  ...named(ARRAY_NAMESPACE, 'array_api_compat', 'scipy._lib._array_api', 'sklearn.utils._array_api'),
  ...named(OPERATOR, 'operator'),
  ...named(EINOPS_EINSUM, 'einops', 'einops.einops'),
  ...named(EINOPS_LAYERS, 'einops.layers.torch'),
  ...named(TIMM_LOSSES, 'timm.loss'),
  ...named(METRIC_LEARNING_HELPERS, 'pytorch_metric_learning.utils.common_functions'),
  ...named(METRIC_LEARNING_DISTANCES, 'pytorch_metric_learning.distances'),
};
