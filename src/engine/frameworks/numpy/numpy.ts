import { ARRAY_PROPERTIES } from '../array-api/array-api';
import { ARRAY_COMPLEX, ARRAY_COMPLEX_PROPERTIES, ARRAY_FFT } from '../array-api/spectral';
import { NORMAL_DISTRIBUTION } from '../array-api/distributions';
import { elementTypes, numbers } from '../array-api/constants';
import type { Framework } from '../framework';
import { under } from '../spell';
import { conventions } from './conventions';
import { NUMPY_FUNCTIONS, NUMPY_METHODS, NUMPY_RANDOM, SCIPY_SPECIAL } from './functions';
import { NUMPY_WRITINGS } from './writings';

/** NumPy and `scipy.special`. */
export const NUMPY: Framework = {
  id: 'numpy',
  modules: ['numpy', 'scipy', 'autograd', 'cupy'],
  defaultFormat: 'float64',
  flushesSubnormals: false,
  conventions,
  functions: {
    ...under('numpy', { ...NUMPY_FUNCTIONS, ...ARRAY_COMPLEX }),
    ...under('numpy.random', NUMPY_RANDOM),
    ...under('numpy.fft', ARRAY_FFT),
    ...under('scipy.fft', ARRAY_FFT),
    ...under('scipy.special', SCIPY_SPECIAL),
    ...under('scipy.stats', NORMAL_DISTRIBUTION),
  },
  methods: NUMPY_METHODS,
  properties: { ...ARRAY_PROPERTIES, ...ARRAY_COMPLEX_PROPERTIES },
  classes: {},
  bases: [],
  aliases: { 'autograd.numpy': 'numpy', cupy: 'numpy', 'scipy.misc.logsumexp': 'scipy.special.logsumexp' },
  synonyms: { min: 'a_min', max: 'a_max' },
  constants: numbers('numpy'),
  dtypes: {
    ...elementTypes('numpy'),
    'numpy.float': 'float64',
    'numpy.double': 'float64',
    'numpy.half': 'float16',
    'numpy.int': 'int',
    'numpy.int_': 'int',
  },
  writings: NUMPY_WRITINGS,
};
