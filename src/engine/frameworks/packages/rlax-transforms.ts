/** How rlax squeezes values, and spreads them over two of a row of places. */
export const RLAX_TRANSFORMS = `

def identity(x):
    return x


def sigmoid(x):
    return jax.nn.sigmoid(x)


def logit(x):
    return -jnp.log(1.0 / x - 1.0)


def signed_logp1(x):
    return jnp.sign(x) * jnp.log1p(jnp.abs(x))


def signed_expm1(x):
    return jnp.sign(x) * jnp.expm1(jnp.abs(x))


def signed_hyperbolic(x, eps=1e-3):
    return jnp.sign(x) * (jnp.sqrt(jnp.abs(x) + 1) - 1) + eps * x


def signed_parabolic(x, eps=1e-3):
    root = jnp.sqrt(1 + 4 * eps * (eps + 1 + jnp.abs(x))) / 2 / eps - 1 / 2 / eps
    return jnp.sign(x) * (jnp.square(root) - 1)


TxPair = collections.namedtuple("TxPair", ["apply", "apply_inv"])


IDENTITY_PAIR = TxPair(identity, identity)
SIGNED_LOGP1_PAIR = TxPair(signed_logp1, signed_expm1)
SIGNED_HYPERBOLIC_PAIR = TxPair(signed_hyperbolic, signed_parabolic)


def transform_to_2hot(scalar, min_value, max_value, num_bins):
    scalar = jnp.clip(scalar, min_value, max_value)
    place = (scalar - min_value) / (max_value - min_value) * (num_bins - 1)
    lower, upper = jnp.floor(place), jnp.ceil(place)
    low = lower / (num_bins - 1.0) * (max_value - min_value) + min_value
    high = upper / (num_bins - 1.0) * (max_value - min_value) + min_value
    share = jnp.expand_dims((high - scalar) / (high - low + 1e-5), -1)
    return one_hot(lower, num_bins) * share + one_hot(upper, num_bins) * (1 - share)


def transform_from_2hot(probs, min_value, max_value, num_bins):
    return jnp.sum(probs * jnp.linspace(min_value, max_value, num_bins), -1)
`;
