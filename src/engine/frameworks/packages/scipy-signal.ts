/** Convolution in two dimensions, of SciPy and of JAX. */
export const SCIPY_SIGNAL = `
import tensorflow as tf
from keras import ops


def convolve2d(in1, in2, mode="full", boundary="fill", fillvalue=0, precision=None):
    if boundary != "fill" or fillvalue != 0:
        raise NotImplementedError("another boundary")
    h, w = in1.shape
    m, n = in2.shape
    if m > h or n > w:
        raise ValueError("the image is too small for the kernel")
    if mode != "valid":
        in1 = ops.pad(in1, ((m - 1, m - 1), (n - 1, n - 1)))
    image = ops.reshape(in1, (1,) + tuple(in1.shape) + (1,))
    out = tf.nn.conv2d(image, ops.reshape(ops.flip(in2), (m, n, 1, 1)), 1, "VALID")[0, :, :, 0]
    if mode == "same":
        top, left = (m - 1) // 2, (n - 1) // 2
        out = out[top:top + h, left:left + w]
    return out
`;
