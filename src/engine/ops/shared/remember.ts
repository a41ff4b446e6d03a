/** A value that is computed when it is first asked for, and only once. */
export function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => (known ??= { value: compute() }).value;
}

/** So many texts are remembered before all are forgotten. */
const MOST_TEXTS = 4096;

/** A function of a text that remembers its values: names and formulas come again and again. */
export function rememberText<V>(compute: (text: string) => V): (text: string) => V {
  const known = new Map<string, { readonly value: V }>();
  return (text) => {
    let found = known.get(text);
    if (!found) {
      if (known.size >= MOST_TEXTS) known.clear();
      known.set(text, (found = { value: compute(text) }));
    }
    return found.value;
  };
}

/** A function of an object that remembers its values for as long as that lives. */
export function rememberEach<A extends object, V>(compute: (a: A) => V): (a: A) => V {
  const known = new WeakMap<A, { readonly value: V }>();
  return (a) => {
    let found = known.get(a);
    if (!found) known.set(a, (found = { value: compute(a) }));
    return found.value;
  };
}

/**
 * A function of two objects that remembers its values for as long as both live: what an operation needs to know of shapes
 * and attributes is found once, though a loss is run thousands of times.
 */
export function remember<A extends object, B extends object, V>(compute: (a: A, b: B) => V): (a: A, b: B) => V {
  const known = new WeakMap<A, WeakMap<B, V>>();
  return (a, b) => {
    let values = known.get(a);
    if (!values) known.set(a, (values = new WeakMap<B, V>()));
    let value = values.get(b);
    if (value === undefined) values.set(b, (value = compute(a, b)));
    return value;
  };
}
