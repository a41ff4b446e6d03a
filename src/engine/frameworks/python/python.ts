import type { Framework } from '../framework';
import { alike, renamed, spell, under, type Spellings } from '../spell';
import { conventions } from './conventions';
import { PYTHON_WRITINGS } from './writings';

const MATH: Spellings = {
  ...alike('exp log1p expm1 log2 log10 exp2 sqrt cbrt sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh erf erfc lgamma', 'x'),
  ...renamed('fabs=abs floor=floor ceil=ceil trunc=trunc isnan=isnan isinf=isinf isfinite=isfinite', 'x'),
  ...renamed('pow=power atan2=atan2 hypot=hypot', 'x, y'),
  log: spell('log', 'x, base=None'),
};

/** Plain Python numbers with `math`. */
export const PYTHON: Framework = {
  id: 'python',
  modules: ['math'],
  defaultFormat: 'float64',
  flushesSubnormals: false,
  conventions,
  functions: {
    ...under('math', MATH),
    'functools.partial': spell('lift:partial', 'f, *args, **kwargs'),
    'functools.wraps': spell('lift:decorator_factory', '*args, **kwargs'),
    'functools.lru_cache': spell('lift:decorator_factory', '*args, **kwargs'),
    'functools.cache': spell('lift:transparent', 'user_function', 'f=user_function'),
    ...under(
      'operator',
      renamed(
        'add=add sub=subtract mul=multiply truediv=divide floordiv=floor_divide mod=mod pow=power matmul=matmul lt=less le=less_equal gt=greater ge=greater_equal eq=equal ne=not_equal and_=logical_and or_=logical_or',
        'a, b',
      ),
    ),
    ...under('operator', renamed('neg=negative not_=logical_not index=lift:identity', 'x')),
    'functools.reduce': spell('lift:fold', 'function, iterable, initial=None', 'f=function items=iterable init=initial'),
    ...renamed('enum.unique=lift:as_is', 'enumeration', 'x=enumeration'),
    'tree.map_structure': spell('lift:tree_map', 'func, *structures', 'f=func trees=structures'),
    'tree.flatten': spell('lift:tree_leaves', 'structure', 'tree=structure'),
    'tree.is_nested': spell('lift:is_nested', 'structure', 'tree=structure'),
    'tree.assert_same_structure': spell('lift:ignore', '*args, **kwargs'),
    ...under(
      'logging',
      renamed('debug=lift:ignore info=lift:ignore warning=lift:ignore warn=lift:ignore error=lift:ignore', '*args, **kwargs'),
    ),
    'logging.getLogger': spell('lift:decorator_factory', '*args'),
    'collections.namedtuple': { ...spell('lift:namedtuple', 'typename, field_names', 'fields=field_names'), ignored: ['typename'] },
    'enum.member': spell('lift:as_is', 'value', 'x=value'),
    'copy.copy': spell('lift:copy_object', 'x'),
    'copy.deepcopy': spell('lift:copy_object', 'x'),
    'typing.cast': { ...spell('lift:as_is', 'typ, val', 'x=val'), ignored: ['typ'] },
    'warnings.warn': spell('lift:ignore', '*args, **kwargs'),
    ...renamed(
      'contextlib.nullcontext=lift:context contextlib.suppress=lift:context warnings.catch_warnings=lift:context',
      '*args, **kwargs',
    ),
    ...renamed('warnings.simplefilter=lift:ignore warnings.filterwarnings=lift:ignore', '*args, **kwargs'),
    'einops.rearrange': spell('lift:rearrange', 'tensor, pattern, **sizes', 'x=tensor'),
    'einops.reduce': spell('lift:einops_reduce', 'tensor, pattern, reduction, **sizes', 'x=tensor'),
    'einops.repeat': spell('lift:einops_repeat', 'tensor, pattern, **sizes', 'x=tensor'),
  },
  methods: {},
  properties: {},
  classes: {},
  bases: [],
  aliases: {
    'inspect.getmro': 'builtins.getmro',
    'inspect.isclass': 'builtins.isclass',
    'inspect.isfunction': 'builtins.isfunction',
    'os.getenv': 'builtins.getenv',
    'os.environ.get': 'builtins.getenv',
    'collections.OrderedDict': 'builtins.dict',
    'six.moves.range': 'builtins.range',
    'six.moves.xrange': 'builtins.range',
    'six.moves.zip': 'builtins.zip',
    'six.moves.map': 'builtins.map',
    'six.string_types': 'builtins.str',
    dmtree: 'tree',
  },
  synonyms: {},
  constants: { 'math.pi': Math.PI, 'math.e': Math.E, 'math.tau': 2 * Math.PI, 'math.inf': Infinity, 'math.nan': NaN },
  dtypes: {},
  writings: PYTHON_WRITINGS,
};
