/** `tf.SparseTensor`: elements at places, which is all that is ever computed with; how the places are counted is kept as it was given. */
export const SPARSE_TENSOR = `
import tensorflow as tf


class SparseTensor:
    def __init__(self, indices, values, dense_shape):
        self.indices = tf.convert_to_tensor(indices)
        self.values = tf.convert_to_tensor(values)
        self._given = [int(size) for size in dense_shape]
        self.shape = self._given
        self.dense_shape = self._given
        self.dtype = self.values.dtype

    def get_shape(self):
        return self.shape

    def _with(self, values):
        made = SparseTensor(self.indices, values, self._given)
        made.shape = self.shape
        made.dense_shape = self.shape
        return made

    def _at(self, dense):
        dense = tf.convert_to_tensor(dense)
        if dense.ndim > len(self.shape):
            raise ValueError("a dense factor of more axes")
        return tf.gather_nd(tf.reshape(tf.broadcast_to(dense, self.shape), self._given), self.indices)

    def __mul__(self, dense):
        return self._with(self.values * self._at(dense))

    def __rmul__(self, dense):
        return self._with(self.values * self._at(dense))

    def __truediv__(self, dense):
        return self._with(self.values / self._at(dense))

    def with_values(self, new_values):
        return self._with(new_values)
`;

/** Functions of `tensorflow.sparse`. */
export const TENSORFLOW_SPARSE = `
import tensorflow as tf


def to_dense(sp_input, default_value=None, validate_indices=True, name=None):
    if default_value is not None and default_value != 0:
        raise NotImplementedError("a default other than 0")
    return tf.reshape(tf.scatter_nd(sp_input.indices, sp_input.values, sp_input._given), sp_input.shape)


def reshape(sp_input, shape, name=None):
    count = 1
    for size in sp_input.shape:
        count = count * size
    sizes = [int(size) for size in shape]
    known = 1
    for size in sizes:
        known = known * (1 if size == -1 else size)
    made = tf.SparseTensor(sp_input.indices, sp_input.values, sp_input._given)
    made.shape = [count // known if size == -1 else size for size in sizes]
    made.dense_shape = made.shape
    return made


def reorder(sp_input, name=None):
    return sp_input


def reduce_sum(sp_input, axis=None, keepdims=None, output_is_sparse=False, name=None):
    if output_is_sparse:
        raise NotImplementedError("a sum that stays sparse")
    return tf.reduce_sum(to_dense(sp_input), axis=axis, keepdims=keepdims is True)


def sparse_dense_matmul(sp_a, b, adjoint_a=False, adjoint_b=False, name=None):
    if len(sp_a.shape) != 2:
        raise ValueError("a sparse matrix has two axes")
    b = tf.transpose(b) if adjoint_b else b
    if sp_a.shape != sp_a._given:
        raise NotImplementedError("a product with a reshaped sparse matrix")
    rows, columns = sp_a.indices[:, 0], sp_a.indices[:, 1]
    if adjoint_a:
        rows, columns = columns, rows
    taken = tf.expand_dims(sp_a.values, 1) * tf.gather(b, columns)
    count = sp_a.shape[1] if adjoint_a else sp_a.shape[0]
    return tf.scatter_nd(tf.expand_dims(rows, 1), taken, [count, b.shape[1]])


def expand_dims(sp_input, axis=None, name=None):
    axis = -1 if axis is None else axis
    sizes = list(sp_input.shape)
    place = axis + len(sizes) + 1 if axis < 0 else axis
    return reshape(sp_input, sizes[:place] + [1] + sizes[place:])


def map_values(op, *args, **kwargs):
    first = [one for one in args if isinstance(one, tf.SparseTensor)]
    if len(first) != 1 or len(kwargs) > 0:
        raise NotImplementedError("values of several sparse tensors")
    return first[0]._with(op(*[one.values if isinstance(one, tf.SparseTensor) else one for one in args]))
`;

/** What sparse tensors are asked for in TensorFlow 1. */
export const TENSORFLOW1_SPARSE = `
import tensorflow as tf


def sparse_tensor_to_dense(sp_input, default_value=None, validate_indices=True, name=None):
    return tf.sparse.to_dense(sp_input, default_value)


def sparse_reshape(sp_input, shape, name=None):
    return tf.sparse.reshape(sp_input, shape)


def sparse_reorder(sp_input, name=None):
    return sp_input


def sparse_reduce_sum(sp_input, axis=None, keepdims=None, reduction_axes=None, keep_dims=None):
    axis = reduction_axes if axis is None else axis
    return tf.sparse.reduce_sum(sp_input, axis, keepdims is True or keep_dims is True)


def sparse_tensor_dense_matmul(sp_a, b, adjoint_a=False, adjoint_b=False, name=None):
    return tf.sparse.sparse_dense_matmul(sp_a, b, adjoint_a, adjoint_b)


def sparse_to_dense(sparse_indices, output_shape, sparse_values, default_value=0, validate_indices=True, name=None):
    if default_value != 0:
        raise NotImplementedError("a default other than 0")
    sparse_indices = tf.convert_to_tensor(sparse_indices)
    if sparse_indices.ndim < 2:
        sparse_indices = tf.reshape(sparse_indices, [-1, 1])
    sparse_values = tf.broadcast_to(tf.convert_to_tensor(sparse_values), [sparse_indices.shape[0]])
    return tf.scatter_nd(sparse_indices, sparse_values, [int(size) for size in output_shape])
`;
