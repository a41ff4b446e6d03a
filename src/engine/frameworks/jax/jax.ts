import { ARRAY_METHODS, ARRAY_PROPERTIES } from '../array-api/array-api';
import { ARRAY_COMPLEX, ARRAY_COMPLEX_PROPERTIES, ARRAY_FFT } from '../array-api/spectral';
import { NORMAL_DISTRIBUTION } from '../array-api/distributions';
import { elementTypes, numbers } from '../array-api/constants';
import type { Framework } from '../framework';
import { aliasesFor, renamed, spell, under } from '../spell';
import { conventions } from './conventions';
import { JAX_LAX, JAX_NN, JAX_NUMPY, JAX_SPECIAL, JAX_TRANSFORMS } from './functions';
import { OPTAX } from './optax';
import { JAX_WRITINGS } from './writings';

/** JAX with `jax.numpy`, and the losses of `optax`. */
export const JAX: Framework = {
  id: 'jax',
  modules: ['jax', 'optax', 'flax', 'haiku', 'chex', 'equinox', 'rlax'],
  defaultFormat: 'float32',
  flushesSubnormals: true,
  conventions,
  functions: {
    ...under('jax.numpy', { ...JAX_NUMPY, ...ARRAY_COMPLEX }),
    ...under('jax.numpy.fft', ARRAY_FFT),
    ...under('jax.nn', JAX_NN),
    ...under('jax.lax', JAX_LAX),
    ...under('jax.scipy.special', JAX_SPECIAL),
    ...under('jax.scipy.stats', NORMAL_DISTRIBUTION),
    ...under('optax', OPTAX),
    ...JAX_TRANSFORMS,
    ...renamed(
      'jax.ops.segment_sum=loss:segment_sum',
      'data, segment_ids, num_segments=None, indices_are_sorted=False, unique_indices=False, bucket_size=None, mode=None',
      'index=segment_ids count=num_segments',
    ),
  },
  methods: { ...ARRAY_METHODS, sort: spell('loss:directed_sort', 'self, axis=-1', 'input=self') },
  properties: { ...ARRAY_PROPERTIES, ...ARRAY_COMPLEX_PROPERTIES },
  classes: {},
  bases: ['flax.linen.Module', 'haiku.Module', 'equinox.Module'],
  aliases: {
    ...aliasesFor('flax.linen', 'jax.nn', JAX_NN),
    ...aliasesFor('flax.nnx', 'jax.nn', JAX_NN),
    ...aliasesFor('optax.losses', 'optax', OPTAX),
    'jax.ops.one_hot': 'jax.nn.one_hot',
    'jax.scipy.logsumexp': 'jax.scipy.special.logsumexp',
  },
  synonyms: { a_min: 'min', a_max: 'max', x: 'arr' },
  constants: { ...numbers('jax.numpy'), 'jax.numpy.euler_gamma': 0.5772156649015329 },
  dtypes: elementTypes('jax.numpy'),
  writings: JAX_WRITINGS,
};
