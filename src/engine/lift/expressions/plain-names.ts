import { RE_FLAGS } from '../calls/regular-expressions';
import { integer, text, type Value } from '../values/value';

/** The libraries as they are documented today. */
const VERSIONS: Readonly<Record<string, string>> = {
  'torch.__version__': '2.8.0',
  'torchvision.__version__': '0.23.0',
  'tensorflow.__version__': '2.19.0',
  'keras.__version__': '3.11.0',
  'jax.__version__': '0.7.0',
  'numpy.__version__': '2.3.0',
};

/** What a name of a library is that stands for a plain value: a version, a flag of regular expressions; null for any other. */
export function plainOf(name: string): Value | null {
  const [flag, version] = [RE_FLAGS[name], VERSIONS[name]];
  if (flag !== undefined) return integer(flag);
  return version === undefined ? null : text(version);
}
