import type { Expression } from '../../ir/expression';
import type { UseTable } from './evidence';
import type { Subject } from './subject';

/** Containers of everything that a model trains. */
const HOLDER = /^(self\.)?(params|parameters|variables|theta|weights)[.[]/i;
const WEIGHTS = /^(w|weights?|theta|beta|coefs?|coefficients?)$/i;
const DATA = /^(x|xs|inputs?|features?|data|design|phi|images?)$/i;

/** The parameters of a model that a loss spells out (`X @ w + b`, `params["w"]`), and the data that it is given. */
export interface SpelledModel {
  readonly trained: ReadonlySet<Subject>;
  readonly data: ReadonlySet<Subject>;
}

/** Finds them: entries of a container of parameters; weights, by name, in a product of matrices with data, by name. */
export function spelledModel(subjects: readonly Subject[], table: UseTable): SpelledModel {
  const held = subjects.filter(({ path, leaf, built }) => leaf && !built && HOLDER.test(path));
  const data = subjects.filter(({ word, leaf }) => leaf && DATA.test(word));
  const products = data.flatMap(({ leaf }) => productsOf(leaf, table));
  const weights = subjects.filter(
    ({ word, leaf }) => WEIGHTS.test(word) && productsOf(leaf, table).some((node) => products.includes(node)),
  );
  const trained = new Set([...held, ...weights]);
  return { trained, data: new Set(trained.size > 0 ? data : []) };
}

function productsOf(leaf: Expression | null, table: UseTable): Expression[] {
  const users = leaf ? table.of(leaf).users : [];
  return users.filter(({ node }) => node.op === 'matmul').map(({ node }) => node);
}
