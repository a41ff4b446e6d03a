/** Control flow and slices of `tensorflow`: which way is taken must be known. */
export const TENSORFLOW_CONTROL = `

def while_loop(cond, body, loop_vars, shape_invariants=None, parallel_iterations=10, back_prop=True, swap_memory=False, maximum_iterations=None, name=None):
    values = loop_vars
    turn = 0
    while (maximum_iterations is None or turn < maximum_iterations) and cond(*values):
        values = body(*values)
        turn = turn + 1
    return values


def case(pred_fn_pairs, default=None, exclusive=False, strict=False, name="case"):
    if exclusive:
        raise NotImplementedError("cases that exclude one another")
    pairs = list(pred_fn_pairs)
    if default is None:
        default = pairs[-1][1]
        pairs = pairs[:-1]
    if len(pairs) == 0:
        return default()
    predicate, function = pairs[0]
    return tf.cond(predicate, function, lambda: case(pairs[1:], default))


def switch_case(branch_index, branch_fns, default=None, name="switch_case"):
    pairs = list(branch_fns.items()) if isinstance(branch_fns, dict) else list(branch_fns)
    if not isinstance(pairs[0], tuple):
        pairs = list(enumerate(pairs))
    last = max([key for key, function in pairs])
    if default is None:
        default = [function for key, function in pairs if key == last][0]
    return case([(tf.equal(branch_index, key), function) for key, function in pairs], default)


def strided_slice(input_, begin, end, strides=None, begin_mask=0, end_mask=0, ellipsis_mask=0, new_axis_mask=0, shrink_axis_mask=0, var=None, name=None):
    if ellipsis_mask != 0 or new_axis_mask != 0 or shrink_axis_mask != 0:
        raise NotImplementedError("masks of a slice")
    result = input_
    for axis in range(len(begin)):
        step = 1 if strides is None else strides[axis]
        if step < 1:
            raise NotImplementedError("a slice backwards")
        size = result.shape[axis]
        start = 0 if begin_mask // 2**axis % 2 == 1 else begin[axis]
        stop = size if end_mask // 2**axis % 2 == 1 else end[axis]
        start = max(start + size, 0) if start < 0 else start
        stop = stop + size if stop < 0 else min(stop, size)
        result = tf.gather(result, tf.range(start, stop, step), axis=axis)
    return result


def group(*inputs, **kwargs):
    return None


def no_op(name=None):
    return None


def dynamic_partition(data, partitions, num_partitions, name=None):
    return [tf.boolean_mask(data, partitions == i) for i in range(num_partitions)]


def clip_by_global_norm(t_list, clip_norm, use_norm=None, name=None):
    norm = tf.linalg.global_norm(t_list) if use_norm is None else use_norm
    scale = clip_norm * tf.minimum(1.0 / norm, 1.0 / clip_norm)
    return [one * scale for one in t_list], norm
`;

/** Counts, segments and polynomials of `tensorflow.math`. */
export const TENSORFLOW_COUNTS = `
import numpy as np


def segment_sum(data, segment_ids, name=None):
    return tf.math.unsorted_segment_sum(data, segment_ids, int(tf.reduce_max(segment_ids)) + 1)


def segment_mean(data, segment_ids, name=None):
    return tf.math.unsorted_segment_mean(data, segment_ids, int(tf.reduce_max(segment_ids)) + 1)


def segment_max(data, segment_ids, name=None):
    return _extreme(data, segment_ids, int(tf.reduce_max(segment_ids)) + 1, 0.0)


def unsorted_segment_max(data, segment_ids, num_segments, name=None):
    return _extreme(data, segment_ids, num_segments, np.finfo(data.dtype).min)


def _extreme(data, segment_ids, count, empty):
    if segment_ids.ndim != 1:
        raise NotImplementedError("segments of more than rows")
    inside = tf.expand_dims(segment_ids, 0) == tf.expand_dims(tf.range(count), 1)
    inside = tf.reshape(inside, [count, -1] + [1] * (data.ndim - 1))
    best = tf.reduce_max(tf.where(inside, tf.expand_dims(data, 0), float("-inf")), axis=1)
    return tf.where(tf.reduce_any(inside, axis=1), best, empty)


def bincount(arr, weights=None, minlength=None, maxlength=None, dtype="int32", name=None, axis=None, binary_output=False):
    if minlength is None or axis is not None or binary_output:
        raise NotImplementedError("bincount of unknown length")
    if maxlength is not None and maxlength != minlength:
        raise NotImplementedError("bincount of unknown length")
    if maxlength is None:
        assert tf.reduce_all(arr < minlength)
    kind = dtype if weights is None else weights.dtype
    places = tf.cast(tf.reshape(arr, [-1, 1]) == tf.range(minlength), kind)
    if weights is not None:
        places = places * tf.stop_gradient(tf.reshape(weights, [-1, 1]))
    return tf.reduce_sum(places, 0)


def confusion_matrix(labels, predictions, num_classes=None, weights=None, dtype="int32", name=None):
    if num_classes is None or labels.ndim != 1 or predictions.ndim != 1:
        raise NotImplementedError("confusion_matrix of unknown size")
    classes = tf.range(num_classes)
    labels, predictions = tf.cast(labels, "int32"), tf.cast(predictions, "int32")
    hits = (labels[:, None, None] == classes[:, None]) & (predictions[:, None, None] == classes[None, :])
    counts = tf.cast(hits, dtype)
    if weights is not None:
        counts = counts * tf.cast(weights, dtype)[:, None, None]
    return tf.reduce_sum(counts, 0)


def zero_fraction(value, name=None):
    return tf.reduce_mean(tf.cast(value == 0, "float32"))


def in_top_k(targets, predictions, k, name=None):
    own = tf.gather(predictions, targets, axis=1, batch_dims=1)
    ahead = tf.reduce_sum(tf.cast(predictions > tf.expand_dims(own, 1), "int32"), axis=1)
    return (ahead < k) & tf.reduce_all(tf.math.is_finite(predictions), axis=1)


def polyval(coeffs, x, name=None):
    if len(coeffs) == 0:
        return tf.zeros_like(x)
    total = coeffs[0]
    for coefficient in coeffs[1:]:
        total = coefficient + total * x
    return total


def reciprocal_no_nan(x, name=None):
    return tf.math.divide_no_nan(tf.ones_like(x), x)
`;

/** Moments, places and rearrangements of `tensorflow.nn`. */
export const TENSORFLOW_NN_FURTHER = `
from tensorflow.math import in_top_k, zero_fraction


def weighted_moments(x, axes, frequency_weights, keepdims=False, name=None):
    share = 1 / tf.reduce_sum(frequency_weights + tf.zeros_like(x), axes, keepdims=True)
    mean = tf.reduce_sum(frequency_weights * x, axes, keepdims=True) * share
    variance = tf.reduce_sum(frequency_weights * tf.math.squared_difference(x, mean), axes, keepdims=True) * share
    return (mean, variance) if keepdims else (tf.squeeze(mean, axes), tf.squeeze(variance, axes))


def dropout(x, rate, noise_shape=None, seed=None, name=None):
    if rate != 0:
        raise NotImplementedError("dropout draws at random")
    return x


def space_to_depth(input, block_size, data_format="NHWC", name=None):
    if data_format != "NHWC":
        raise NotImplementedError("data_format of space_to_depth")
    n, h, w, c = input.shape
    b = block_size
    if h % b != 0 or w % b != 0:
        raise ValueError("sizes that are no multiples of the block's")
    apart = tf.reshape(input, [n, h // b, b, w // b, b, c])
    return tf.reshape(tf.transpose(apart, [0, 1, 3, 2, 4, 5]), [n, h // b, w // b, b * b * c])


def depth_to_space(input, block_size, data_format="NHWC", name=None):
    if data_format != "NHWC":
        raise NotImplementedError("data_format of depth_to_space")
    n, h, w, c = input.shape
    b = block_size
    if c % (b * b) != 0:
        raise ValueError("channels that are no multiple of a block's")
    apart = tf.reshape(input, [n, h, w, b, b, c // (b * b)])
    return tf.reshape(tf.transpose(apart, [0, 1, 3, 2, 4, 5]), [n, h * b, w * b, c // (b * b)])
`;

/** Sizes, patches and colours of `tensorflow.image`. */
export const TENSORFLOW_IMAGE_FURTHER = `
import math


def _shares(size, count, method):
    rows = []
    for i in range(count):
        place = (i + 0.5) * size / count
        if method == "nearest":
            lower = upper = min(math.floor(place), size - 1)
            share = 0.0
        else:
            place = place - 0.5
            lower, upper = max(math.floor(place), 0), min(math.ceil(place), size - 1)
            share = place - math.floor(place)
        rows.append([(1.0 - share if j == lower else 0.0) + (share if j == upper else 0.0) for j in range(size)])
    return rows


def resize(images, size, method="bilinear", preserve_aspect_ratio=False, antialias=False, name=None):
    if preserve_aspect_ratio or antialias or method not in ("bilinear", "nearest"):
        raise NotImplementedError("this way to resize")
    if images.ndim not in (3, 4):
        raise ValueError("images have three axes or four")
    h, w = images.shape[-3], images.shape[-2]
    rows, columns = int(size[0]), int(size[1])
    if rows == h and columns == w:
        return images
    kind = "float32" if method == "bilinear" else images.dtype
    tall = tf.cast(tf.constant(_shares(h, rows, method)), kind)
    wide = tf.cast(tf.constant(_shares(w, columns, method)), kind)
    return tf.einsum("...hwc,ih,jw->...ijc", tf.cast(images, kind), tall, wide)


def extract_patches(images, sizes, strides, rates, padding, name=None):
    if images.ndim != 4:
        raise ValueError("images have four axes")
    picture = images
    counts = []
    for axis in (1, 2):
        size = images.shape[axis]
        reach = (sizes[axis] - 1) * rates[axis] + 1
        if padding == "SAME":
            count = -(-size // strides[axis])
            missing = max((count - 1) * strides[axis] + reach - size, 0)
            widths = [[0, 0], [0, 0], [0, 0], [0, 0]]
            widths[axis] = [missing // 2, missing - missing // 2]
            picture = tf.pad(picture, widths)
        else:
            count = (size - reach) // strides[axis] + 1
        counts.append((count - 1) * strides[axis] + 1)
    pieces = []
    for i in range(sizes[1]):
        for j in range(sizes[2]):
            top, left = i * rates[1], j * rates[2]
            pieces.append(picture[:, top:top + counts[0]:strides[1], left:left + counts[1]:strides[2]])
    return tf.concat(pieces, -1)


def rgb_to_yuv(images):
    kernel = [[0.299, -0.14714119, 0.61497538], [0.587, -0.28886916, -0.51496512], [0.114, 0.43601035, -0.10001026]]
    return tf.tensordot(images, tf.cast(tf.constant(kernel), images.dtype), [-1, 0])


def grayscale_to_rgb(images, name=None):
    return tf.concat([images, images, images], -1)


def crop_to_bounding_box(image, offset_height, offset_width, target_height, target_width):
    bottom, right = offset_height + target_height, offset_width + target_width
    return image[..., offset_height:bottom, offset_width:right, :]
`;
